import type { Kysely } from 'kysely';
import type { StoreSaved } from '../desk/ports/team.ts';
import { channelId, personId, type StoreId, storeId, type WorkspaceId } from '../domain/ids.ts';
import { isMarketplace } from '../domain/marketplaces.ts';
import { foldedName } from '../domain/store-name.ts';
import type { StoreProfile } from '../domain/team.ts';
import { brokenConstraint } from './conflicts.ts';
import type { Tables } from './schema.ts';

/** In the order of their names; only the one with an id, where that is given. */
export async function storeProfiles(
  db: Kysely<Tables>,
  workspace: WorkspaceId,
  id?: StoreId,
): Promise<StoreProfile[]> {
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
    .$if(id !== undefined, (all) => all.where('stores.store_id', '=', id ?? ''))
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

/** The name under which no two stores of a workspace are. */
const NAMES = 'stores_workspace_id_folded_name_key';

/** Compared under the row's lock: of two that were shown the same, one writes. */
export async function saveStore(
  db: Kysely<Tables>,
  workspace: WorkspaceId,
  profile: StoreProfile,
  shown?: StoreProfile,
): Promise<StoreSaved> {
  try {
    return await db.transaction().execute((tx) => writeStore(tx, workspace, profile, shown));
  } catch (err) {
    if (brokenConstraint(err) === NAMES) return 'name_taken';
    throw err;
  }
}

async function writeStore(
  tx: Kysely<Tables>,
  workspace: WorkspaceId,
  profile: StoreProfile,
  shown: StoreProfile | undefined,
): Promise<StoreSaved> {
  const key = { workspace_id: workspace, store_id: profile.store.id };
  const row = await tx
    .selectFrom('stores')
    .select('store_id')
    .where('workspace_id', '=', workspace)
    .where('store_id', '=', profile.store.id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return 'gone';
  const [stands] = await storeProfiles(tx, workspace, profile.store.id);
  if (shown !== undefined && (!stands || inText(stands) !== inText(shown))) return 'changed';
  await tx
    .updateTable('stores')
    .set({
      name: profile.store.name,
      folded_name: foldedName(profile.store.name),
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
  const marketplaces = [...new Set(profile.marketplaces)];
  if (marketplaces.length > 0)
    await tx
      .insertInto('store_marketplaces')
      .values(marketplaces.map((marketplace) => ({ ...key, marketplace })))
      .execute();
  const submitters = [...new Set(profile.submitters)];
  if (submitters.length > 0)
    await tx
      .insertInto('store_submitters')
      .values(submitters.map((person_id) => ({ ...key, person_id })))
      .execute();
  return 'saved';
}

/** The same for the same store, in whatever order its lists are. */
const inText = (p: StoreProfile): string =>
  JSON.stringify([
    p.store.name,
    p.marketplaces.toSorted(),
    p.keeper,
    p.cover,
    p.defaultOwner,
    p.channel,
    p.submitters.toSorted(),
    p.premium,
  ]);
