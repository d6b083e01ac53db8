import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Database, openDatabase } from '../src/store/database.ts';

/** A database that nobody else uses. It can be opened again and again, as by a restarted process. */
export interface FreshDatabase {
  open(): Promise<Database>;
  remove(): Promise<void>;
}

export interface Engine {
  readonly name: 'PGlite' | 'Postgres';
  fresh(): Promise<FreshDatabase>;
}

const pglite: Engine = {
  name: 'PGlite',
  fresh: async () => ({ open: () => openDatabase({}), remove: async () => {} }),
};

const postgres = (server: string): Engine => ({
  name: 'Postgres',
  fresh: async () => {
    const name = `docket_${randomUUID().replaceAll('-', '')}`;
    await onServer(server, `CREATE DATABASE ${name}`);
    const url = new URL(server);
    url.pathname = name;
    return {
      open: () => openDatabase({ url: url.href }),
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

/**
 * Every engine that is at hand: `describe.each(engines)('… on $name', (engine) => { … })`. In memory PGlite
 * forgets everything when it is closed; a suite that restarts on it opens a data folder itself.
 */
export const engines: readonly Engine[] = server === null ? [pglite] : [pglite, postgres(server)];

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
