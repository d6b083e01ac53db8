import type { Kysely } from 'kysely';
import type { Case } from '../domain/case.ts';
import { caseNumber, type StoreId, type WorkspaceId } from '../domain/ids.ts';
import type { Rival } from '../domain/refusals.ts';
import type { Instant } from '../domain/time.ts';
import type { Tables } from './schema.ts';

/** More names help nobody to decide. */
const MOST = 5;

export async function openRivals(
  db: Kysely<Tables>,
  workspace: WorkspaceId,
  store: StoreId,
  subjects: readonly string[],
): Promise<Rival[]> {
  if (subjects.length === 0) return [];
  const rows = await db
    .selectFrom('claims')
    .innerJoin('cases', (join) =>
      join
        .onRef('cases.workspace_id', '=', 'claims.workspace_id')
        .onRef('cases.case_number', '=', 'claims.case_number'),
    )
    .select(['cases.state', 'claims.subject', 'cases.closed_at'])
    .where('claims.workspace_id', '=', workspace)
    .where('claims.store_id', '=', store)
    .where('claims.subject', 'in', subjects)
    .orderBy('claims.case_number')
    .execute();
  return grouped(rows);
}

export async function closedRivals(
  db: Kysely<Tables>,
  workspace: WorkspaceId,
  store: StoreId,
  subjects: readonly string[],
  since: Instant,
): Promise<Rival[]> {
  if (subjects.length === 0) return [];
  const rows = await db
    .selectFrom('case_subjects')
    .innerJoin('cases', (join) =>
      join
        .onRef('cases.workspace_id', '=', 'case_subjects.workspace_id')
        .onRef('cases.case_number', '=', 'case_subjects.case_number'),
    )
    .select(['cases.state', 'case_subjects.subject', 'cases.closed_at'])
    .where('case_subjects.workspace_id', '=', workspace)
    .where('case_subjects.store_id', '=', store)
    .where('case_subjects.subject', 'in', subjects)
    .where('cases.status', '=', 'closed')
    .where('cases.closed_at', '>=', since)
    .orderBy('cases.closed_at', 'desc')
    .execute();
  return grouped(rows);
}

function grouped(rows: readonly { state: Case; subject: string; closed_at: number | null }[]): Rival[] {
  const byCase = new Map<number, Rival>();
  for (const { state, subject, closed_at } of rows) {
    const known = byCase.get(state.number);
    // The key is `kind:value`; people write only the value.
    const written = subject.slice(subject.indexOf(':') + 1);
    byCase.set(state.number, {
      number: caseNumber(state.number),
      owner: state.owner,
      status: state.phase.status,
      shared: [...(known?.shared ?? []), written],
      closedAt: closed_at,
    });
  }
  return [...byCase.values()].slice(0, MOST);
}
