import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { WORKSPACE } from '../bench-deps.ts';

/** What an opening writes; `workspaces` gives the number before. */
const TABLES = [
  'receipts',
  'cases',
  'case_events',
  'claims',
  'case_subjects',
  'timers',
  'cards',
  'outbox',
] as const;

/** Values that occur nowhere else, so that a written row is a template for others. */
const NUMBER = 424_242;
const ASIN = 'B0TEMPLATE';
const KEY = 'the-request-of-the-template';

interface Statement {
  readonly text: string;
  /** Numbers and JSON text, with the template's number, ASIN and key in them. */
  readonly values: readonly unknown[];
}

/**
 * What a careful person would write in place of the desk: one transaction, one statement per table, and the
 * unique indexes alone against duplicates. The rows are those of a case that the desk opened, under another
 * number and subject, so that both write the same, whatever columns there are.
 */
export async function handWritten(
  pool: Pool,
  openTemplate: (at: { readonly asin: string; readonly requestKey: string }) => Promise<void>,
): Promise<() => Promise<void>> {
  await pool.query(
    `INSERT INTO workspaces (workspace_id, next_case_number) VALUES ($1, $2)
     ON CONFLICT (workspace_id) DO UPDATE SET next_case_number = excluded.next_case_number`,
    [WORKSPACE, NUMBER],
  );
  await openTemplate({ asin: ASIN, requestKey: KEY });
  const statements: Statement[] = [];
  for (const table of TABLES) statements.push(await statementFor(pool, table));
  await pool.query('UPDATE workspaces SET next_case_number = 1 WHERE workspace_id = $1', [WORKSPACE]);
  let written = 0;

  return async () => {
    written += 1;
    const asin = `B1${written.toString(36).toUpperCase().padStart(8, '0')}`;
    const key = randomUUID();
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<{ number: number }>(
        `INSERT INTO workspaces (workspace_id, next_case_number) VALUES ($1, 2)
         ON CONFLICT (workspace_id) DO UPDATE SET next_case_number = workspaces.next_case_number + 1
         RETURNING next_case_number - 1 AS number`,
        [WORKSPACE],
      );
      const number = rows[0]?.number ?? 0;
      const adapted = (value: unknown): unknown => {
        if (value === NUMBER) return number;
        if (typeof value !== 'string') return value;
        return value.replaceAll(String(NUMBER), String(number)).replaceAll(ASIN, asin).replaceAll(KEY, key);
      };
      for (const { text, values } of statements) await client.query(text, values.map(adapted));
      await client.query('COMMIT');
    } catch (err) {
      await client.query('ROLLBACK');
      throw err;
    } finally {
      client.release();
    }
  };
}

/** One insert of all rows that the template has in a table. */
async function statementFor(pool: Pool, table: (typeof TABLES)[number]): Promise<Statement> {
  const [column, value] = table === 'receipts' ? ['key', KEY] : ['case_number', NUMBER];
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT * FROM ${table} WHERE workspace_id = $1 AND ${column} = $2`,
    [WORKSPACE, value],
  );
  const [first] = rows;
  if (!first) throw new Error(`An opened case wrote nothing into ${table}`);
  // The outbox numbers its rows itself.
  const columns = Object.keys(first).filter((name) => name !== 'id' && first[name] !== null);
  const values = rows.flatMap((row) => columns.map((name) => written(row[name])));
  const places = rows.map(
    (_, row) => `(${columns.map((_, i) => `$${row * columns.length + i + 1}`).join(', ')})`,
  );
  return { text: `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${places.join(', ')}`, values };
}

const written = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
