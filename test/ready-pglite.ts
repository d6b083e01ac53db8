import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import project from '../package.json' with { type: 'json' };
import { postgresBackend } from '../src/scheduler/backend.ts';
import { openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import { MIGRATIONS } from '../src/store/migrations/all.ts';

const OUTPUT = join(import.meta.dirname, '../test-output');
const MIGRATION_FILES = join(import.meta.dirname, '../src/store/migrations');

/** An embedded database with all its tables: a folder to copy, and a dump to load into memory. */
export interface ReadyPglite {
  readonly folder: string;
  readonly dump: string;
}

/**
 * Making a database and its tables takes seconds, copying one a moment. It is kept from run to run, as long as no
 * migration and no version changes.
 */
export async function readyPglite(): Promise<ReadyPglite> {
  const { '@electric-sql/pglite': pglite, bullmq } = project.dependencies;
  const hash = createHash('sha256').update(`${pglite} ${bullmq}`);
  for (const name of (await readdir(MIGRATION_FILES)).toSorted())
    hash.update(await readFile(join(MIGRATION_FILES, name)));
  const ready = join(OUTPUT, `ready-pglite-${hash.digest('hex').slice(0, 16)}`);
  const found = { folder: join(ready, 'pgdata'), dump: join(ready, 'dump.tar') };
  if (existsSync(ready)) return found;
  await mkdir(OUTPUT, { recursive: true });
  const beside = await mkdtemp(`${ready}.new-`);
  const database = await openDatabase({ dataDir: beside });
  await migrate(database.pool, MIGRATIONS);
  await postgresBackend(database.pool);
  await database.close();
  const db = await PGlite.create({ dataDir: join(beside, 'pgdata') });
  const dump = await db.dumpDataDir('none');
  await db.close();
  await writeFile(join(beside, 'dump.tar'), Buffer.from(await dump.arrayBuffer()));
  // Another run may have been faster; its copy is as good.
  await rename(beside, ready).catch(async (error: unknown) => {
    await rm(beside, { recursive: true, force: true });
    if (!existsSync(ready)) throw error;
  });
  return found;
}
