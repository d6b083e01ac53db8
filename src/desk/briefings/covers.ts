import type { PersonId, WorkspaceId } from '../../domain/ids.ts';
import { type Absence, absenceAt } from '../../domain/team.ts';
import type { Instant } from '../../domain/time.ts';
import type { DeskDeps } from '../deps.ts';
import type { NewBrief } from '../ports/briefs.ts';
import type { Person } from '../ports/people.ts';
import { actsOn } from '../who-acts.ts';
import { sound, teamOf } from './facts.ts';

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
  const team = teamOf(deps, people, await deps.team.stores(workspace));
  for (const { person, absence } of away) {
    const theirs = sound(deps, await deps.cases.listOpen(workspace, person.id));
    const covers = new Set(theirs.flatMap(({ case: c }) => actsOn(team, c) ?? []));
    covers.delete(person.id);
    await deps.briefs.add(
      workspace,
      [...covers].map((cover) => coverBrief(cover, person, absence, now)),
    );
  }
}

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
