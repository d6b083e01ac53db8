import { setTimeout as pause } from 'node:timers/promises';
import { type Job, Queue, UnrecoverableError, Worker } from 'bullmq';
import type { Log } from '../desk/ports/log.ts';
import { HORIZON } from '../desk/ports/wake.ts';
import { type Duration, type Instant, MINUTE, SECOND } from '../domain/time.ts';
import type { Backend } from './backend.ts';
import { errorLog } from './error-log.ts';
import { within } from './time-limit.ts';
import { wakeJob } from './wake-job.ts';
import type { WakeKind } from './wake-kinds.ts';

export interface WakeQueueOptions<W> {
  readonly kind: WakeKind<W>;
  readonly backend: Backend;
  /** Null where other processes do the work. */
  readonly handle: ((wake: W) => Promise<void>) | null;
  readonly now: () => Instant;
  readonly log: Log;
  readonly concurrency: number;
}

export interface WakeQueue<W> {
  add(wakes: readonly W[]): Promise<void>;
  /** Lets running jobs end, up to the limit. */
  close(limit: Duration): Promise<void>;
}

const BATCH = 500;
const START_LIMIT = 15 * SECOND;
/** Our clock and the queue's differ by some milliseconds; a job may come that much early. */
const SLIGHTLY_EARLY = SECOND;

/** A few tries for a hiccup; the real retry is the sweep. Kept jobs would block their ids. */
const JOB = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: true,
  removeOnFail: true,
} as const;

const WORKER = {
  // An idle worker looks this often; jobs wake it at once, and so do delayed ones that fall due.
  drainDelay: MINUTE / 2 / SECOND,
  runRetryDelay: SECOND,
} as const;

/** One queue, and the worker that empties it where this process works. */
export async function openWakeQueue<W>(options: WakeQueueOptions<W>): Promise<WakeQueue<W>> {
  const { kind, backend, handle, now, concurrency } = options;
  const { factory } = backend;
  const log = errorLog(options.log, kind.queue);

  const working = (handle: (wake: W) => Promise<void>) => async (job: Job<unknown>) => {
    const parsed = kind.schema.safeParse(job.data);
    if (!parsed.success) throw new UnrecoverableError(`Not a wake-up: ${parsed.error.message}`);
    const early = kind.at(parsed.data) - now();
    // A clock is far off: the sweep adds it again with the delay that is right.
    if (early > SLIGHTLY_EARLY) return;
    if (early > 0) await pause(early);
    await handle(parsed.data);
  };

  // What BullMQ keeps for those who watch a queue; nobody does.
  const streams = { events: { maxLen: 100 } };
  // BullMQ wants to see one; the factory has its own.
  const connection = {};
  const queue = new Queue(kind.queue, { connection, streams, defaultJobOptions: JOB }, factory);
  queue.on('error', log.fault);
  const worker =
    handle && new Worker(kind.queue, working(handle), { connection, concurrency, ...WORKER }, factory);
  worker?.on('error', log.fault);
  worker?.on('failed', (job, err) => log.failed({ job: job?.id, wake: job?.data, err }));

  /** One row that no job can hold must not keep the others out. */
  const isSound = (wake: W): boolean => {
    const { success, error: err } = kind.schema.safeParse(wake);
    if (!success) log.failed({ wake, err });
    return success;
  };
  const jobOf = (wake: W) => {
    const { id, delay } = wakeJob(kind, wake, now(), queue.token);
    return { name: kind.queue, data: wake, opts: { jobId: id, delay } };
  };

  async function close(limit: Duration): Promise<void> {
    try {
      if (worker) await within(limit, `Closing ${kind.queue}`, worker.close());
    } catch (err) {
      log.fault(err);
      await worker?.disconnect();
    }
    await queue.close();
  }

  try {
    const ready = Promise.all([queue.waitUntilReady(), worker?.waitUntilReady()]);
    await within(START_LIMIT, `Opening ${kind.queue}`, ready);
  } catch (err) {
    await close(SECOND);
    throw err;
  }
  return {
    add: async (wakes) => {
      const soon = wakes.filter((wake) => isSound(wake) && kind.at(wake) - now() <= HORIZON);
      for (let start = 0; start < soon.length; start += BATCH)
        await queue.addBulk(soon.slice(start, start + BATCH).map(jobOf));
    },
    close,
  };
}
