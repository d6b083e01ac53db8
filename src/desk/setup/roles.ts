import type { PersonId } from '../../domain/ids.ts';
import type { DeskDeps } from '../deps.ts';
import { peopleOfStore } from '../team-now.ts';
import { outsiderAmong } from './members.ts';
import type { By, Roles, Saved } from './setup.ts';
import { setupView } from './state.ts';

const isSame = (a: readonly PersonId[], b: readonly PersonId[]): boolean =>
  JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());

/** Names leads, reviewers and the people of stores. Everything is checked before anything is written. */
export async function saveRoles(
  deps: DeskDeps,
  { workspace }: By,
  roles: Roles,
  shown: Roles,
): Promise<Saved> {
  const { leads, reviewers, stores } = roles;
  const named = [...leads, ...reviewers, ...stores.flatMap(peopleOfStore)];
  const outsider = await outsiderAmong(deps, workspace, named);
  if (outsider) return { ok: false, problem: outsider };
  const stands = await setupView(deps, workspace);
  if (!isSame(stands.leads, shown.leads) || !isSame(stands.reviewers, shown.reviewers))
    return { ok: false, problem: { code: 'changed' } };
  for (const profile of stores) {
    const before = shown.stores.find(({ store }) => store.id === profile.store.id);
    const saved = await deps.team.saveStore(workspace, profile, before);
    if (saved !== 'saved') return { ok: false, problem: { code: 'changed' } };
  }
  await deps.team.setLeads(workspace, leads);
  await deps.team.setReviewers(workspace, reviewers);
  return { ok: true };
}
