import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { postgresBackend } from '../scheduler/backend.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { MIGRATIONS } from '../store/migrations/all.ts';

const MIGRATION_FILES = fileURLToPath(new URL('../store/migrations', import.meta.url));

/**
 * Opens databases in memory whose tables stand already: making one takes seconds, loading one a moment. What is
 * loaded is made once and kept in a folder, until a migration changes; one that can't be loaded is made anew.
 */
export function readyDatabases(folder: string): () => Promise<Database> {
  return async () => {
    const file = join(folder, `${await nameOfMigrations()}.tar`);
    const kept = await readFile(file).catch(() => null);
    if (kept) {
      const loaded = await openDatabase({ ready: new Blob([kept]) }).catch(() => null);
      if (loaded) return loaded;
    }
    const made = await openDatabase({});
    await migrate(made.pool, MIGRATIONS);
    await postgresBackend(made.pool);
    // It only saves time: a folder that can't be written to does no harm.
    await keep(made, folder, file).catch(() => undefined);
    return made;
  };
}

async function keep({ dump }: Database, folder: string, file: string): Promise<void> {
  if (dump === null) return;
  await mkdir(folder, { recursive: true });
  for (const old of await readdir(folder)) await rm(join(folder, old), { force: true });
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, Buffer.from(await (await dump()).arrayBuffer()));
  await rename(beside, file);
}

async function nameOfMigrations(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(MIGRATION_FILES)).toSorted())
    hash.update(name).update(await readFile(join(MIGRATION_FILES, name)));
  return hash.digest('hex').slice(0, 16);
}
