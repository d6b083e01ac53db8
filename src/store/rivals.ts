import type { Kysely } from 'kysely';
import type { Case } from '../domain/case.ts';
import { caseNumber, type StoreId, type WorkspaceId } from '../domain/ids.ts';
import type { Rival } from '../domain/refusals.ts';
import type { Instant } from '../domain/time.ts';
import type { Tables } from './schema.ts';

/** More names help nobody to decide. */
const MOST = 5;

/**
 * Who holds one of these subjects, and who held it until not long ago. Asked of one small index first: mostly
 * nobody does, and then no case is read.
 */
export async function rivals(
  db: Kysely<Tables>,
  workspace: WorkspaceId,
  store: StoreId,
  subjects: readonly string[],
  since: Instant,
): Promise<{ readonly open: readonly Rival[]; readonly closed: readonly Rival[] }> {
  if (subjects.length === 0) return { open: [], closed: [] };
  const shared = await db
    .selectFrom('case_subjects')
    .select(['case_number', 'subject'])
    .where('workspace_id', '=', workspace)
    .where('store_id', '=', store)
    .where('subject', 'in', subjects)
    .orderBy('case_number')
    .execute();
  if (shared.length === 0) return { open: [], closed: [] };
  const cases = await db
    .selectFrom('cases')
    .select(['case_number', 'state', 'closed_at'])
    .where('workspace_id', '=', workspace)
    .where(
      'case_number',
      'in',
      shared.map((row) => row.case_number),
    )
    .where('status', '<>', 'withdrawn')
    .execute();
  const byNumber = new Map(cases.map((row) => [row.case_number, row]));
  const rows = shared.flatMap(({ case_number, subject }) => {
    const found = byNumber.get(case_number);
    return found ? [{ ...found, subject }] : [];
  });
  const closed = rows
    .filter((row) => row.closed_at !== null && row.closed_at >= since)
    .sort((a, b) => (b.closed_at ?? 0) - (a.closed_at ?? 0));
  return { open: grouped(rows.filter((row) => row.closed_at === null)), closed: grouped(closed) };
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
