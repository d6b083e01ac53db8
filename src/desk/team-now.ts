import type { Case } from '../domain/case.ts';
import type { PersonId, WorkspaceId } from '../domain/ids.ts';
import { absenceAt, type StoreProfile } from '../domain/team.ts';
import type { DeskDeps } from './deps.ts';
import { profileOf } from './known-profiles.ts';
import type { Person } from './ports/people.ts';
import type { TeamNow } from './who-acts.ts';

/** The people whom a store names. */
export const peopleOfStore = (store: Omit<StoreProfile, 'store'>): PersonId[] =>
  [store.keeper, store.cover, store.defaultOwner, ...store.submitters].filter((id) => id !== null);

type Deps = Pick<DeskDeps, 'people' | 'now'>;

/**
 * The team as one case needs it, each person as Slack knows them now: one may have gone on holiday, or to another
 * zone. `also` are people whom it is about beside its owner.
 *
 * @throws where Slack is away and nothing is remembered of the owner, or of those.
 */
export async function teamNow(
  deps: DeskDeps,
  c: Pick<Case, 'workspace' | 'store' | 'owner'>,
  also: readonly PersonId[] = [],
): Promise<TeamNow> {
  const { workspace } = c;
  const [profile, named] = await Promise.all([
    profileOf(deps, workspace, c.store.id),
    deps.people.leads(workspace),
  ]);
  const [people, leads] = await Promise.all([
    membersAmong(
      deps,
      workspace,
      c.owner === null ? also : [c.owner, ...also],
      profile ? peopleOfStore(profile) : [],
    ),
    Promise.all(
      named.map(async (lead) => (await deps.people.find(workspace, lead.id).catch(() => null)) ?? lead),
    ),
  ]);
  return {
    now: deps.now(),
    people,
    leads: leads.filter(({ isGuest }) => !isGuest),
    stores: profile ? [profile] : [],
    policy: deps.policy,
    calendars: deps.calendars,
  };
}

/**
 * The full members among some people, and among those whom they named to stand in for them now.
 *
 * @throws where one of the `needed` can't be named; whom else nobody can name just now is left out.
 */
export async function membersAmong(
  deps: Deps,
  workspace: WorkspaceId,
  needed: readonly PersonId[],
  others: readonly PersonId[] = [],
): Promise<ReadonlyMap<PersonId, Person>> {
  const [sure, maybe] = await Promise.all([
    Promise.all(needed.map((id) => deps.people.find(workspace, id))),
    found(deps, workspace, others),
  ]);
  const first = [...sure.filter((person) => person !== null), ...maybe];
  const now = deps.now();
  const covers = first.flatMap((person) => absenceAt(person, now)?.cover ?? []);
  const all = [...first, ...(await found(deps, workspace, covers))];
  return new Map(all.flatMap((person) => (person.isGuest ? [] : [[person.id, person] as const])));
}

/** Those of them whom Slack or Docket's memory can name now, guests too. */
export async function found(
  { people }: Pick<DeskDeps, 'people'>,
  workspace: WorkspaceId,
  ids: readonly PersonId[],
): Promise<Person[]> {
  const all = await Promise.all([...new Set(ids)].map((id) => people.find(workspace, id).catch(() => null)));
  return all.filter((person) => person !== null);
}
