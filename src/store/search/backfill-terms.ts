import { type Kysely, sql } from 'kysely';
import type { CaseEvent } from '../../domain/events.ts';
import { termsOf } from '../../domain/search/terms.ts';

/** Cases in one go. */
const BATCH = 500;

interface Told {
  readonly workspace_id: string;
  readonly case_number: number;
  readonly events: CaseEvent[];
}

/** Lets cases be found that were there before they could be: by all that their events say. */
export async function backfillTerms(db: Kysely<never>): Promise<void> {
  let last = { workspace_id: '', case_number: 0 };
  for (;;) {
    const { rows } = await sql<Told>`
      select c.workspace_id, c.case_number, (
        select coalesce(json_agg(e.event order by e.seq), '[]') from case_events e
        where e.workspace_id = c.workspace_id and e.case_number = c.case_number) as events
      from cases c
      where (c.workspace_id, c.case_number) > (${last.workspace_id}, ${last.case_number}::integer)
      order by c.workspace_id, c.case_number limit ${BATCH}`.execute(db);
    const newest = rows.at(-1);
    if (newest === undefined) return;
    // No term has a space in it.
    const found = rows.map(({ workspace_id, case_number, events }) => ({
      workspace_id,
      case_number,
      terms: termsOf(events).join(' '),
    }));
    await sql`
      update cases set terms = string_to_array(found.terms, ' ')
      from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
        as found (workspace_id text, case_number integer, terms text)
      where cases.workspace_id = found.workspace_id and cases.case_number = found.case_number`.execute(db);
    last = newest;
  }
}
