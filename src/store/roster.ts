import { type Kysely, sql } from 'kysely';
import type { Roster } from '../desk/ports/people.ts';
import { NO_END, personOf, selectPeople } from './people-rows.ts';
import type { Tables } from './schema.ts';

/** What Docket remembers of people, so that a nudge can be planned while Slack is away. */
export function postgresRoster(db: Kysely<Tables>): Roster {
  return {
    recall: async (workspace, id) => {
      const row = await selectPeople(db, workspace).where('people.person_id', '=', id).executeTakeFirst();
      return row ? personOf(row) : null;
    },
    remember: async (workspace, profiles) => {
      if (profiles.length === 0) return;
      await db
        .insertInto('people')
        .values(
          profiles.map((p) => ({
            workspace_id: workspace,
            person_id: p.id,
            name: p.name,
            zone: p.zone,
            locale: p.locale,
            is_guest: p.isGuest,
            vacation_until: p.vacation && (p.vacation.until ?? NO_END),
          })),
        )
        .onConflict((c) =>
          c.columns(['workspace_id', 'person_id']).doUpdateSet({
            name: sql`excluded.name`,
            zone: sql`excluded.zone`,
            locale: sql`excluded.locale`,
            is_guest: sql`excluded.is_guest`,
            vacation_until: sql`excluded.vacation_until`,
          }),
        )
        .execute();
    },
    leads: async (workspace) => {
      const rows = await selectPeople(db, workspace)
        .where('people.is_lead', '=', true)
        .where('people.is_guest', '=', false)
        .orderBy('people.person_id')
        .execute();
      return rows.map(personOf);
    },
    makeLeads: async (workspace, ids) => {
      if (ids.length === 0) return;
      await db
        .updateTable('people')
        .set({ is_lead: true })
        .where('workspace_id', '=', workspace)
        .where('person_id', 'in', ids)
        .execute();
    },
  };
}
