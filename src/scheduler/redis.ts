import { Redis, type RedisOptions } from 'ioredis';
import type { Log } from '../desk/ports/log.ts';
import { type Duration, MINUTE, SECOND } from '../domain/time.ts';
import { within } from './time-limit.ts';

/** The connections of one process; BullMQ adds a blocking one for each worker. */
export interface RedisClients {
  /** For adding jobs: an answer soon, or a fault. */
  readonly adding: Redis;
  /** For workers: a command waits until Redis is back. */
  readonly working: Redis;
  readonly close: () => void;
}

type Options = Omit<RedisOptions, 'replyMapping'>;

const reconnect = (times: number): Duration => Math.min(times * 100, SECOND);

/**
 * Nothing waits in the process for a Redis that is away or frozen: a hint that is late is a sweep's work. A
 * silent connection is dropped with all that it still holds.
 */
const ADDING: Options = {
  retryStrategy: reconnect,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  commandTimeout: 2 * SECOND,
  socketTimeout: 5 * SECOND,
};

/** BullMQ demands endless retries. Its idle workers hear nothing for half a minute; longer means a dead line. */
const WORKING: Options = {
  retryStrategy: reconnect,
  maxRetriesPerRequest: null,
  socketTimeout: MINUTE,
};

/** What no waiting mends: it is there, and says no. */
const REFUSAL = /^(WRONGPASS|NOAUTH|NOPERM)\b/;

interface Starting {
  over: boolean;
  waited: boolean;
  refuse?: (err: Error) => void;
}

/** @throws with what to do, where Redis can't be reached in time or would lose wake-ups by its settings. */
export async function openRedis(url: string, log: Log, startLimit: Duration): Promise<RedisClients> {
  // The reason of a failed try is told in the end; ioredis would print each one.
  let reason = 'no answer';
  const where = `Redis at ${new URL(url).host}`;
  const starting: Starting = { over: false, waited: false };
  const refused = new Promise<never>((_, reject) => (starting.refuse = reject));
  const open = (options: Options): Redis => {
    const redis = new Redis(url, options);
    redis.on('error', (err: Error) => {
      reason = err.message || String(err);
      if (starting.over) return;
      if (REFUSAL.test(reason)) starting.refuse?.(err);
      else if (!starting.waited) log.warn({ why: reason }, `${where} can't be reached; trying for a while`);
      starting.waited = true;
    });
    return redis;
  };
  const [adding, working] = [open(ADDING), open(WORKING)];
  const close = (): void => {
    adding.disconnect();
    working.disconnect();
  };
  const unusable = (cause: unknown): Error => {
    const text = `${where} can't be used (${reason}): start it or correct REDIS_URL, then start again.`;
    return new Error(text, { cause });
  };
  try {
    const connected = Promise.race([Promise.all([ready(adding), ready(working)]), refused]);
    await within(startLimit, 'Connecting', connected).catch((err: unknown) => Promise.reject(unusable(err)));
    if (starting.waited) log.info({}, `${where} is there; going on`);
    await checkSettings(adding, log);
  } catch (err) {
    close();
    throw err;
  } finally {
    starting.over = true;
  }
  return { adding, working, close };
}

const ready = (redis: Redis): Promise<void> => new Promise((resolve) => redis.once('ready', () => resolve()));

/** What Redis drops or forgets is found by the sweep; but dropped keys break a queue, lost ones only delay it. */
async function checkSettings(redis: Redis, log: Log): Promise<void> {
  const info = fieldsOf(await redis.info());
  const policy = info.get('maxmemory_policy');
  if (policy !== undefined && policy !== 'noeviction')
    throw new Error(
      `Redis drops what it likes when its memory is full (maxmemory-policy ${policy}), Docket's jobs too: ` +
        'set maxmemory-policy to noeviction, then start again.',
    );
  if (info.get('aof_enabled') === '1') return;
  // Hosted servers often forbid CONFIG; then the snapshots are the host's business.
  const saves = await redis.config('GET', 'save').then(
    (reply) => (Array.isArray(reply) ? String(reply[1]) : ''),
    () => null,
  );
  if (saves === '')
    log.warn(
      {},
      'Redis keeps nothing on disk: after its restart wake-ups come up to 30 s late. Set appendonly to yes.',
    );
}

const fieldsOf = (info: string): ReadonlyMap<string, string> =>
  new Map(
    info
      .split(/\r?\n/)
      .map((line) => line.split(':'))
      .map(([name = '', value = '']) => [name, value]),
  );
