import { type Kysely, sql } from 'kysely';
import type { Happening, Happenings } from '../desk/ports/happenings.ts';
import { caseNumber, personId } from '../domain/ids.ts';
import type { Tables } from './schema.ts';

/** The audit trail, read by time. */
export const postgresHappenings = (db: Kysely<Tables>): Happenings => ({
  between: async (workspace, from, to) => {
    const rows = await db
      .selectFrom('case_events')
      .select(['case_number', 'at'])
      // What was written in them may be long, and is not asked for.
      .select(sql<Happening['type']>`event->>'type'`.as('type'))
      .select(sql<string | null>`event->>'by'`.as('by'))
      .where('workspace_id', '=', workspace)
      .where('at', '>=', from)
      .where('at', '<', to)
      .orderBy('at')
      .orderBy('case_number')
      .orderBy('seq')
      .execute();
    return rows.map((row) => ({
      case: caseNumber(row.case_number),
      type: row.type,
      at: row.at,
      by: row.by === null ? null : personId(row.by),
    }));
  },
});
