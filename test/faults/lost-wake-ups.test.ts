import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Wake } from '../../src/desk/ports/wake.ts';
import { sweep } from '../../src/desk/sweep.ts';
import { caseNumber } from '../../src/domain/ids.ts';
import { type Scheduler, startScheduler } from '../../src/scheduler/scheduler.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { BUY_BOX, deskOn, silent, T1 } from '../support/desk.ts';
import { at } from '../support/story.ts';

let database: Database;
let scheduler: Scheduler;
beforeAll(async () => {
  database = await openDatabase({});
});
afterAll(async () => {
  await scheduler.stop();
  await database.close();
});

/** Hazard 5, on the embedded queue. */
test('all of BullMQ’s tables emptied: what falls due still arrives within a sweep, once', async () => {
  const team = await deskOn(database, at('2027-01-18T08:55-05:00'));
  const late: { wake?: Wake } = {};
  Object.assign(team.deps.wake, {
    timers: async (due: Parameters<Wake['timers']>[0]) => late.wake?.timers(due),
    outbox: async (lanes: Parameters<Wake['outbox']>[0]) => late.wake?.outbox(lanes),
  });
  scheduler = await startScheduler({
    pool: database.pool,
    handlers: { fire: (t) => team.fire(t.case), deliver: (lane) => team.deliver(lane.case) },
    sweep: () => sweep(team.deps),
    now: () => team.time.now,
    log: silent,
    sweepEvery: 3_600_000,
  });
  late.wake = scheduler.wake;
  const windows = (): number =>
    team.postbox.posts.filter(
      ({ content }) =>
        content.kind === 'notices' &&
        content.notices.some((n) => n.cause.kind === 'timer' && n.cause.timer.kind === 'window'),
    ).length;
  const until = async (check: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await check())) await pause(10);
  };
  const jobs = async (): Promise<number> =>
    (await database.pool.query('select count(*)::int as n from bullmq.job')).rows[0].n;

  await team.desk.open(team.by('LI'), BUY_BOX);
  await team.desk.act(team.by('LI'), caseNumber(1), { type: 'make_ready' });
  await until(() => team.postbox.posts.length >= 2);
  // The window is five minutes away, inside the horizon: a job waits for it already.
  await scheduler.sweepNow();
  expect(await jobs()).toBeGreaterThan(0);

  const { rows } = await database.pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'bullmq' and tablename not like '%migration%'",
  );
  for (const { name } of rows) await database.pool.query(`delete from bullmq."${name}"`);
  expect(await jobs()).toBe(0);

  team.time.now = at('2027-01-18T09:00-05:00');
  expect(windows()).toBe(0);
  await scheduler.sweepNow();
  await until(() => windows() > 0);
  await scheduler.sweepNow();
  await scheduler.sweepNow();
  await until(async () => (await sweep(team.deps)).outbox.length === 0);
  expect(windows()).toBe(1);
  expect((await team.desk.view(T1, caseNumber(1)))?.case.fired).toHaveProperty(['window.2.1']);
});
