import { type Kysely, sql } from 'kysely';

/**
 * When a post should have stood there, apart from when it is tried again: by that a message knows whether it is
 * late, or only waited for somebody's morning.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  'alter table outbox add column due_at bigint',
  'update outbox set due_at = not_before',
  'alter table outbox alter column due_at set not null',
];
