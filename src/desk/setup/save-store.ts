import type { StoreProfile } from '../../domain/team.ts';
import type { DeskDeps } from '../deps.ts';
import { peopleOfStore } from '../team-now.ts';
import { outsiderAmong } from './members.ts';
import type { By, Saved, StoreDraft } from './setup.ts';

/** Saves a store, or makes it. Its marketplaces are never none: a case needs one. */
export async function saveStore(
  deps: DeskDeps,
  { workspace }: By,
  { id, name, ...rest }: StoreDraft,
  shown: StoreProfile | null,
): Promise<Saved> {
  const outsider = await outsiderAmong(deps, workspace, peopleOfStore(rest));
  if (outsider) return { ok: false, problem: outsider };
  const taken = { ok: false, problem: { code: 'store_taken', name } } as const;
  const known = await deps.cases.findStore(workspace, name);
  if (known !== null && known.id !== id) return taken;
  const [marketplace = 'US'] = rest.marketplaces;
  const store =
    id === null ? await deps.cases.ensureStore(workspace, name, marketplace) : { id, name: name.trim() };
  const saved = await deps.team.saveStore(workspace, { ...rest, store }, shown ?? undefined);
  switch (saved) {
    case 'saved':
      return { ok: true };
    case 'name_taken':
      return taken;
    case 'changed':
    case 'gone':
      return { ok: false, problem: { code: 'changed' } };
    default: {
      const never: never = saved;
      return never;
    }
  }
}
