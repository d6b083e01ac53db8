import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeDeliver } from '../../src/desk/deliver/deliver.ts';
import { BROKEN } from '../../src/desk/deliver/pacing.ts';
import { LEASE, PASSED_OVER } from '../../src/desk/deliver/timing.ts';
import type { Outcome } from '../../src/desk/ports/messenger.ts';
import { caseNumber, personId } from '../../src/domain/ids.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { BUY_BOX, deskOn, forgetCases } from '../support/desk.ts';
import { at } from '../support/story.ts';
import { wakeList } from '../support/wake-list.ts';

// Monday 10:00 in Shanghai.
const START = at('2026-11-30T10:00+08:00');
const N1 = caseNumber(1);
/** More than one call works off. */
const STUCK = 55;

let database: Database;
let team: Awaited<ReturnType<typeof deskOn>>;
let wakes: ReturnType<typeof wakeList>;
beforeAll(async () => {
  database = await openDatabase({});
});
afterAll(() => database.close());
beforeEach(async () => {
  team = await deskOn(database, START);
  await forgetCases(team);
  wakes = wakeList(team, makeDeliver(team.deps));
});

async function openMany(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const subject = { kind: 'asin', value: `B0${String(i).padStart(8, '0')}` } as const;
    await team.desk.open(team.by('LI'), { ...BUY_BOX, subjects: [subject] });
  }
}
const cardsOf = (number: number) =>
  team.postbox.posts.filter(({ content }) => content.kind === 'card' && content.view.case.number === number);
const answer = (method: 'post' | 'update', outcome: Outcome) => {
  const before = team.postbox[method];
  const calls = { count: 0 };
  Object.assign(team.postbox, {
    [method]: async () => {
      calls.count += 1;
      return outcome;
    },
  });
  return { calls, lift: () => Object.assign(team.postbox, { [method]: before }) };
};

test('cases that fail, however many, hold nobody else up, and are tried again a while later', async () => {
  await openMany(STUCK + 1);
  const { load } = team.deps.cases;
  Object.assign(team.deps.cases, {
    load: async (...args: Parameters<typeof load>) => {
      if (args[1] <= STUCK) throw new Error('A row that nobody can read');
      return load(...args);
    },
  });
  await wakes.run(undefined, 200);
  expect(cardsOf(STUCK + 1)).toHaveLength(1);
  expect(team.postbox.posts).toHaveLength(2);

  Object.assign(team.deps.cases, { load });
  team.time.now = START + PASSED_OVER;
  await team.deliver(1);
  expect(cardsOf(1)).toHaveLength(1);
}, 60_000);

test('messages that nobody can look for are looked for once in a while, and hold up only their own case', async () => {
  await openMany(STUCK);
  const lost = answer('post', { kind: 'unknown', why: 'HTTP 503' });
  await wakes.run(() => lost.calls.count >= STUCK, 400);
  lost.lift();
  let looked = 0;
  Object.assign(team.postbox, {
    find: async () => {
      looked += 1;
      return { kind: 'unknown', why: 'missing_scope' };
    },
  });
  team.time.now = START + LEASE;
  await openMany(STUCK + 1);
  wakes.forget();
  await team.desk.act(team.by('LI'), N1, { type: 'note', text: 'A wake-up' });
  await wakes.run(() => team.time.now > START + LEASE, 400);
  // Once each, and the first of them once more when that time has come.
  expect(looked).toBeLessThan(2 * STUCK);
  expect(cardsOf(STUCK + 1)).toHaveLength(1);
  expect(cardsOf(1)).toEqual([]);
}, 60_000);

test('an installation that Slack refuses pauses changes too, and nothing that was to be marked is forgotten', async () => {
  await openMany(4);
  await team.desk.act(team.by('LI'), N1, { type: 'hand_over', to: personId('WEI'), note: '' });
  await wakes.run();
  const offer = team.postbox.posts.find(
    ({ content }) =>
      content.kind === 'notices' &&
      content.notices.some(({ cause }) => cause.kind === 'event' && cause.event.type === 'offered'),
  );
  expect(offer).toBeDefined();
  const refused = answer('update', { kind: 'refused', code: 'token_revoked', about: 'installation' });
  await team.desk.act(team.by('WEI'), N1, { type: 'accept_offer' });
  for (const other of [2, 3, 4])
    await team.desk.act(team.by('LI'), caseNumber(other), { type: 'note', text: 'Something' });
  const posts = answer('post', { kind: 'refused', code: 'token_revoked', about: 'installation' });
  for (let second = 0; second < 60; second += 1) {
    team.time.now += 1_000;
    await team.deliver(1);
  }
  expect(refused.calls.count + posts.calls.count).toBeLessThanOrEqual(2);
  refused.lift();
  posts.lift();
  team.time.now += BROKEN;
  for (let round = 0; round < 3; round += 1) {
    team.time.now += 2_000;
    await team.deliver(1);
  }
  const marked = team.postbox.updates.filter(({ ts }) => ts === offer?.ts);
  expect(marked).toMatchObject([{ post: { content: { over: true } } }]);
});

test('what was to be told to an owner in the morning is told to whoever owns the case by then', async () => {
  await openMany(1);
  await wakes.run();
  team.time.now = at('2026-11-30T22:30+08:00');
  const archived = answer('post', { kind: 'refused', code: 'is_archived', about: 'place' });
  await team.desk.act(team.by('LI'), N1, { type: 'note', text: 'Late in the evening' });
  await team.deliver(1);
  archived.lift();
  team.postbox.posts.length = 0;
  await team.db.updateTable('people').set({ is_lead: true }).where('person_id', '=', 'MARIA').execute();
  await team.desk.act(team.by('MARIA'), N1, { type: 'hand_over', to: personId('WEI'), note: '' });
  team.time.now = at('2026-12-01T09:00+08:00');
  await team.deliver(1);
  const direct = team.postbox.posts.filter((p) => p.threadTs === null && p.content.kind === 'notices');
  expect(direct.map((p) => p.channel)).toEqual(['WEI']);
});
