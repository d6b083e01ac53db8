import { type Kysely, sql } from 'kysely';
import type { Team } from '../desk/ports/team.ts';
import type { PersonId, WorkspaceId } from '../domain/ids.ts';
import { everyChoice, readChoices, writeChoices } from './choices.ts';
import { personOf, selectPeople, writeDay } from './people-rows.ts';
import type { Tables } from './schema.ts';
import { saveStore, storeProfiles } from './store-profiles.ts';

/** The team on Postgres. */
export function postgresTeam(db: Kysely<Tables>): Team {
  return {
    choices: (workspace) => readChoices(db, workspace),
    everyChoice: () => everyChoice(db),
    choose: (workspace, choices, shown) => writeChoices(db, workspace, choices, shown),
    stores: (workspace) => storeProfiles(db, workspace),
    store: async (workspace, id) => (await storeProfiles(db, workspace, id))[0] ?? null,
    saveStore: (workspace, profile, shown) => saveStore(db, workspace, profile, shown),
    people: async (workspace) => {
      const rows = await selectPeople(db, workspace)
        .where('people.is_guest', '=', false)
        .orderBy('people.person_id')
        .execute();
      return rows.map(personOf);
    },
    setLeads: async (workspace, ids) => {
      await ofWorkspace(db, workspace)
        .set({ is_lead: isAmong(ids) })
        .execute();
    },
    setReviewers: async (workspace, ids) => {
      await ofWorkspace(db, workspace)
        .set({ is_reviewer: isAmong(ids) })
        .execute();
    },
    setOffice: async (workspace, person, office) => {
      await ofPerson(db, workspace, person).set({ office }).execute();
    },
    setHabits: async (workspace, person, habits) => {
      await ofPerson(db, workspace, person)
        .set({ habits: JSON.stringify(habits) })
        .execute();
    },
    addAbsence: async (workspace, person, { from, to, cover }) => {
      const key = { workspace_id: workspace, person_id: person };
      const [first_day, last_day] = [writeDay(from), writeDay(to)];
      await db.transaction().execute(async (tx) => {
        await tx
          .deleteFrom('absences')
          .where('workspace_id', '=', workspace)
          .where('person_id', '=', person)
          .where('first_day', '<=', last_day)
          .where('last_day', '>=', first_day)
          .execute();
        await tx
          .insertInto('absences')
          .values({ ...key, first_day, last_day, cover })
          .execute();
      });
    },
    endAbsences: async (workspace, person, from) => {
      const today = writeDay(from);
      await db.transaction().execute(async (tx) => {
        const theirs = (day: 'first_day' | 'last_day') =>
          tx
            .deleteFrom('absences')
            .where('workspace_id', '=', workspace)
            .where('person_id', '=', person)
            .where(day, '>=', today);
        await theirs('first_day').execute();
        await tx
          .updateTable('absences')
          .set({ last_day: sql`to_char(${today}::date - 1, 'YYYY-MM-DD')` })
          .where('workspace_id', '=', workspace)
          .where('person_id', '=', person)
          .where('last_day', '>=', today)
          .execute();
      });
    },
  };
}

const ofWorkspace = (db: Kysely<Tables>, workspace: WorkspaceId) =>
  db.updateTable('people').where('workspace_id', '=', workspace);

const isAmong = (ids: readonly PersonId[]) =>
  ids.length > 0 ? sql<boolean>`person_id in (${sql.join([...ids])})` : false;

const ofPerson = (db: Kysely<Tables>, workspace: WorkspaceId, person: string) =>
  db.updateTable('people').where('workspace_id', '=', workspace).where('person_id', '=', person);
