import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Team, WorkspaceChoices } from '../desk/ports/team.ts';
import { channelId, personId, storeId, type WorkspaceId } from '../domain/ids.ts';
import { LOCALES } from '../domain/locale.ts';
import { isMarketplace } from '../domain/marketplaces.ts';
import type { StoreProfile } from '../domain/team.ts';
import { personOf, selectPeople, writeDay } from './people-rows.ts';
import type { Tables } from './schema.ts';
import { folded } from './stores.ts';

const choicesSchema = z.object({
  caseChannel: z.string().transform(channelId).nullable().default(null),
  locale: z.enum(LOCALES).nullable().default(null),
  zone: z.string().nullable().default(null),
  installer: z.string().transform(personId).nullable().default(null),
  startedAt: z.number().nullable().default(null),
});

/** The team on Postgres. */
export function postgresTeam(db: Kysely<Tables>): Team {
  return {
    choices: async (workspace): Promise<WorkspaceChoices> => {
      const row = await db
        .selectFrom('workspaces')
        .select('choices')
        .where('workspace_id', '=', workspace)
        .executeTakeFirst();
      return choicesSchema.parse(row?.choices ?? {});
    },
    choose: async (workspace, choices) => {
      await db
        .insertInto('workspaces')
        .values({ workspace_id: workspace, choices: JSON.stringify(choices) })
        .onConflict((c) => c.column('workspace_id').doUpdateSet({ choices: JSON.stringify(choices) }))
        .execute();
    },
    stores: (workspace) => storeProfiles(db, workspace),
    saveStore: (workspace, profile) => saveStore(db, workspace, profile),
    people: async (workspace) => {
      const rows = await selectPeople(db, workspace)
        .where('people.is_guest', '=', false)
        .orderBy('people.person_id')
        .execute();
      return rows.map(personOf);
    },
    setReviewers: async (workspace, ids) => {
      const all = db.updateTable('people').where('workspace_id', '=', workspace);
      await all
        .set({ is_reviewer: ids.length > 0 ? sql`person_id in (${sql.join([...ids])})` : false })
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

const ofPerson = (db: Kysely<Tables>, workspace: WorkspaceId, person: string) =>
  db.updateTable('people').where('workspace_id', '=', workspace).where('person_id', '=', person);

async function storeProfiles(db: Kysely<Tables>, workspace: WorkspaceId): Promise<StoreProfile[]> {
  const rows = await db
    .selectFrom('stores')
    .selectAll('stores')
    .select((s) => [
      s
        .selectFrom('store_marketplaces as m')
        .select((m) => m.fn.agg<string[]>('array_agg', ['m.marketplace']).orderBy('m.marketplace').as('all'))
        .whereRef('m.workspace_id', '=', 'stores.workspace_id')
        .whereRef('m.store_id', '=', 'stores.store_id')
        .as('marketplaces'),
      s
        .selectFrom('store_submitters as p')
        .select((p) => p.fn.agg<string[]>('array_agg', ['p.person_id']).orderBy('p.person_id').as('all'))
        .whereRef('p.workspace_id', '=', 'stores.workspace_id')
        .whereRef('p.store_id', '=', 'stores.store_id')
        .as('submitters'),
    ])
    .where('stores.workspace_id', '=', workspace)
    .orderBy('stores.folded_name')
    .execute();
  const person = (id: string | null) => (id === null ? null : personId(id));
  return rows.map((row) => ({
    store: { id: storeId(row.store_id), name: row.name },
    marketplaces: (row.marketplaces ?? []).filter(isMarketplace),
    keeper: person(row.keeper),
    cover: person(row.cover),
    defaultOwner: person(row.default_owner),
    channel: row.channel === null ? null : channelId(row.channel),
    submitters: (row.submitters ?? []).map(personId),
    premium: row.premium,
  }));
}

async function saveStore(db: Kysely<Tables>, workspace: WorkspaceId, profile: StoreProfile): Promise<void> {
  const key = { workspace_id: workspace, store_id: profile.store.id };
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('stores')
      .set({
        name: profile.store.name,
        folded_name: folded(profile.store.name),
        keeper: profile.keeper,
        cover: profile.cover,
        default_owner: profile.defaultOwner,
        channel: profile.channel,
        premium: profile.premium,
      })
      .where('workspace_id', '=', workspace)
      .where('store_id', '=', profile.store.id)
      .execute();
    for (const table of ['store_marketplaces', 'store_submitters'] as const)
      await tx
        .deleteFrom(table)
        .where('workspace_id', '=', workspace)
        .where('store_id', '=', profile.store.id)
        .execute();
    if (profile.marketplaces.length > 0)
      await tx
        .insertInto('store_marketplaces')
        .values(profile.marketplaces.map((marketplace) => ({ ...key, marketplace })))
        .execute();
    if (profile.submitters.length > 0)
      await tx
        .insertInto('store_submitters')
        .values(profile.submitters.map((person_id) => ({ ...key, person_id })))
        .execute();
  });
}
