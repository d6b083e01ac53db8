import { Redis } from 'ioredis';
import { type SandboxOptions, type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import { type QueueEngine, queueEngines } from '../engines.ts';

type Transport = 'socket' | 'http';

/** Where a journey takes place. Without servers at hand there are fewer of them. */
export interface SetUp {
  readonly name: string;
  start(options: Omit<SandboxOptions, 'database' | 'redisUrl' | 'transport'>): Promise<SandboxProduct>;
}

/** Each of vitest's workers runs one file at a time, and has a Redis database for itself: 7 to 10. */
const REDIS_DATABASE = 7 + ((Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % 4);

const setUp = (engine: QueueEngine, transport: Transport): SetUp => ({
  name: `${engine.name}, by ${transport}`,
  start: async (options) => {
    const fresh = await engine.database.fresh();
    const redisUrl = engine.redis === null ? {} : { redisUrl: await emptied(engine.redis) };
    const product = await startProduct({ ...options, transport, database: fresh.options, ...redisUrl }).catch(
      async (err: unknown) => {
        await fresh.remove();
        throw err;
      },
    );
    const stop = async (): Promise<void> => {
      try {
        await product.stop();
      } finally {
        await fresh.remove();
      }
    };
    return { ...product, stop };
  },
});

/** Every engine, by both ways in from Slack. */
export const everySetUp: readonly SetUp[] = queueEngines.flatMap((engine) => [
  setUp(engine, 'socket'),
  setUp(engine, 'http'),
]);

/** On one machine with nothing but Node, and as a team has it that outgrew that. */
export const setUps: readonly SetUp[] = queueEngines.flatMap((engine) => {
  if (engine.name === 'PGlite') return [setUp(engine, 'socket')];
  return engine.name === 'Redis' ? [setUp(engine, 'http')] : [];
});

/** Jobs that an earlier file left there would be taken for hints about cases of this one. */
async function emptied(server: string): Promise<string> {
  const url = new URL(`/${REDIS_DATABASE}`, server).href;
  const redis = new Redis(url);
  try {
    await redis.flushdb();
  } finally {
    redis.disconnect();
  }
  return url;
}
