import type { PersonId, WorkspaceId } from '../../domain/ids.ts';
import { type Absence, absenceAt } from '../../domain/team.ts';
import type { Instant } from '../../domain/time.ts';
import type { DeskDeps } from '../deps.ts';
import type { NewBrief } from '../ports/briefs.ts';
import type { Person } from '../ports/people.ts';
import { actsOn } from '../who-acts.ts';
import { teamFacts } from './facts.ts';

/** Whoever stands in for somebody whose absence has begun is told once what that is. */
export async function tellCovers(
  deps: DeskDeps,
  workspace: WorkspaceId,
  people: readonly Person[],
): Promise<void> {
  const now = deps.now();
  const away = new Map(
    people.flatMap((person) => {
      const absence = absenceAt(person, now);
      return absence ? [[person.id, { person, absence }] as const] : [];
    }),
  );
  if (away.size === 0) return;
  const facts = await teamFacts(deps, workspace);
  const briefs = new Map<string, NewBrief>();
  for (const { case: c } of facts.cases) {
    const one = c.owner === null ? undefined : away.get(c.owner);
    const cover = one && actsOn(facts, c);
    if (!one || !cover || cover === one.person.id) continue;
    const brief = coverBrief(cover, one.person, one.absence, now);
    briefs.set(brief.key, brief);
  }
  await deps.briefs.add(workspace, [...briefs.values()]);
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
