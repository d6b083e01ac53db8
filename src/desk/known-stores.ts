import type { Store } from '../domain/case.ts';
import type { WorkspaceId } from '../domain/ids.ts';
import type { MarketplaceCode } from '../domain/marketplaces.ts';
import { type Instant, SECOND } from '../domain/time.ts';
import type { Cases } from './ports/cases.ts';

/** How long a store is taken from this process's memory; another process may rename it meanwhile. */
const REMEMBERED = 10 * SECOND;
/** More stores than this are not remembered at once. */
const MOST = 2_000;

/** `ensureStore` for a desk at which the same few stores are named all day. */
export function knownStores(cases: Cases, now: () => Instant): Cases['ensureStore'] {
  const known = new Map<string, { readonly store: Store; readonly until: Instant }>();
  return async (workspace: WorkspaceId, name: string, marketplace: MarketplaceCode) => {
    const key = JSON.stringify([workspace, name, marketplace]);
    const found = known.get(key);
    if (found && now() < found.until) return found.store;
    const store = await cases.ensureStore(workspace, name, marketplace);
    if (known.size >= MOST) known.clear();
    known.set(key, { store, until: now() + REMEMBERED });
    return store;
  };
}
