import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Database, type DatabaseOptions, openDatabase } from '../src/store/database.ts';

/** A database that nobody else uses. It can be opened again and again, as by a restarted process. */
export interface FreshDatabase {
  /** What opens it, for whoever starts the whole product on it. */
  readonly options: DatabaseOptions;
  open(): Promise<Database>;
  remove(): Promise<void>;
}

export interface Engine {
  readonly name: 'PGlite' | 'Postgres';
  fresh(): Promise<FreshDatabase>;
}

const pglite: Engine = {
  name: 'PGlite',
  fresh: async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'docket-pglite-'));
    await cp(inject('readyPglite').folder, join(dataDir, 'pgdata'), { recursive: true });
    const options = { dataDir };
    return {
      options,
      open: () => openDatabase(options),
      remove: () => rm(dataDir, { recursive: true, force: true }),
    };
  },
};

const postgres = (server: string): Engine => ({
  name: 'Postgres',
  fresh: async () => {
    const name = `docket_${randomUUID().replaceAll('-', '')}`;
    await onServer(server, `CREATE DATABASE ${name}`);
    const url = new URL(server);
    url.pathname = name;
    const options = { url: url.href };
    return {
      options,
      open: () => openDatabase(options),
      remove: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`),
    };
  },
});

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const server = inject('postgresUrl');

/** Every engine that is at hand: `describe.each(engines)('… on $name', (engine) => { … })`. */
export const engines: readonly Engine[] = server === null ? [pglite] : [pglite, postgres(server)];

/** Where the wake-ups' jobs live: beside the tables on each engine, or on a Redis beside a server. */
export interface QueueEngine {
  readonly name: Engine['name'] | 'Redis';
  readonly database: Engine;
  /** Null where the jobs live beside the tables. */
  readonly redis: string | null;
}

const redisServer = inject('redisUrl');

/** Redis never comes without Postgres; which database lies beside it is the same to the jobs. */
export const queueEngines: readonly QueueEngine[] = [
  ...engines.map((database) => ({ name: database.name, database, redis: null })),
  ...(server === null || redisServer === null
    ? []
    : [{ name: 'Redis' as const, database: postgres(server), redis: redisServer }]),
];

/** One fresh database for the suite it is called in. */
export function useDatabase(engine: Engine): () => Database {
  let fresh: FreshDatabase | undefined;
  let database: Database | undefined;
  beforeAll(async () => {
    fresh = await engine.fresh();
    database = await fresh.open();
  }, 60_000);
  afterAll(async () => {
    await database?.close();
    await fresh?.remove();
  });
  return () => {
    if (!database) throw new Error('The database is there once the suite runs');
    return database;
  };
}
