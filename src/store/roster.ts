import { type Kysely, sql } from 'kysely';
import type { Person, Roster } from '../desk/ports/people.ts';
import { personId } from '../domain/ids.ts';
import { LOCALES } from '../domain/locale.ts';
import type { Tables } from './schema.ts';

const read = (row: Row): Person => ({
  id: personId(row.person_id),
  name: row.name,
  zone: row.zone,
  locale: LOCALES.find((l) => l === row.locale) ?? 'en',
  isGuest: row.is_guest,
  isLead: row.is_lead,
});

interface Row {
  readonly person_id: string;
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
  readonly is_guest: boolean;
  readonly is_lead: boolean;
}

/** What Docket remembers of people, so that a nudge can be planned while Slack is away. */
export function postgresRoster(db: Kysely<Tables>): Roster {
  return {
    recall: async (workspace, id) => {
      const row = await db
        .selectFrom('people')
        .selectAll()
        .where('workspace_id', '=', workspace)
        .where('person_id', '=', id)
        .executeTakeFirst();
      return row ? read(row) : null;
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
          })),
        )
        .onConflict((c) =>
          c.columns(['workspace_id', 'person_id']).doUpdateSet({
            name: sql`excluded.name`,
            zone: sql`excluded.zone`,
            locale: sql`excluded.locale`,
            is_guest: sql`excluded.is_guest`,
          }),
        )
        .execute();
    },
    leads: async (workspace) => {
      const rows = await db
        .selectFrom('people')
        .selectAll()
        .where('workspace_id', '=', workspace)
        .where('is_lead', '=', true)
        .where('is_guest', '=', false)
        .orderBy('person_id')
        .execute();
      return rows.map(read);
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
