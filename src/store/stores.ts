import type { Kysely } from 'kysely';
import type { Store } from '../domain/case.ts';
import { storeId, type WorkspaceId } from '../domain/ids.ts';
import { isMarketplace, type MarketplaceCode } from '../domain/marketplaces.ts';
import { foldedName } from '../domain/store-name.ts';
import type { Tables } from './schema.ts';

export async function findStore(
  db: Kysely<Tables>,
  workspace: WorkspaceId,
  name: string,
): Promise<Store | null> {
  const row = await db
    .selectFrom('stores')
    .select(['store_id', 'name'])
    .where('workspace_id', '=', workspace)
    .where('folded_name', '=', foldedName(name))
    .executeTakeFirst();
  return row ? { id: storeId(row.store_id), name: row.name } : null;
}

export async function ensureStore(
  db: Kysely<Tables>,
  newId: () => string,
  workspace: WorkspaceId,
  name: string,
  marketplace: MarketplaceCode,
): Promise<Store> {
  const known = await db
    .selectFrom('stores')
    .innerJoin('store_marketplaces', (join) =>
      join
        .onRef('store_marketplaces.workspace_id', '=', 'stores.workspace_id')
        .onRef('store_marketplaces.store_id', '=', 'stores.store_id'),
    )
    .select(['stores.store_id', 'stores.name'])
    .where('stores.workspace_id', '=', workspace)
    .where('stores.folded_name', '=', foldedName(name))
    .where('store_marketplaces.marketplace', '=', marketplace)
    .executeTakeFirst();
  if (known) return { id: storeId(known.store_id), name: known.name };
  await db
    .insertInto('stores')
    .values({
      workspace_id: workspace,
      store_id: newId(),
      name: name.trim().replace(/\s+/g, ' '),
      folded_name: foldedName(name),
    })
    .onConflict((c) => c.columns(['workspace_id', 'folded_name']).doNothing())
    .execute();
  const store = await findStore(db, workspace, name);
  if (!store) throw new Error('A store that was just written is not there');
  await db
    .insertInto('store_marketplaces')
    .values({ workspace_id: workspace, store_id: store.id, marketplace })
    .onConflict((c) => c.doNothing())
    .execute();
  return store;
}

export async function listStores(
  db: Kysely<Tables>,
  workspace: WorkspaceId,
): Promise<{ store: Store; marketplace: MarketplaceCode }[]> {
  const rows = await db
    .selectFrom('store_marketplaces')
    .innerJoin('stores', (join) =>
      join
        .onRef('stores.workspace_id', '=', 'store_marketplaces.workspace_id')
        .onRef('stores.store_id', '=', 'store_marketplaces.store_id'),
    )
    .select(['stores.store_id', 'stores.name', 'store_marketplaces.marketplace'])
    .where('stores.workspace_id', '=', workspace)
    .orderBy('stores.folded_name')
    .orderBy('store_marketplaces.marketplace')
    .execute();
  return rows.flatMap(({ store_id, name, marketplace }) =>
    isMarketplace(marketplace) ? [{ store: { id: storeId(store_id), name }, marketplace }] : [],
  );
}
