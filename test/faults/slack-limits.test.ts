import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDeliver } from '../../src/desk/deliver/deliver.ts';
import { SLACK_RATES } from '../../src/desk/deliver/pacing.ts';
import type { Outcome, Post } from '../../src/desk/ports/messenger.ts';
import { caseNumber, channelId } from '../../src/domain/ids.ts';
import { SECOND } from '../../src/domain/time.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { BUY_BOX, deskOn } from '../support/desk.ts';
import { at } from '../support/story.ts';
import { wakeList } from '../support/wake-list.ts';

const START = at('2026-11-30T10:00+08:00');

let database: Database;
beforeAll(async () => {
  database = await openDatabase({});
});
afterAll(() => database.close());

/** Hazard 10; what a 429 without Retry-After becomes: test/slack/messenger.test.ts. */
test('a channel that Slack says has too many rests as long as Slack said; the other goes on; nothing is dropped', async () => {
  const team = await deskOn(database, START);
  Object.assign(team.deps, { rates: SLACK_RATES });
  const wakes = wakeList(team, makeDeliver(team.deps));
  const inChannel = (name: string) => {
    const caseChannel = channelId(name);
    Object.assign(team.deps, { settings: () => ({ caseChannel, zone: 'Asia/Shanghai', locale: 'en' }) });
  };
  const subject = (i: number) => ({ kind: 'asin', value: `B0${String(i).padStart(8, '0')}` }) as const;
  for (const [i, name] of ['C1', 'C1', 'C2'].entries()) {
    inChannel(name);
    await team.desk.open(team.by('LI'), { ...BUY_BOX, subjects: [subject(i)] });
  }
  await wakes.run();

  const tries: { channel: string; at: number; outcome: Outcome }[] = [];
  const post = team.postbox.post.bind(team.postbox);
  const limitedUntil = team.time.now + 30 * SECOND;
  Object.assign(team.postbox, {
    post: async (message: Post): Promise<Outcome> => {
      const { now } = team.time;
      const tooMany = message.channel === 'C1' && now < limitedUntil;
      const outcome: Outcome = tooMany
        ? { kind: 'later', afterMs: limitedUntil - now, why: 'ratelimited', limited: true }
        : await post(message);
      tries.push({ channel: message.channel, at: now, outcome });
      return outcome;
    },
  });
  for (const number of [1, 2, 3])
    await team.desk.act(team.by('LI'), caseNumber(number), { type: 'note', text: `note ${number}` });
  const began = team.time.now;
  await wakes.run();

  const sent = (channel: string) =>
    tries.filter((one) => one.channel === channel && one.outcome.kind === 'sent').map((one) => one.at);
  expect(sent('C2')).toEqual([began]);
  expect(sent('C1')).toHaveLength(2);
  expect(Math.min(...sent('C1'))).toBeGreaterThanOrEqual(limitedUntil);
  expect(Math.max(...sent('C1'))).toBeLessThan(limitedUntil + 5 * SECOND);
  expect(tries.filter(({ outcome }) => outcome.kind === 'later')).toHaveLength(1);
});
