import { Kysely, type Migration, Migrator, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';

/** By name; names sort in the order in which they run. */
export type Migrations = Readonly<Record<string, Migration>>;

/**
 * Brings the database up to the code: all pending migrations in one transaction, once, under an advisory
 * lock, however many processes start together. Answers with the names of those that ran.
 */
export async function migrate(pool: Pool, migrations: Migrations): Promise<readonly string[]> {
  await refuseNewerDatabase(pool, migrations);
  const migrator = new Migrator({
    db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }),
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw new Error('The database could not be migrated; nothing was changed', { cause: error });
  return results.map(({ migrationName }) => migrationName);
}

/** kysely would call such a database corrupt; it is only ahead of us. */
async function refuseNewerDatabase(pool: Pool, migrations: Migrations): Promise<void> {
  const ledger = await pool.query<{ found: boolean }>(
    `SELECT to_regclass('public.kysely_migration') IS NOT NULL AS found`,
  );
  if (!ledger.rows[0]?.found) return;
  const { rows } = await pool.query<{ name: string }>(
    'SELECT name FROM public.kysely_migration ORDER BY name',
  );
  const unknown = rows.map(({ name }) => name).filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length === 0) return;
  throw new Error(
    `This database belongs to a newer Docket (it has ${unknown.join(', ')}). ` +
      'Start that version again, or restore a snapshot from before it; nothing was changed.',
  );
}
