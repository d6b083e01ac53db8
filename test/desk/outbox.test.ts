import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LEASE, LOOK_FOR } from '../../src/desk/deliver/timing.ts';
import { caseNumber, channelId, personId } from '../../src/domain/ids.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { BUY_BOX, deskOn, forgetCases } from '../support/desk.ts';
import { at } from '../support/story.ts';

// Monday 10:00 in Shanghai.
const START = at('2026-11-30T10:00+08:00');
const N1 = caseNumber(1);
const REFERENCE = { kind: 'case_id', id: '12345678901' } as const;

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

/** What the thread says and whom it mentions, message by message. */
const thread = (): string[] =>
  team.postbox.posts.flatMap(({ content }) => {
    if (content.kind !== 'notices') return [];
    const said = content.notices.map((n) =>
      n.cause.kind === 'event' ? n.cause.event.type : `${n.cause.timer.kind} ${n.cause.timer.step}`,
    );
    return [
      `${said.join(', ')} → ${content.mention.join(', ') || 'nobody'}${content.lateSince ? ' (late)' : ''}`,
    ];
  });

const act = (who: string, command: Parameters<typeof team.desk.act>[2]) =>
  team.desk.act(team.by(who), N1, command);

async function opened(what = BUY_BOX): Promise<void> {
  await team.desk.open(team.by('LI'), what);
  await team.deliver(1);
  await team.deliver(1);
  team.postbox.posts.length = 1;
}

describe('an uncertain message that turns out not to have arrived', () => {
  const lost = { outcome: { kind: 'unknown', why: 'reset' }, accepted: false } as const;

  test('is not sent any more if its cause is gone meanwhile', async () => {
    await opened();
    await act('LI', { type: 'make_ready' });
    await team.deliver(1);
    team.time.now = at('2026-11-30T09:00-05:00');
    await team.fire(1);
    team.postbox.script.push(lost);
    await team.deliver(1);
    await act('LI', { type: 'submit', reference: REFERENCE });
    team.time.now += LEASE + 1;
    await team.deliver(1);
    expect(thread()).toEqual(['made_ready → nobody', 'submitted → nobody']);
  });

  test('waits for the morning if the one it asks has gone to bed', async () => {
    await opened();
    team.time.now = at('2026-11-30T21:59:50+08:00');
    team.postbox.script.push(lost);
    await act('LI', { type: 'hand_over', to: personId('WEI'), note: '' });
    await team.deliver(1);
    team.time.now = at('2026-11-30T22:01+08:00');
    await team.deliver(1);
    expect(thread()).toEqual([]);
    team.time.now = at('2026-12-01T09:00+08:00');
    await team.deliver(1);
    expect(thread()).toEqual(['offered → WEI']);
  });

  test('is kept and reported once a day of looking told nothing', async () => {
    await opened();
    team.postbox.script.push(lost);
    await act('LI', { type: 'note', text: 'one' });
    await team.deliver(1);
    team.postbox.find = async () => ({ kind: 'unknown', why: 'missing_scope' });
    await act('LI', { type: 'note', text: 'two' });
    team.time.now += LOOK_FOR - 1;
    await team.deliver(1);
    expect(thread()).toEqual([]);
    team.time.now += LEASE;
    await team.deliver(1);
    expect(thread()).toEqual(['noted → nobody (late)']);
    const parked = await team.db
      .selectFrom('outbox')
      .select('reason')
      .where('state', '=', 'parked')
      .execute();
    expect(parked).toEqual([{ reason: 'unknown fate: missing_scope' }]);
  });
});

describe('two processes', () => {
  test('one that read before the other posted the card does not post it again', async () => {
    await team.desk.open(team.by('LI'), BUY_BOX);
    const other = await deskOn(database, START);
    const read = other.deps.outbox.lane;
    // The other one is paused between reading the lane and claiming the card.
    Object.assign(other.deps.outbox, {
      lane: async (lane: Parameters<typeof read>[0]) => {
        const state = await read(lane);
        Object.assign(other.deps.outbox, { lane: read });
        await team.deliver(1);
        return state;
      },
    });
    await other.deliver(1);
    const cards = [...team.postbox.posts, ...other.postbox.posts].filter((p) => p.content.kind === 'card');
    expect(cards).toHaveLength(1);
  });
});

describe('an outage', () => {
  const down = {
    outcome: { kind: 'later', afterMs: 300_000, why: 'ECONNREFUSED', limited: false },
    accepted: false,
  } as const;

  test('that began before a post makes it late, however often it was tried', async () => {
    await opened();
    await act('LI', { type: 'hand_over', to: personId('WEI'), note: '' });
    for (let i = 0; i < 4; i += 1) {
      team.postbox.script.push(down);
      await team.deliver(1);
      team.time.now += 301_000;
    }
    await team.deliver(1);
    expect(thread()).toEqual(['offered → WEI (late)']);
  });

  test('over several windows tells the last one only', async () => {
    await opened();
    await act('LI', { type: 'make_ready' });
    await team.deliver(1);
    for (const day of ['2026-11-30', '2026-12-01', '2026-12-02']) {
      team.time.now = at(`${day}T09:00-05:00`);
      await team.fire(1);
      team.postbox.script.push(down);
      await team.deliver(1);
    }
    team.time.now += 3_600_000;
    await team.deliver(1);
    expect(thread()).toEqual(['made_ready → nobody', 'window 3 → LI, MARIA (late)']);
  });
});

describe('whom a step mentions', () => {
  test('an owner who left the team can’t act: the leads are told', async () => {
    await opened();
    await act('LI', { type: 'make_ready' });
    await team.deliver(1);
    const gone = {
      id: personId('LI'),
      name: 'LI',
      zone: 'Asia/Shanghai',
      locale: 'en',
      isGuest: true,
      vacation: null,
    } as const;
    team.people.set('LI', gone);
    team.time.now = at('2026-11-30T09:00-05:00');
    await team.fire(1);
    await team.deliver(1);
    expect(thread().at(-1)).toBe('window 1 → MARIA');
  });

  test('red is told beyond three mentions a day, and takes nothing from them', async () => {
    const red = {
      ...BUY_BOX,
      category: 'a_to_z',
      subjects: [{ kind: 'order', value: '112-1234567-1234567' }],
    } as const;
    await opened(red);
    for (let i = 0; i < 5; i += 1) {
      await act('LI', { type: 'hand_over', to: personId('WEI'), note: '' });
      await team.deliver(1);
      await act('LI', { type: 'decline_offer', why: '' });
      await team.deliver(1);
    }
    expect(thread().filter((line) => line === 'offered → WEI')).toHaveLength(5);
    await team.desk.open(team.by('LI'), BUY_BOX);
    await team.desk.act(team.by('LI'), caseNumber(2), { type: 'hand_over', to: personId('WEI'), note: '' });
    await team.deliver(2);
    expect(thread().at(-1)).toBe('opened, offered → WEI');
  });

  test('what was settled in the night is on the record in the morning, and asks nobody', async () => {
    await opened();
    team.time.now = at('2026-11-30T23:30+08:00');
    await act('LI', { type: 'hand_over', to: personId('WEI'), note: '' });
    await team.deliver(1);
    await act('LI', { type: 'decline_offer', why: '' });
    await team.deliver(1);
    team.time.now = at('2026-12-01T09:00+08:00');
    await team.deliver(1);
    expect(thread()).toEqual(['offer_declined → nobody', 'offered → nobody']);
  });

  test('a reviewer’s hours count for the review', async () => {
    await opened({ ...BUY_BOX, message: 'Please restore the Buy Box.' });
    await act('LI', { type: 'ask_review', reviewer: personId('MARIA') });
    const view = await team.desk.view(team.by('LI').workspace, N1);
    // Four working hours of New York, where it is Sunday evening.
    expect(view?.timers.find((t) => t.kind === 'stale_review')?.dueAt).toBe(at('2026-11-30T13:00-05:00'));
  });
});

test('a card that Slack refused is told to its owner, and tried again with the next change', async () => {
  team.postbox.script.push({
    outcome: { kind: 'refused', code: 'not_in_channel', about: 'place' },
    accepted: false,
  });
  await team.desk.open(team.by('LI'), BUY_BOX);
  await team.deliver(1);
  expect(team.postbox.posts).toMatchObject([
    { channel: 'LI', content: { instead: { code: 'not_in_channel' } } },
  ]);
  expect(await team.deps.outbox.lanesDue(START, START, 10)).toEqual([]);
  await act('LI', { type: 'note', text: 'The bot is in the channel again' });
  await team.deliver(1);
  expect(team.postbox.posts[1]).toMatchObject({ channel: channelId('C1'), content: { kind: 'card' } });
  expect(thread().slice(1)).toEqual(['noted → nobody']);
});
