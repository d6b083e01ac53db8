import { randomUUID } from 'node:crypto';
import type { DatabaseOptions } from '../../src/store/database.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { ackLatency } from './ack/ack.ts';
import { manyCases } from './many-cases.ts';
import { queueBytes } from './queue-bytes.ts';
import { registerRate } from './register/register.ts';
import { report } from './report.ts';
import { type Result, worstOf } from './result.ts';
import { onFreshPglite, onFreshPostgres, startServers } from './servers.ts';
import { wakeLag } from './wake/wake.ts';
import { weekJump } from './week/week-jump.ts';

/** `npm run bench`, or `npm run bench -- register_rate ack_p99` for some of the marks only. */
const only = process.argv.slice(2);
const wanted = (key: string): boolean => only.length === 0 || only.includes(key);

const CASES = 100_000;

async function onManyCases(database: DatabaseOptions, redis: string): Promise<Result[]> {
  const store: Store = await openStore(database, randomUUID);
  const { pool } = store.database;
  const results: Result[] = [];
  try {
    const population = await manyCases(store, CASES, Date.now());
    if (wanted('wake_lag_p99'))
      results.push(
        worstOf('wake_lag_p99', [
          await wakeLag('on Redis', store, { redis }, CASES),
          await wakeLag('on Postgres', store, { pool }, CASES),
        ]),
      );
    if (wanted('queue_bytes')) results.push(await queueBytes(store, redis, population));
    return results;
  } finally {
    await store.database.close();
  }
}

async function measure(): Promise<Result[]> {
  const servers = await startServers();
  const { postgres, redis } = servers;
  const results: Result[] = [];
  try {
    if (postgres !== null && redis !== null && wanted('ack_p99'))
      results.push(await onFreshPostgres(postgres, (database) => ackLatency(database, redis)));
    if (postgres !== null && wanted('register_rate'))
      results.push(await onFreshPostgres(postgres, (database) => registerRate('register_rate', database)));
    if (wanted('register_rate_embedded'))
      results.push(await onFreshPglite((database) => registerRate('register_rate_embedded', database)));
    if (wanted('week_jump')) results.push(await weekJump());
    if (postgres !== null && redis !== null && (wanted('wake_lag_p99') || wanted('queue_bytes')))
      results.push(...(await onFreshPostgres(postgres, (database) => onManyCases(database, redis))));
    return results;
  } finally {
    await servers.stop();
  }
}

const started = performance.now();
report(await measure(), performance.now() - started);
