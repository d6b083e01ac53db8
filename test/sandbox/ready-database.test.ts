import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { readyDatabases } from '../../src/sandbox/ready-database.ts';
import type { Database } from '../../src/store/database.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docket-ready-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

async function opened(): Promise<Database> {
  const database = await readyDatabases(folder)();
  onTestFinished(() => database.close());
  return database;
}

const tables = async ({ pool }: Database): Promise<unknown> =>
  (
    await pool.query(
      "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
    )
  ).rows;
const stores = async ({ pool }: Database): Promise<number | null> =>
  (await pool.query("SELECT 1 FROM stores WHERE workspace_id = 'T1'")).rowCount;

test('the next database begins with the same tables, and with nothing that was written since', async () => {
  const first = await opened();
  await first.pool.query(
    "INSERT INTO stores (workspace_id, store_id, name, folded_name) VALUES ('T1', $1, 'A', 'a')",
    [randomUUID()],
  );
  const second = await opened();
  expect(await tables(second)).toEqual(await tables(first));
  expect(await stores(first)).toBe(1);
  expect(await stores(second)).toBe(0);
});

test('a kept one that is damaged is made anew', async () => {
  const first = await opened();
  const [kept = ''] = readdirSync(folder);
  writeFileSync(join(folder, kept), 'half of a dump');
  const second = await opened();
  expect(await tables(second)).toEqual(await tables(first));
  expect(readdirSync(folder)).toEqual([kept]);
});

test('a folder that can’t be written to costs time, nothing else', async () => {
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'a file');
  expect(await tables(await opened())).not.toEqual([]);
});
