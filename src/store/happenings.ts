import type { Kysely } from 'kysely';
import type { Happenings } from '../desk/ports/happenings.ts';
import { caseNumber } from '../domain/ids.ts';
import type { Tables } from './schema.ts';

/** The audit trail, read by time. */
export const postgresHappenings = (db: Kysely<Tables>): Happenings => ({
  between: async (workspace, from, to) => {
    const rows = await db
      .selectFrom('case_events')
      .select(['case_number', 'at', 'event'])
      .where('workspace_id', '=', workspace)
      .where('at', '>=', from)
      .where('at', '<', to)
      .orderBy('at')
      .orderBy('case_number')
      .orderBy('seq')
      .execute();
    return rows.map((row) => ({
      case: caseNumber(row.case_number),
      type: row.event.type,
      at: row.at,
      by: row.event.by,
    }));
  },
});
