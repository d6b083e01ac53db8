import { randomUUID } from 'node:crypto';
import { openStore } from '../../src/store/open-store.ts';
import { ackLatency } from './ack/ack.ts';
import { manyCases, type Population } from './many-cases.ts';
import { queueBytes } from './queue-bytes.ts';
import { registerRate } from './register/register.ts';
import { report } from './report.ts';
import type { Result } from './result.ts';
import { onFreshPglite, onFreshPostgres, startServers } from './servers.ts';
import { wakeLag } from './wake/wake.ts';

const CASES = 100_000;

const only = process.argv.slice(2);
const wanted = (key: string): boolean => only.length === 0 || only.includes(key);

const started = performance.now();
const took: Record<string, number> = {};
const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const from = performance.now();
  const done = await work();
  took[what] = Math.round((performance.now() - from) / 100) / 10;
  return done;
};
const servers = await timed('servers', startServers);
const { postgres, redis } = servers;
const results: Result[] = [];
const keep = (result: Result): void => void results.push(result);
try {
  if (postgres !== null && redis !== null && wanted('ack_p99'))
    await timed('ack_p99', () =>
      onFreshPostgres(postgres, async (database) => keep(await ackLatency(database, redis))),
    );
  if (postgres !== null && wanted('register_rate'))
    await timed('register_rate', () =>
      onFreshPostgres(postgres, async (database) => keep(await registerRate('register_rate', database))),
    );
  if (wanted('register_rate_embedded'))
    await timed('register_rate_embedded', () =>
      onFreshPglite(async (database) => keep(await registerRate('register_rate_embedded', database))),
    );
  if (postgres !== null && redis !== null && (wanted('wake_lag_p99') || wanted('queue_bytes')))
    await onFreshPostgres(postgres, async (database) => {
      const store = await openStore(database, randomUUID);
      try {
      const population: Population = await timed('100,000 cases', () => manyCases(store, CASES, Date.now()));
      if (wanted('wake_lag_p99')) {
        await timed('wake_redis', async () => keep((await wakeLag('Redis', store, { redis }, CASES)).result));
        const { pool } = store.database;
        await timed('wake_postgres', async () => keep((await wakeLag('Postgres', store, { pool }, CASES)).result));
      }
      if (wanted('queue_bytes'))
        await timed('queue_bytes', async () => keep(await queueBytes(store, redis, population)));
      } finally {
        await store.database.close();
      }
    });
} finally {
  await servers.stop();
}
console.log(took);
report(results, performance.now() - started);
