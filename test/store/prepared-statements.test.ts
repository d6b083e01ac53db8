import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';

let database: Database;
let pool: pg.Pool;
beforeAll(async () => {
  database = await openDatabase({});
  pool = database.pool;
}, 60_000);
afterAll(() => database.close());

const prepared = async (part: string): Promise<string[]> =>
  (
    await pool.query<{ name: string; statement: string }>(
      'SELECT name, statement FROM pg_prepared_statements',
    )
  ).rows
    .filter(({ statement }) => statement.includes(part))
    .map(({ name }) => name);

test('a text that is used again is planned once, whichever client sends it', async () => {
  const [one, other] = [await pool.connect(), await pool.connect()];
  try {
    for (const client of [one, other, one, other])
      expect((await client.query('SELECT $1::int + 1 AS planned_once', [2])).rows).toEqual([
        { planned_once: 3 },
      ]);
    expect(await prepared('planned_once')).toHaveLength(1);
  } finally {
    one.release();
    other.release();
  }
});

test('the same text with parameters of other types is another statement', async () => {
  const ask = async (value: unknown): Promise<unknown> => {
    const { rows } = await pool.query('SELECT $1::text AS as_text', [value]);
    return rows[0];
  };
  expect(await ask('a')).toEqual({ as_text: 'a' });
  expect(await ask(7)).toEqual({ as_text: '7' });
  expect(await ask(null)).toEqual({ as_text: null });
});

test('after a plan for an empty table another is made in time, and answers the same', async () => {
  await pool.query('CREATE TABLE grown (id int primary key)');
  for (let id = 0; id < 250; id += 1) await pool.query('INSERT INTO grown (id) VALUES ($1)', [id]);
  expect((await pool.query('SELECT count(*)::int AS count FROM grown WHERE id >= $1', [0])).rows).toEqual([
    { count: 250 },
  ]);
  expect(await prepared('INSERT INTO grown')).toHaveLength(1);
});

test('a table that is changed answers with its new columns', async () => {
  await pool.query('CREATE TABLE changed (id int)');
  await pool.query('INSERT INTO changed (id) VALUES ($1)', [1]);
  const ask = async (): Promise<unknown[]> =>
    (await pool.query('SELECT * FROM changed WHERE id = $1', [1])).rows;
  expect(await ask()).toEqual([{ id: 1 }]);
  await pool.query("ALTER TABLE changed ADD COLUMN word text DEFAULT 'new'");
  expect(await ask()).toEqual([{ id: 1, word: 'new' }]);
});

test('a text that Postgres refuses is refused each time, and one that failed for its values is not', async () => {
  for (let tries = 0; tries < 3; tries += 1)
    await expect(pool.query('SELECT $1::int FROM nowhere', [1])).rejects.toThrow('nowhere');
  await expect(pool.query('SELECT 1 / $1::int AS divided', [0])).rejects.toThrow('division by zero');
  expect((await pool.query('SELECT 1 / $1::int AS divided', [1])).rows).toEqual([{ divided: 1 }]);
});

test('what a transaction that is undone planned first still serves', async () => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT $1::int AS undone', [1]);
    await client.query('ROLLBACK');
    expect((await client.query('SELECT $1::int AS undone', [2])).rows).toEqual([{ undone: 2 }]);
  } finally {
    client.release();
  }
});
