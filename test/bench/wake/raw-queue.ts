import { type Job, Queue, Worker } from 'bullmq';
import { HOUR, type Instant } from '../../../src/domain/time.ts';
import { openBackend, type QueuePlace } from '../../../src/scheduler/backend.ts';
import { errorsOnly } from '../bench-deps.ts';

export interface Due {
  readonly dueAt: Instant;
  readonly at: Instant;
}

const NAME = 'raw';
const BATCH = 1_000;
const OPTIONS = { removeOnComplete: true, removeOnFail: true } as const;

/** BullMQ as it comes: one delayed job for each instant, and a worker that only notes when it was called. */
export async function openRawQueue(place: QueuePlace, concurrency: number, pending: number) {
  const backend = await openBackend(place, errorsOnly);
  const connection = {};
  const queue = new Queue(NAME, { connection, defaultJobOptions: OPTIONS }, backend.factory);
  const handed: Due[] = [];
  const work = async (job: Job<{ dueAt: Instant }>): Promise<void> => {
    handed.push({ dueAt: job.data.dueAt, at: Date.now() });
  };
  const worker = new Worker(NAME, work, { connection, concurrency }, backend.factory);
  await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]);
  const plan = async (dues: readonly Instant[]): Promise<void> => {
    for (let from = 0; from < dues.length; from += BATCH)
      await queue.addBulk(
        dues.slice(from, from + BATCH).map((dueAt) => ({
          name: NAME,
          data: { dueAt },
          opts: { delay: dueAt - Date.now() },
        })),
      );
  };
  const later = Date.now() + HOUR;
  await plan(Array.from({ length: pending }, (_, i) => later + i * 100));
  return {
    handed,
    plan,
    stop: async () => {
      await worker.close();
      await queue.close();
      backend.close();
    },
  };
}
