import { type Kysely, sql } from 'kysely';
import type { LoadedCase } from '../../desk/ports/cases.ts';
import type { WorkspaceId } from '../../domain/ids.ts';
import type { Query } from '../../domain/search/terms.ts';
import { loadRows } from '../read-cases.ts';
import type { Tables } from '../schema.ts';

/** Nobody reads further on a phone; whoever looks for more says more. */
const MOST_FOUND = 20;

/** The case of that number first, then open ones, then the latest. */
export async function findCases(
  db: Kysely<Tables>,
  workspace: WorkspaceId,
  { number, match, terms }: Query,
): Promise<LoadedCase[]> {
  if (number === null && terms.length === 0) return [];
  const asked = sql`${[...terms]}::text[]`;
  const named = sql<boolean>`cases.case_number = ${number ?? 0}`;
  const said =
    match === 'any' ? sql<boolean>`cases.terms && ${asked}` : sql<boolean>`cases.terms @> ${asked}`;
  const rows = await db
    .selectFrom('cases')
    .select('cases.case_number')
    .where('cases.workspace_id', '=', workspace)
    .where((where) => (terms.length === 0 ? named : where.or([named, said])))
    .orderBy(named, 'desc')
    .orderBy(sql`cases.closed_at is null`, 'desc')
    .orderBy('cases.case_number', 'desc')
    .limit(MOST_FOUND)
    .execute();
  return loadRows(
    db,
    workspace,
    rows.map((row) => row.case_number),
  );
}
