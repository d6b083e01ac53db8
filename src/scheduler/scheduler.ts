import type { Log } from '../desk/ports/log.ts';
import type { OutboxWake, PeopleWake, Wake, WakeTimer } from '../desk/ports/wake.ts';
import { type Duration, type Instant, MINUTE, SECOND } from '../domain/time.ts';
import { openBackend, type QueuePlace } from './backend.ts';
import { startSweeper } from './sweeper.ts';
import { within } from './time-limit.ts';
import { OUTBOX, PEOPLE, TIMERS, type WakeKind } from './wake-kinds.ts';
import { openWakeQueue, type WakeQueue } from './wake-queue.ts';

export type SchedulerOptions = QueuePlace & {
  /** False: hints are added and sweeps run, and the jobs are left to other processes. */
  readonly works?: boolean;
  readonly handlers: {
    readonly fire: (timer: WakeTimer) => Promise<void>;
    readonly deliver: (lane: OutboxWake) => Promise<void>;
    readonly attend: (wake: PeopleWake) => Promise<void>;
  };
  /** All rows that are overdue or due inside the horizon. */
  readonly sweep: () => Promise<{
    readonly timers: readonly WakeTimer[];
    readonly outbox: readonly OutboxWake[];
    readonly people: readonly PeopleWake[];
  }>;
  readonly now: () => Instant;
  readonly log: Log;
  readonly sweepEvery?: Duration;
  /** Jobs of each queue that run side by side. */
  readonly concurrency?: number;
  /** How long `stop` waits for running jobs; what it leaves behind is found by the next start. */
  readonly drainLimit?: Duration;
  /** How long a Redis that is away is waited for. */
  readonly startLimit?: Duration;
};

export interface Scheduler {
  readonly wake: Wake;
  /** Resolves when all that is due was handed to the workers; turning the clock ends with this. */
  sweepNow(): Promise<void>;
  /** When a sweep last did all that it should. */
  readonly sweptAt: () => Instant | null;
  /** Rejects where the queue would refuse a job now. It may take as long as the queue's store does. */
  checkQueue(): Promise<unknown>;
  stop(): Promise<void>;
}

/** The desk waits no longer than this for a hint to be taken. */
const WAKE_LIMIT = 2 * SECOND;
export const SWEEP_EVERY: Duration = 30 * SECOND;
const SWEEP_LIMIT = MINUTE;
/** Hints that the queue's store has not answered; while there are so many, another one is lost at once. */
const MOST_UNANSWERED = 1_000;

/** Three queues, their workers where this process works, one sweep. Rejects if the queue's store can't be reached. */
export async function startScheduler(options: SchedulerOptions): Promise<Scheduler> {
  const { handlers, now, log, works = true, sweepEvery = SWEEP_EVERY, drainLimit = 5 * SECOND } = options;
  const { concurrency = 8 } = options;
  const backend = await openBackend(options, log, options.startLimit);
  const open = <W>(kind: WakeKind<W>, handle: (wake: W) => Promise<void>): Promise<WakeQueue<W>> =>
    openWakeQueue({ kind, backend, handle: works ? handle : null, now, log, concurrency });
  const opened: { close(limit: Duration): Promise<void> }[] = [];
  const close = async (): Promise<void> => {
    try {
      await Promise.all(opened.map((queue) => queue.close(drainLimit)));
    } finally {
      backend.close();
    }
  };
  const openOrEnd = async <W>(kind: WakeKind<W>, handle: (wake: W) => Promise<void>) => {
    const queue = await open(kind, handle).catch(async (err: unknown) => {
      await close();
      throw err;
    });
    opened.push(queue);
    return queue;
  };
  const timers = await openOrEnd(TIMERS, handlers.fire);
  const outbox = await openOrEnd(OUTBOX, handlers.deliver);
  const people = await openOrEnd(PEOPLE, handlers.attend);
  let stopped = false;
  let unanswered = 0;
  let sweptAt: Instant | null = null;

  const sweepAll = async (): Promise<void> => {
    const due = await options.sweep();
    await Promise.all([timers.add(due.timers), outbox.add(due.outbox), people.add(due.people)]);
    sweptAt = now();
  };
  const sweeper = startSweeper(
    () => within(SWEEP_LIMIT, 'The sweep', sweepAll()),
    sweepEvery,
    (err) => log.error({ err }, 'A sweep failed; the next one comes'),
  );

  const hint = async <W>(queue: WakeQueue<W>, wakes: readonly W[]): Promise<void> => {
    if (stopped) return;
    try {
      if (unanswered >= MOST_UNANSWERED) throw new Error('The queue has not answered for a while');
      unanswered += 1;
      const added = queue.add(wakes).finally(() => (unanswered -= 1));
      await within(WAKE_LIMIT, 'A wake-up', added);
    } catch (err) {
      log.warn({ err }, 'A wake-up was lost; the sweep will find it');
    }
  };

  return {
    wake: {
      timers: (due) => hint(timers, due),
      outbox: (lanes) => hint(outbox, lanes),
      people: (due) => hint(people, due),
    },
    sweepNow: () => sweeper.now(),
    sweptAt: () => sweptAt,
    checkQueue: () => backend.check(),
    stop: async () => {
      if (stopped) return;
      stopped = true;
      sweeper.stop();
      await close();
    },
  };
}
