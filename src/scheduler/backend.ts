import {
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  isPgPool,
  runMigrations,
} from 'bullmq';
import type { Log } from '../desk/ports/log.ts';
import { type Duration, MINUTE } from '../domain/time.ts';
import { openRedis } from './redis.ts';

/** Where the jobs live: beside our tables on the database's own `pg.Pool`, or on a Redis. */
export type QueuePlace = { readonly pool: object } | { readonly redis: string };

/** Where the jobs live, for BullMQ. Only this file knows which store it is. */
export interface Backend {
  /** It knows its connection; what BullMQ is given as one is not looked at. */
  readonly factory: BackendFactory<IQueueBackend, object>;
  /** Rejects where it would refuse a job now. */
  check(): Promise<unknown>;
  close(): void;
}

/** Other products may share the Redis. */
const PREFIX = 'docket';
const START_LIMIT = MINUTE;

/** Rejects if the store can't be reached: a worker that started without it would stay silent for ever. */
export const openBackend = (place: QueuePlace, log: Log, startLimit?: Duration): Promise<Backend> =>
  'redis' in place ? redisBackend(place.redis, log, startLimit) : postgresBackend(place.pool);

/** BullMQ's tables in the schema `bullmq`, which the pool has on its search path. */
export async function postgresBackend(pool: object): Promise<Backend> {
  // BullMQ's own test: its type and pg's say the same in ways that TypeScript can't reconcile.
  if (!isPgPool(pool)) throw new TypeError('BullMQ needs a pg.Pool');
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  return {
    factory: (name, options, how) => createPostgresBackend(name, { ...options, connection: pool }, how),
    check: () => pool.query('SELECT 1'),
    close: () => {},
  };
}

export async function redisBackend(
  url: string,
  log: Log,
  startLimit: Duration = START_LIMIT,
): Promise<Backend> {
  const { adding, working, close } = await openRedis(url, log, startLimit);
  return {
    factory: (name, options, how) => {
      const connection = how?.withBlockingConnection ? working : adding;
      const onRedis = { ...options, connection, prefix: PREFIX };
      return createRedisBackend(name, onRedis, how);
    },
    // A write, as a job is one: a memory that is full and a replica answer a ping all the same.
    check: () => adding.set(`${PREFIX}:alive`, '1', 'EX', 60),
    close,
  };
}
