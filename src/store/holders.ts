import type { Kysely } from 'kysely';
import type { Holders } from '../desk/ports/cases.ts';
import { caseNumber, storeId, type WorkspaceId } from '../domain/ids.ts';
import type { Tables } from './schema.ts';

/** Who holds any of these, for a whole list in two questions. */
export async function holders(
  db: Kysely<Tables>,
  workspace: WorkspaceId,
  caseIds: readonly string[],
  subjects: readonly string[],
): Promise<Holders> {
  const ids =
    caseIds.length === 0
      ? []
      : await db
          .selectFrom('cases')
          .select(['case_id', 'case_number'])
          .where('workspace_id', '=', workspace)
          .where('case_id', 'in', caseIds)
          .execute();
  const claims =
    subjects.length === 0
      ? []
      : await db
          .selectFrom('claims')
          .select(['store_id', 'subject', 'case_number'])
          .where('workspace_id', '=', workspace)
          .where('subject', 'in', subjects)
          .orderBy('case_number', 'desc')
          .execute();
  return {
    caseIds: new Map(ids.flatMap((row) => (row.case_id ? [[row.case_id, caseNumber(row.case_number)]] : []))),
    claims: claims.map((row) => ({
      store: storeId(row.store_id),
      subject: row.subject,
      number: caseNumber(row.case_number),
    })),
  };
}
