import { Redis } from 'ioredis';
import { afterAll, beforeAll } from 'vitest';
import type { QueuePlace } from '../../src/scheduler/backend.ts';
import type { Database } from '../../src/store/database.ts';

export interface JobRow {
  readonly id: string;
  readonly state: string;
}

/** What a test sees of the place where jobs live, and does to it behind the product's back. */
export interface JobsAt {
  readonly place: () => QueuePlace;
  /** All jobs that are not finished, by id. */
  jobs(): Promise<JobRow[]>;
  /** Everything that BullMQ keeps is gone. */
  loseAll(): Promise<void>;
  /** A job that Docket never added. */
  addOdd(data: string): Promise<void>;
}

export function jobsInDatabase(database: () => Database): JobsAt {
  const query = (sql: string, values: unknown[] = []) => database().pool.query(sql, values);
  return {
    place: () => ({ pool: database().pool }),
    jobs: async () => (await query('SELECT id, state FROM bullmq.job ORDER BY id')).rows,
    loseAll: async () => void (await query('TRUNCATE bullmq.job, bullmq.meta, bullmq.event CASCADE')),
    addOdd: async (data) => {
      await query(
        `SELECT bullmq.add_job('timers', 'odd', 'timers', $1::jsonb, '{"removeOnFail": true}', 0, 0, 0, 1,
                               NULL, NULL, NULL, NULL, NULL, false)`,
        [data],
      );
    },
  };
}

/** Each suite has a database of its own, which it empties: files run side by side. */
export function jobsInRedis(server: () => string, number: number): JobsAt {
  const url = (): string => new URL(`/${number}`, server()).href;
  let redis: Redis | undefined;
  const client = (): Redis => {
    if (!redis) throw new Error('Redis is there once the suite runs');
    return redis;
  };
  beforeAll(async () => {
    redis = new Redis(url());
    redis.on('error', () => undefined);
    await redis.flushdb();
  });
  afterAll(() => redis?.disconnect());
  const idsIn = async (queue: string): Promise<JobRow[]> => {
    const key = (list: string): string => `docket:${queue}:${list}`;
    const [waiting, active, delayed] = await Promise.all([
      client().lrange(key('wait'), 0, -1),
      client().lrange(key('active'), 0, -1),
      client().zrange(key('delayed'), '0', '-1'),
    ]);
    const all = { waiting, active, delayed };
    return Object.entries(all).flatMap(([state, ids]) => ids.map((id) => ({ id, state })));
  };
  return {
    place: () => ({ redis: url() }),
    jobs: async () => {
      const found = await Promise.all(['timers', 'outbox'].map(idsIn));
      return found.flat().sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    loseAll: async () => void (await client().flushdb()),
    addOdd: async (data) => {
      const now = Date.now();
      await client().hset('docket:timers:odd', {
        name: 'timers',
        data,
        opts: '{"removeOnFail":true}',
        timestamp: now,
        delay: 0,
        priority: 0,
      });
      await client().lpush('docket:timers:wait', 'odd');
      await client().zadd('docket:timers:marker', 0, '0');
    },
  };
}
