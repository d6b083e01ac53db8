import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postgresBackend } from '../../src/scheduler/backend.ts';
import type { Database } from '../../src/store/database.ts';
import { type Migrations, migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations/all.ts';
import { engines, type FreshDatabase } from '../engines.ts';
import { OPENING } from '../support/story.ts';

const first: Migrations = {
  '001_harbour': {
    up: async (db: Kysely<unknown>) => {
      await sql`CREATE TABLE harbour (id int PRIMARY KEY)`.execute(db);
      await sql`INSERT INTO harbour VALUES (1)`.execute(db);
    },
  },
};
const second: Migrations = {
  ...first,
  '002_ship': {
    up: (db: Kysely<unknown>) => db.schema.createTable('ship').addColumn('id', 'integer').execute(),
  },
};
const broken: Migrations = {
  ...second,
  '003_storm': {
    up: async (db: Kysely<unknown>) => {
      await sql`CREATE TABLE storm (id int)`.execute(db);
      await sql`SELECT 1 / 0`.execute(db);
    },
  },
};

describe.each(engines)('migrations on $name', (engine) => {
  let fresh: FreshDatabase;
  let database: Database;
  beforeEach(async () => {
    fresh = await engine.fresh();
    database = await fresh.open();
    // An embedded one comes with its tables, because most tests want them.
    for (const sql of [
      'DROP SCHEMA IF EXISTS bullmq CASCADE',
      'DROP SCHEMA public CASCADE',
      'CREATE SCHEMA public',
    ])
      await database.pool.query(sql);
  });
  afterEach(async () => {
    await database.close();
    await fresh.remove();
  });

  const tables = async () => {
    const { rows } = await database.pool.query(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_name NOT LIKE 'kysely%' ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  };

  test('run once, in order, and later only what is new', async () => {
    expect(await migrate(database.pool, first)).toEqual(['001_harbour']);
    expect(await migrate(database.pool, first)).toEqual([]);
    expect(await migrate(database.pool, second)).toEqual(['002_ship']);
    expect(await tables()).toEqual(['harbour', 'ship']);
  });

  test('run once when several start together', async () => {
    const ran = await Promise.all(Array.from({ length: 5 }, () => migrate(database.pool, second)));
    expect(ran.flat()).toEqual(['001_harbour', '002_ship']);
    expect(await tables()).toEqual(['harbour', 'ship']);
  });

  test('that fail leave nothing behind, and run when they are mended', async () => {
    await expect(migrate(database.pool, broken)).rejects.toThrow('nothing was changed');
    expect(await tables()).toEqual([]);
    await migrate(database.pool, second);
    expect(await tables()).toEqual(['harbour', 'ship']);
  });

  test('refuse a database that is newer than the code, and say what to do', async () => {
    await migrate(database.pool, second);
    await expect(migrate(database.pool, first)).rejects.toThrow(/newer Docket \(it has 002_ship\).*snapshot/);
    expect(await tables()).toEqual(['harbour', 'ship']);
  });

  test('of the product make no table that hides one of BullMQ’s', async () => {
    await migrate(database.pool, MIGRATIONS);
    await postgresBackend(database.pool);
    const { rows } = await database.pool.query(
      `SELECT ours.relname FROM pg_class ours JOIN pg_class theirs USING (relname)
       WHERE ours.relnamespace = 'public'::regnamespace AND theirs.relnamespace = 'bullmq'::regnamespace`,
    );
    expect(rows).toEqual([]);
  });

  test('let old cases be found by what their events say', async () => {
    const { '0003-desk': _, ...before } = MIGRATIONS;
    await migrate(database.pool, before);
    const opening = { ...OPENING, type: 'opened', different: null, problem: '丢了购物车' };
    const events = [opening, { type: 'noted', text: '发票周一到' }];
    // More than one batch.
    await database.pool.query(
      `INSERT INTO cases (workspace_id, case_number, version, state, status, store_id)
       SELECT 'T' || n % 3, n, 1, '{}', 'preparing', 's1' FROM generate_series(1, 1200) n`,
    );
    await database.pool.query(
      `INSERT INTO case_events SELECT 'T' || n % 3, n, seq, 1, 1, event
       FROM generate_series(1, 1199) n, jsonb_array_elements($1::jsonb) WITH ORDINALITY AS told (event, seq)`,
      [JSON.stringify(events)],
    );
    await migrate(database.pool, MIGRATIONS);
    const { rows } = await database.pool.query(
      `SELECT count(*) FILTER (WHERE terms @> '{购物,发票,b0abc12345}')::int AS found,
              count(*) FILTER (WHERE terms = '{}')::int AS empty FROM cases`,
    );
    expect(rows).toEqual([{ found: 1_199, empty: 1 }]);
  });

  test('leave the pool as they found it', async () => {
    await migrate(database.pool, first);
    expect(database.pool.idleCount).toBe(database.pool.totalCount);
    expect((await database.pool.query('SELECT id FROM harbour')).rows).toEqual([{ id: 1 }]);
  });
});
