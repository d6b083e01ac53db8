import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../src/domain/time.ts';
import { type LocalSlack, startLocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { queueEngines } from '../engines.ts';
import { makeCrew } from '../support/crew.ts';
import { CASES, words } from '../support/journey.ts';
import { type Kept, keptIn } from '../support/kept.ts';
import { buildServer, dataFolder } from '../support/server-process.ts';
import { stubborn } from '../support/stubborn.ts';

const LOAD: number = MINUTE;
const KILL_EVERY = 5 * SECOND;
/** How long the rest may take to be said: Slack's pace of a channel is one message a second. */
const DRAIN = 90 * SECOND;
/** Nobody sleeps: whatever the hour is here, it is noon there. */
const NOON_THERE = (() => {
  const ahead = 12 - new Date().getUTCHours();
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
})();
const ALONE = ['Ann', 'Ben', 'Cleo', 'Dan', 'Mia', 'Ned'];
const RIVALS = ['Eve', 'Finn'] as const;
const NAMED_LEADS = ['Gus', 'Hal', 'Ida', 'Jo', 'Kim', 'Lou'];
const idOf = (name: string): string => `U0${name.toUpperCase()}`;
const workspace = {
  people: [...ALONE, ...RIVALS, ...NAMED_LEADS, 'Maria'].map((name) => {
    const isAdmin = name === 'Maria';
    return { id: idOf(name), name, tz: NOON_THERE, locale: 'en-US', ...(isAdmin ? { isAdmin } : {}) };
  }),
  channels: [{ id: CASES, name: 'cases' }],
};

/** Park and Miller's: whoever sees a failure can have the same choices again. */
function dice(seed: number): (sides: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

/** What people do all at once, until the time is over; each story that was begun is brought to its end. */
async function mixedLoad(slack: LocalSlack, seed: number, isOver: () => boolean) {
  const people = stubborn(slack);
  const counts = { marks: 0 };
  const mark = (): number => (counts.marks += 1);
  const newAsin = (): string => `B0MANY${String(mark()).padStart(4, '0')}`;
  const noted = (who: string, number: number) => {
    const text = `mark-${mark()}-`;
    return people.sends(who, number, ACTIONS.note, () => ({ text }), `noted ${text}`);
  };
  const readied = (who: string, number: number) =>
    people.presses(who, number, ACTIONS.ready, (card) => card.includes(ACTIONS.submitted), 'made_ready');
  const submitted = (who: string, number: number) => {
    const reference = `1${String(mark()).padStart(10, '0')}`;
    return people.sends(who, number, ACTIONS.submitted, () => ({ reference }), `submitted ${reference}`);
  };
  const after = (ms: number): number => Math.ceil((Date.now() + ms) / SECOND);

  const stories: ((who: string, next: string) => Promise<void>)[] = [
    async (who) => {
      const number = await people.open(who, newAsin());
      await readied(who, number);
      await submitted(who, number);
      await people.sends(
        who,
        number,
        ACTIONS.replied,
        () => ({ 'reply.meaning': 'needs_us' }),
        'amazon_replied',
      );
      await people.presses(who, number, ACTIONS.solved, (card) => card.includes(ACTIONS.closed), 'solved');
      const isClosed = (card: string) => !card.includes(ACTIONS.closed) && card.includes(ACTIONS.reopen);
      await people.presses(who, number, ACTIONS.closed, isClosed, 'closed_at_amazon');
    },
    async (who) => {
      const number = await people.open(who, newAsin());
      await noted(who, number);
      const later = () => ({ until: after(12 * SECOND), why: 'The lab answers soon.' });
      await people.sends(who, number, ACTIONS.snooze, later, 'snoozed');
    },
    async (who) => {
      const number = await people.open(who, newAsin());
      // The step of one hour falls due in a moment.
      const deadline = () => ({ deadline: after(HOUR + 15 * SECOND) });
      await people.sends(who, number, ACTIONS.edit, deadline, 'deadline_set');
      // So near a deadline it is red: no message goes out without a second reader.
      await noted(who, number);
    },
    async (who, next) => {
      const number = await people.open(who, newAsin());
      await people.sends(who, number, ACTIONS.handOver, () => ({ who: idOf(next) }), 'offered');
      await noted(who, number);
      await people.accepts(idOf(next), number, next);
      await noted(idOf(next), number);
    },
  ];
  async function alone(name: string, at: number): Promise<void> {
    const roll = dice(seed + at);
    const next = ALONE[(at + 1) % ALONE.length] ?? name;
    while (!isOver()) {
      await stories[roll(stories.length)]?.(idOf(name), next);
      await pause(500 + roll(1_500));
    }
  }
  /** Two who want the same case, and then the same ownership. */
  async function rivals(): Promise<void> {
    const [one, other] = [idOf(RIVALS[0]), idOf(RIVALS[1])];
    while (!isOver()) {
      const asin = newAsin();
      const [number] = await Promise.all([people.open(one, asin), people.open(other, asin)]);
      const owner = people.journal.find((it) => it.number === number && it.what === 'opened')?.by ?? one;
      await people.sends(owner, number, ACTIONS.handOver, () => ({ how: 'release' }), 'released');
      const isTaken = (card: string) => !card.includes(ACTIONS.take);
      await Promise.all([
        people.presses(one, number, ACTIONS.take, isTaken, 'taken'),
        people.presses(other, number, ACTIONS.take, isTaken),
      ]);
      await pause(3_000);
    }
  }
  async function naming(): Promise<void> {
    for (const name of NAMED_LEADS) {
      await people.says('U0MARIA', `lead <@${idOf(name)}>`);
      await pause(LOAD / NAMED_LEADS.length);
    }
  }
  await Promise.all([...ALONE.map(alone), rivals(), naming()]);
  return people.journal;
}

const onRedis = queueEngines.filter(({ redis }) => redis !== null);

describe.each(onRedis)(
  'two web and three worker processes, jobs on $name, one killed every 5 s',
  (engine) => {
    beforeAll(buildServer, 120_000);

    test('under a minute of mixed load nothing is lost and nothing is doubled', {
      timeout: 300_000,
    }, async () => {
      const seed = Date.now() % 1_000_000;
      const folder = await dataFolder();
      onTestFinished(() => folder.remove());
      const fresh = await engine.database.fresh();
      onTestFinished(() => fresh.remove());
      const redis = new URL('/14', String(engine.redis)).href;
      await emptied(redis);
      const crew = await makeCrew(folder.path);
      const slack = await startLocalSlack({
        requestUrl: crew.url,
        workspace,
        eventRetryMs: [0, SECOND, 3 * SECOND],
      });
      onTestFinished(() => slack.close());
      onTestFinished(() => crew.stop());
      // A slow Slack: most of the time each worker has a message there that it has not heard of yet.
      slack.faults.on('chat.postMessage', 'effect', () => pause(2 * SECOND));
      // And a web that has just started waits to hear who it is that acts: after the receipt, before the commit.
      slack.faults.on('users.info', 'arrival', () => pause(SECOND / 2));
      try {
        await crew.start(slack, { DATABASE_URL: String(fresh.options.url), REDIS_URL: redis });
        const database = await fresh.open();
        onTestFinished(() => database.close());
        const kept = keptIn(database);
        const began = performance.now();
        const isOver = (): boolean => performance.now() - began > LOAD;
        const killing = (async () => {
          while (!isOver()) {
            await pause(KILL_EVERY);
            await crew.killNext();
          }
        })();
        const [journal] = await Promise.all([mixedLoad(slack, seed, isOver), killing]);
        await crew.settled();
        await slack.eventually(async () => (await kept.toDo()).length === 0, DRAIN);

        const stands = await kept.all();
        expect(crew.kills()).toBeGreaterThanOrEqual(LOAD / KILL_EVERY / 2);
        expect(stands.events.filter(({ what }) => what === 'opened').length).toBeGreaterThan(8);
        keptOnce(stands, journal);
        saidOnce(stands, slack);
        expect(stands.leads.toSorted()).toEqual([...NAMED_LEADS, 'Maria'].map(idOf).toSorted());
        expect(slack.warnings).toEqual([]);
      } catch (error) {
        console.error(`Seed ${seed}\n${crew.output()}`);
        throw error;
      }
    });
  },
);

/** Each step that somebody saw done is kept, once, and nothing else is. */
function keptOnce(
  { cases, claims, events, due }: Kept,
  journal: readonly { number: number; what: string }[],
): void {
  expect(cases.map(({ number }) => number)).toEqual(cases.map((_, i) => i + 1));
  expect(new Set(claims).size).toBe(claims.length);
  const named = ({ number, what }: { number: number; what: string }): string => `#${number} ${what}`;
  const steps = events.filter(({ what }) => what !== 'timers_fired');
  expect(steps.map(named).toSorted()).toEqual(journal.map(named).toSorted());
  for (const taken of events.filter(({ what }) => what === 'taken'))
    expect(cases[taken.number - 1]?.owner).toBe(taken.by);

  const fired = events.flatMap(({ number, fired }) => fired.map((key) => `#${number} ${key}`));
  expect(new Set(fired).size).toBe(fired.length);
  expect(fired).toEqual(expect.arrayContaining([...due]));
  expect(due.length).toBeGreaterThan(0);
}

/** Every step stands in Slack once: its notice by the key in the metadata, a person's words by themselves. */
function saidOnce({ cases, events, rows, parked }: Kept, slack: LocalSlack): void {
  expect(parked).toEqual([]);
  const posts = slack.messages(CASES).filter(({ user }) => user === slack.botUserId);
  const keys = posts.map(({ ts }) => String(Object(slack.metadata(CASES, ts)?.['event_payload']).key));
  const told = rows.filter(({ state }) => state !== 'obsolete');
  const cards = cases.map(({ number }) => `${number}.card`);
  const wanted = new Set([...cards, ...told.map(({ messageKey }) => String(messageKey))]);
  expect(keys.toSorted()).toEqual([...wanted].toSorted());
  const steps = events.filter(({ what }) => what !== 'timers_fired');
  const noticed = told.map(({ key }) => key);
  expect(noticed).toEqual(expect.arrayContaining(steps.map(({ number, seq }) => `${number}.${seq}`)));
  expect(new Set(noticed).size).toBe(noticed.length);
  const texts = posts.map(words);
  for (const { what } of steps.filter((step) => step.what.startsWith('noted mark'))) {
    const text = what.slice('noted '.length);
    expect(
      texts.filter((message) => message.includes(text)),
      text,
    ).toHaveLength(1);
  }
}

async function emptied(url: string): Promise<void> {
  const redis = new Redis(url);
  await redis.flushdb();
  redis.disconnect();
}
