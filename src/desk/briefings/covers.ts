import type { Case } from '../../domain/case.ts';
import type { PersonId, WorkspaceId } from '../../domain/ids.ts';
import { type Absence, absenceAt, isAway, type StoreProfile } from '../../domain/team.ts';
import type { Instant } from '../../domain/time.ts';
import type { DeskDeps } from '../deps.ts';
import type { NewBrief } from '../ports/briefs.ts';
import type { Person } from '../ports/people.ts';

/** Who stands in for the owner of a case: whom they named, else the store's cover; null: nobody. */
export function coverOf(
  c: Pick<Case, 'store'>,
  absence: Absence | null,
  stores: readonly StoreProfile[],
): PersonId | null {
  const store = stores.find(({ store: { id } }) => id === c.store.id);
  return absence?.cover ?? store?.cover ?? null;
}

/** Whoever stands in for somebody whose absence has begun is told once what that is. */
export async function tellCovers(
  deps: DeskDeps,
  workspace: WorkspaceId,
  people: readonly Person[],
): Promise<void> {
  const now = deps.now();
  const away = people.flatMap((person) => {
    const absence = absenceAt(person, now);
    return absence ? [{ person, absence }] : [];
  });
  if (away.length === 0) return;
  const stores = await deps.team.stores(workspace);
  for (const { person, absence } of away) {
    const theirs = await deps.cases.listOpen(workspace, person.id);
    const covers = new Set(theirs.map(({ case: c }) => coverOf(c, absence, stores)));
    await deps.briefs.add(
      workspace,
      [...covers].flatMap((cover) =>
        cover === null || cover === person.id || !isThere(people, cover, now)
          ? []
          : [coverBrief(cover, person, absence, now)],
      ),
    );
  }
}

const isThere = (people: readonly Person[], id: PersonId, now: Instant): boolean =>
  people.some((person) => person.id === id && !isAway(person, now));

/** An absence is known by its first day. */
function coverBrief(cover: PersonId, away: Person, { from }: Absence, now: Instant): NewBrief {
  const first = `${from.year}-${from.month}-${from.day}`;
  return {
    person: cover,
    key: `brief.${cover}.cover.${away.id}.${first}`,
    kind: 'cover',
    content: { cases: [], checks: [], away: away.id },
    dueAt: now,
  };
}
