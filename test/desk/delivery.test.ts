import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LEASE } from '../../src/desk/deliver/timing.ts';
import type { Post } from '../../src/desk/ports/messenger.ts';
import { caseNumber, personId } from '../../src/domain/ids.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { BUY_BOX, caseIn, deskOn, forgetCases, T1 } from '../support/desk.ts';
import { at } from '../support/story.ts';

// Monday 10:00 in Shanghai: everybody there is awake.
const START = at('2026-11-30T10:00+08:00');
const N1 = caseNumber(1);

let database: Database;
let team: Awaited<ReturnType<typeof deskOn>>;
beforeAll(async () => {
  database = await openDatabase({});
});
afterAll(() => database.close());
beforeEach(async () => {
  team = await deskOn(database, START);
  await forgetCases(team);
});

const said = (posts: readonly Post[]): string[][] =>
  posts.map(({ content }) =>
    content.kind !== 'notices'
      ? [content.kind]
      : content.notices.map((n) => (n.cause.kind === 'event' ? n.cause.event.type : n.cause.timer.kind)),
  );

const mentioned = (posts: readonly Post[]): string[] =>
  posts.flatMap(({ content }) => (content.kind === 'notices' ? content.mention : []));

async function opened(): Promise<void> {
  await team.desk.open(team.by('LI'), BUY_BOX);
  await team.deliver(1);
}

describe('a lane', () => {
  test('posts the card once, then the steps in its thread, and updates the card to the latest version', async () => {
    await opened();
    await team.desk.act(team.by('LI'), N1, { type: 'note', text: 'one' });
    await team.desk.act(team.by('LI'), N1, { type: 'note', text: 'two' });
    await team.deliver(1);
    await team.deliver(1);
    expect(said(team.postbox.posts)).toEqual([['card'], ['opened'], ['noted', 'noted']]);
    expect(
      team.postbox.updates.map((u) => u.post.content.kind === 'card' && u.post.content.view.case.version),
    ).toEqual([3]);
    expect(team.postbox.posts[1]?.threadTs).toBe(team.postbox.posts[0]?.ts);
  });

  test.each([true, false])(
    'an unknown fate is looked up before it is repeated (accepted: %s)',
    async (accepted) => {
      await opened();
      team.postbox.script.push({ outcome: { kind: 'unknown', why: 'reset' }, accepted });
      await team.desk.act(team.by('LI'), N1, { type: 'note', text: 'hello' });
      await team.deliver(1);
      await team.deliver(1);
      expect(said(team.postbox.posts).filter(([kind]) => kind === 'noted')).toHaveLength(accepted ? 1 : 0);
      team.time.now += LEASE + 1;
      await team.deliver(1);
      await team.deliver(1);
      expect(said(team.postbox.posts).filter(([kind]) => kind === 'noted')).toHaveLength(1);
    },
  );

  test.each([true, false])('the same for the card itself (accepted: %s)', async (accepted) => {
    team.postbox.script.push({ outcome: { kind: 'unknown', why: 'reset' }, accepted });
    await opened();
    team.time.now += LEASE + 1;
    await team.deliver(1);
    await team.deliver(1);
    expect(said(team.postbox.posts)).toEqual([['card'], ['opened']]);
    expect((await team.desk.view(T1, N1))?.thread?.ts).toBe(team.postbox.posts[0]?.ts);
  });

  test('what Slack puts off comes later; what it refuses for good is kept and not tried again', async () => {
    await opened();
    team.postbox.script.push({
      outcome: { kind: 'later', afterMs: 30_000, why: '429', limited: false },
      accepted: false,
    });
    await team.desk.act(team.by('LI'), N1, { type: 'note', text: 'put off' });
    await team.deliver(1);
    expect(said(team.postbox.posts)).toHaveLength(2);
    team.time.now += 31_000;
    await team.deliver(1);
    expect(said(team.postbox.posts)).toHaveLength(3);

    team.postbox.script.push({
      outcome: { kind: 'refused', code: 'is_archived', about: 'place' },
      accepted: false,
    });
    await team.desk.act(team.by('LI'), N1, { type: 'note', text: 'refused' });
    for (let i = 0; i < 3; i += 1) {
      await team.deliver(1);
      team.time.now += LEASE + 1;
    }
    // The thread has it no more: its owner is told directly, once.
    expect(team.postbox.posts.slice(3)).toMatchObject([
      { channel: 'LI', threadTs: null, content: { instead: { channel: 'C1', code: 'is_archived' } } },
    ]);
    const parked = await team.db
      .selectFrom('outbox')
      .select('reason')
      .where('state', '=', 'parked')
      .execute();
    expect(parked).toEqual([{ reason: 'is_archived' }]);
  });

  test('a step that is committed while the lane is read is told from the case that it made', async () => {
    await opened();
    await team.desk.act(team.by('LI'), N1, { type: 'note', text: 'one' });
    const read = team.deps.outbox.lane;
    let more = true;
    Object.assign(team.deps.outbox, {
      lane: async (lane: Parameters<typeof read>[0]) => {
        if (more) await team.desk.act(team.by('LI'), N1, { type: 'note', text: 'meanwhile' });
        more = false;
        return read(lane);
      },
    });
    await team.deliver(1);
    const told = team.postbox.posts.at(-1);
    expect(said(team.postbox.posts).at(-1)).toEqual(['noted', 'noted']);
    expect(told && caseIn(told).version).toBe(3);
  });

  test('two processes that wake for the same lane send once', async () => {
    const other = await deskOn(database, START);
    await team.desk.open(team.by('LI'), BUY_BOX);
    await Promise.all([team.deliver(1), other.deliver(1)]);
    await Promise.all([team.deliver(1), other.deliver(1)]);
    expect([...said(team.postbox.posts), ...said(other.postbox.posts)].flat().sort()).toEqual([
      'card',
      'opened',
    ]);
  });
});

describe('nudges', () => {
  test('a nudge whose cause is gone is never sent', async () => {
    await opened();
    await team.desk.act(team.by('LI'), N1, { type: 'make_ready' });
    await team.deliver(1);
    team.time.now = at('2026-11-30T09:00-05:00');
    await team.fire(1);
    await team.desk.act(team.by('LI'), N1, {
      type: 'submit',
      reference: { kind: 'case_id', id: '12345678901' },
    });
    await team.deliver(1);
    expect(said(team.postbox.posts).flat()).not.toContain('window');
    expect(said(team.postbox.posts).flat()).toContain('submitted');
  });

  test('the window mentions the owner, at whatever hour that is for them; a twin of the wake-up does nothing', async () => {
    await opened();
    await team.desk.act(team.by('LI'), N1, { type: 'make_ready' });
    await team.deliver(1);
    team.time.now = at('2026-11-30T09:00-05:00');
    await Promise.all([team.fire(1), team.fire(1), team.fire(1)]);
    await team.deliver(1);
    expect(
      said(team.postbox.posts)
        .flat()
        .filter((k) => k === 'window'),
    ).toHaveLength(1);
    expect(mentioned(team.postbox.posts)).toEqual(['LI']);
  });

  test('quiet hours defer a mention to the morning, and the rest of the thread goes on', async () => {
    await opened();
    team.time.now = at('2026-11-30T23:30+08:00');
    await team.desk.act(team.by('LI'), N1, { type: 'hand_over', to: personId('WEI'), note: '' });
    await team.desk.act(team.by('LI'), N1, { type: 'note', text: 'still awake' });
    await team.deliver(1);
    expect(said(team.postbox.posts).flat()).toEqual(['card', 'opened', 'noted']);
    team.time.now = at('2026-12-01T09:00+08:00');
    await team.deliver(1);
    const last = team.postbox.posts.at(-1);
    expect(last && said([last])).toEqual([['offered']]);
    expect(last && mentioned([last])).toEqual(['WEI']);
    expect(last?.content).toMatchObject({ lateSince: null });
  });

  test('what an outage delayed says that it is late', async () => {
    await opened();
    await team.desk.act(team.by('LI'), N1, { type: 'make_ready' });
    await team.deliver(1);
    team.time.now = at('2026-11-30T13:00-05:00');
    await team.fire(1);
    await team.deliver(1);
    expect(team.postbox.posts.at(-1)?.content).toMatchObject({ lateSince: at('2026-11-30T09:00-05:00') });
  });

  test('a person is mentioned at most three times a day; the rest is noted without', async () => {
    await opened();
    for (let i = 0; i < 5; i += 1) {
      await team.desk.act(team.by('LI'), N1, { type: 'hand_over', to: personId('WEI'), note: '' });
      await team.deliver(1);
      await team.desk.act(team.by('LI'), N1, { type: 'decline_offer', why: '' });
      await team.deliver(1);
    }
    expect(mentioned(team.postbox.posts).filter((id) => id === 'WEI')).toHaveLength(3);
    expect(
      said(team.postbox.posts)
        .flat()
        .filter((k) => k === 'offered'),
    ).toHaveLength(5);
  });

  test('a stale case that nobody owns is told to a lead who is awake', async () => {
    await opened();
    await team.desk.act(team.by('LI'), N1, { type: 'release' });
    team.time.now += 30 * 60_000;
    await team.fire(1);
    await team.deliver(1);
    // 21:30 in New York: the lead is awake until 22:00.
    expect(mentioned(team.postbox.posts)).toEqual(['MARIA']);
  });
});
