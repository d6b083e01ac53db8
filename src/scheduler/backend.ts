import { createPostgresBackend, isPgPool, type PgPool, runMigrations } from 'bullmq';

/** Where the jobs live. The only place that knows which store it is. */
export interface Backend {
  readonly connection: PgPool;
  readonly factory: typeof createPostgresBackend;
}

/**
 * BullMQ's tables on the database's own pool, in the schema `bullmq`, which the pool has on its search path.
 * Rejects if the database can't be reached: a worker that started without it would stay silent for ever.
 */
export async function postgresBackend(pool: object): Promise<Backend> {
  // BullMQ's own test: its type and pg's say the same in ways that TypeScript can't reconcile.
  if (!isPgPool(pool)) throw new TypeError('BullMQ needs a pg.Pool');
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  return { connection: pool, factory: createPostgresBackend };
}
