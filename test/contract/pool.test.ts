import { Kysely, PostgresDialect, sql } from 'kysely';
import type { PoolClient } from 'pg';
import { beforeEach, describe, expect, test } from 'vitest';
import { engines, useDatabase } from '../engines.ts';

const MISUSE = 'Inside an open transaction only its own handle may be used';

/** A promise, and the call that resolves it; who waits for it keeps a context of his own. */
function signal(): { promise: Promise<void>; go: () => void } {
  let go = () => {};
  const promise = new Promise<void>((resolve) => (go = resolve));
  return { promise, go };
}

describe.each(engines)('the pool on $name', (engine) => {
  const database = useDatabase(engine);
  const query = async (text: string, values?: unknown[]) => (await database().pool.query(text, values)).rows;

  async function withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await database().pool.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  }

  async function inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return withClient(async (client) => {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    });
  }

  beforeEach(async () => {
    await database().pool.query(`
      DROP TABLE IF EXISTS child, item;
      CREATE TABLE item (id int PRIMARY KEY, label text NOT NULL, amount bigint NOT NULL DEFAULT 0);
      CREATE TABLE child (id int PRIMARY KEY, item int REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED);
    `);
  });

  describe('errors', () => {
    test('carry what Postgres says about them', async () => {
      await query(`INSERT INTO item VALUES (1, 'one')`);
      await expect(query('INSERT INTO item VALUES ($1, $2)', [1, 'again'])).rejects.toMatchObject({
        code: '23505',
        constraint: 'item_pkey',
        table: 'item',
        detail: 'Key (id)=(1) already exists.',
      });
      await expect(query('SELECT * FROM nowhere')).rejects.toMatchObject({ code: '42P01' });
    });

    test('outside a transaction leave the connection usable', async () => {
      for (let i = 0; i < 5; i += 1)
        await expect(query('SELECT 1 / 0')).rejects.toMatchObject({ code: '22012' });
      expect(await query('SELECT 1 AS fine')).toEqual([{ fine: 1 }]);
    });

    test('inside a transaction block it until it is rolled back', async () => {
      await withClient(async (client) => {
        await client.query('BEGIN');
        await client.query(`INSERT INTO item VALUES (1, 'one')`);
        await expect(client.query('SELECT 1 / 0')).rejects.toMatchObject({ code: '22012' });
        await expect(client.query('SELECT 1')).rejects.toMatchObject({ code: '25P02' });
        await client.query('ROLLBACK');
        expect((await client.query('SELECT * FROM item')).rows).toEqual([]);
      });
    });

    test('at commit (a deferred constraint) undo the transaction and free the database', async () => {
      const broken = inTransaction((client) => client.query('INSERT INTO child VALUES (1, 99)'));
      await expect(broken).rejects.toMatchObject({ code: '23503', table: 'child' });
      expect(await query('SELECT * FROM child')).toEqual([]);
    });
  });

  describe('several statements in one text', () => {
    test('run in order', async () => {
      await query(`INSERT INTO item VALUES (1, 'one'); UPDATE item SET label = 'uno'; `);
      expect(await query('SELECT label FROM item')).toEqual([{ label: 'uno' }]);
    });

    test('stand or fall together', async () => {
      await expect(query(`INSERT INTO item VALUES (1, 'one'); SELECT 1 / 0`)).rejects.toThrow(
        'division by zero',
      );
      expect(await query('SELECT * FROM item')).toEqual([]);
    });
  });

  describe('transactions', () => {
    test('of twenty callers at once lose no update', async () => {
      await query(`INSERT INTO item VALUES (1, 'one', 0)`);
      const addOne = () =>
        inTransaction(async (client) => {
          const { rows } = await client.query('SELECT amount FROM item WHERE id = 1 FOR UPDATE');
          await client.query('UPDATE item SET amount = $1 WHERE id = 1', [rows[0].amount + 1]);
        });
      await Promise.all(Array.from({ length: 20 }, addOne));
      expect(await query('SELECT amount FROM item')).toEqual([{ amount: 20 }]);
    });

    test('are rolled back when their client is given back too early', async () => {
      await withClient(async (client) => {
        await client.query('BEGIN');
        await client.query(`INSERT INTO item VALUES (1, 'one')`);
      });
      expect(await query('SELECT * FROM item')).toEqual([]);
    });

    test('that failed are rolled back when their client is given back', async () => {
      await withClient(async (client) => {
        await client.query('BEGIN');
        await client.query('SELECT 1 / 0').catch(() => undefined);
      });
      expect(await query('SELECT 1 AS fine')).toEqual([{ fine: 1 }]);
    });
  });

  describe('a client that is closed', () => {
    test('while its statement waits leaves the others as they are', async () => {
      const { promise: begun, go } = signal();
      const impatient = (async () => {
        const client = await database().pool.connect();
        await begun;
        const waiting = client.query(`INSERT INTO item VALUES (7, 'seven') ON CONFLICT DO NOTHING`);
        client.release(true);
        await waiting.catch(() => undefined);
      })();
      await inTransaction(async (client) => {
        go();
        await impatient;
        await client.query(`INSERT INTO item VALUES (1, 'one')`);
      });
      expect(await query('SELECT id FROM item WHERE id = 1')).toEqual([{ id: 1 }]);
    });

    test('in the middle of a transaction is rolled back', async () => {
      const client = await database().pool.connect();
      await client.query('BEGIN');
      await client.query(`INSERT INTO item VALUES (1, 'one')`);
      client.release(true);
      expect(await query('SELECT * FROM item')).toEqual([]);
    });
  });

  describe('inside an open transaction', () => {
    test('the pool refuses at once, and the transaction goes on', async () => {
      await inTransaction(async (client) => {
        await client.query(`INSERT INTO item VALUES (1, 'one')`);
        await expect(database().pool.query('SELECT 1')).rejects.toThrow(MISUSE);
        await expect(database().pool.connect()).rejects.toThrow(MISUSE);
      });
      expect(await query('SELECT id FROM item')).toEqual([{ id: 1 }]);
    });

    test('so does a client that was taken before', async () => {
      await withClient(async (other) => {
        await inTransaction(async () => {
          await expect(other.query('SELECT 1')).rejects.toThrow(MISUSE);
        });
        expect((await other.query('SELECT 1 AS fine')).rows).toEqual([{ fine: 1 }]);
      });
    });

    test('others, who have no part in it, just wait', async () => {
      const { promise: begun, go } = signal();
      const other = (async () => {
        await begun;
        return query('SELECT count(*) AS n FROM child');
      })();
      await inTransaction(async (client) => {
        go();
        await client.query('INSERT INTO item VALUES (1, $1)', ['one']);
      });
      expect(await other).toEqual([{ n: 0 }]);
    });

    test('what it left behind may use the pool once it is over', async () => {
      let later: Promise<unknown> = Promise.resolve();
      await inTransaction(async () => {
        later = new Promise((resolve) => setTimeout(resolve, 20)).then(() => query('SELECT 1 AS fine'));
      });
      expect(await later).toEqual([{ fine: 1 }]);
    });

    test('a transaction cannot be begun on the pool itself', async () => {
      await expect(database().pool.query('BEGIN')).rejects.toThrow('client of its own');
    });
  });

  describe('kysely', () => {
    interface Tables {
      item: { id: number; label: string; amount: number };
    }
    const kysely = () => new Kysely<Tables>({ dialect: new PostgresDialect({ pool: database().pool }) });

    test('counts what it changed and reads what it wrote', async () => {
      const db = kysely();
      await db.insertInto('item').values({ id: 1, label: 'one', amount: 5 }).execute();
      const result = await db
        .updateTable('item')
        .set({ amount: 6 })
        .where('amount', '=', 5)
        .executeTakeFirst();
      expect(result.numUpdatedRows).toBe(1n);
      expect(await db.selectFrom('item').selectAll().execute()).toEqual([{ id: 1, label: 'one', amount: 6 }]);
    });

    test('rolls back what throws', async () => {
      const db = kysely();
      const broken = db.transaction().execute(async (trx) => {
        await trx.insertInto('item').values({ id: 1, label: 'one', amount: 0 }).execute();
        throw new Error('changed my mind');
      });
      await expect(broken).rejects.toThrow('changed my mind');
      expect(await db.selectFrom('item').selectAll().execute()).toEqual([]);
    });

    test('is told when it goes past its own transaction', async () => {
      const db = kysely();
      const past = db.transaction().execute(async (trx) => {
        await sql`SELECT 1`.execute(trx);
        await db.selectFrom('item').selectAll().execute();
      });
      await expect(past).rejects.toThrow(MISUSE);
    });
  });

  test('new tables land in public, and BullMQ’s schema is on the search path', async () => {
    expect(await query(`SELECT current_schema() AS first, current_setting('search_path') AS path`)).toEqual([
      { first: 'public', path: 'public, bullmq' },
    ]);
  });

  test('a busy database leaves the event loop its turns', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    for (let i = 0; i < 300; i += 1) await query('SELECT $1::int', [i]);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
  });

  test('tells the time of the database', async () => {
    const before = Date.now();
    const now = await database().now();
    expect(now).toBeGreaterThanOrEqual(before - 1);
    expect(now).toBeLessThanOrEqual(Date.now() + 1);
  });

  test('refuses politely after it was closed, and closes twice without harm', async () => {
    const fresh = await engine.fresh();
    const other = await fresh.open();
    await other.pool.query('SELECT 1');
    await other.close();
    await other.close();
    await expect(other.pool.query('SELECT 1')).rejects.toThrow('after calling end on the pool');
    await fresh.remove();
  });
});
