import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { HORIZON } from '../../src/desk/ports/wake.ts';
import { sweep } from '../../src/desk/sweep.ts';
import type { Instant } from '../../src/domain/time.ts';
import { openBackend } from '../../src/scheduler/backend.ts';
import { startScheduler } from '../../src/scheduler/scheduler.ts';
import type { Store } from '../../src/store/open-store.ts';
import { benchDeps, errorsOnly } from './bench-deps.ts';
import type { Population } from './many-cases.ts';
import { type Result, resultOf } from './result.ts';

const BATCH = 2_000;
const MARK = 0.05;

/**
 * What Redis holds for all open cases: the jobs of the busiest horizon of the coming days, beside one delayed
 * job for every timer. Last on its database: it takes away what would have been fired by then.
 */
export async function queueBytes(store: Store, url: string, { cases, timers }: Population): Promise<Result> {
  const redis = new Redis(url);
  const used = async (): Promise<number> => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
  const grownBy = async (work: () => Promise<() => Promise<void>>): Promise<number> => {
    await redis.flushdb();
    const before = await used();
    const undo = await work();
    const grown = (await used()) - before;
    await undo();
    return grown;
  };
  try {
    const beside = await grownBy(() => jobForEachTimer(store, url));
    const busiest = await toBusiestMoment(store);
    let jobs = 0;
    const ours = (): Promise<number> =>
      grownBy(async () => {
        const scheduler = await docketOn(store, url, busiest);
        jobs = await redis.zcard('docket:timers:delayed');
        return () => scheduler.stop();
      });
    const rounds = [await ours(), await ours(), await ours()].map((grown) => ({ ours: grown, beside }));
    const mark = {
      key: 'queue_bytes',
      unit: 'bytes',
      target: `<= ${MARK}x`,
      met: ({ ratio }: { ratio: number }) => ratio <= MARK,
    };
    const perCase = Math.round((timers / cases) * 100) / 100;
    return resultOf(mark, rounds, { cases, timers, timersPerCase: perCase, jobsInTheHorizon: jobs });
  } finally {
    await redis.flushdb();
    redis.disconnect();
  }
}

/** The start of the horizon in which most falls due; what is due before it has been fired by then. */
async function toBusiestMoment({ database: { pool } }: Store): Promise<Instant> {
  const { rows } = await pool.query<{ start: Instant }>(
    `SELECT due_at / ${HORIZON} * ${HORIZON} AS start FROM timers GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  );
  const start = rows[0]?.start ?? Date.now();
  await pool.query('DELETE FROM timers WHERE due_at <= $1', [start]);
  return start;
}

async function docketOn(store: Store, url: string, now: Instant) {
  const deps = benchDeps(store, { now: () => now });
  const scheduler = await startScheduler({
    redis: url,
    // What falls due meanwhile stays due: nothing is to change while it is weighed.
    handlers: { fire: async () => {}, deliver: async () => {}, attend: async () => {} },
    sweep: () => sweep(deps),
    now: deps.now,
    log: errorsOnly,
  });
  await scheduler.sweepNow();
  return scheduler;
}

/** As products do that trust their queue: the same data, under BullMQ's own ids. */
async function jobForEachTimer({ database }: Store, url: string): Promise<() => Promise<void>> {
  const backend = await openBackend({ redis: url }, errorsOnly);
  const queue = new Queue(
    'timers',
    { connection: {}, defaultJobOptions: { removeOnComplete: true, removeOnFail: true } },
    backend.factory,
  );
  const { rows } = await database.pool.query<{
    workspaceId: string;
    case: number;
    key: string;
    dueAt: number;
  }>(`SELECT workspace_id AS "workspaceId", case_number AS "case", key, due_at AS "dueAt" FROM timers`);
  for (let from = 0; from < rows.length; from += BATCH)
    await queue.addBulk(
      rows.slice(from, from + BATCH).map((data) => ({
        name: 'timers',
        data,
        opts: { delay: Math.max(0, data.dueAt - Date.now()) },
      })),
    );
  return async () => {
    await queue.close();
    backend.close();
  };
}
