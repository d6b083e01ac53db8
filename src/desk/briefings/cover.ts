import { toInstant } from '../../domain/local-time.ts';
import { absenceAt } from '../../domain/team.ts';
import type { DeskDeps } from '../deps.ts';
import type { BriefContent } from '../ports/briefs.ts';
import type { Person } from '../ports/people.ts';
import { actsOn } from '../who-acts.ts';
import type { Composed } from './composed.ts';
import type { TeamFacts } from './facts.ts';
import { linesOf } from './morning.ts';

const LINES = 15;

/** What somebody has to look after while a colleague is away; null once that is over, or nothing is open. */
export async function coverView(
  deps: DeskDeps,
  person: Person,
  { away }: BriefContent,
  facts: TeamFacts,
): Promise<Composed | null> {
  const colleague = away === null ? undefined : facts.people.get(away);
  const absence = colleague ? absenceAt(colleague, facts.now) : null;
  if (!colleague || !absence) return null;
  const theirs = facts.cases.filter(
    ({ case: c }) => c.owner === colleague.id && actsOn(facts, c) === person.id,
  );
  if (theirs.length === 0) return null;
  const shown = theirs.slice(0, LINES).map((loaded) => ({ loaded, reason: 'covered' as const }));
  return {
    view: {
      kind: 'cover',
      at: facts.now,
      away: colleague.name,
      until: toInstant(absence.to, { hour: 12, minute: 0 }, colleague.zone),
      zone: colleague.zone,
      lines: await linesOf(deps, shown),
      more: theirs.length - shown.length,
    },
    content: { cases: shown.map(({ loaded: { case: c } }) => c.number), checks: [], away },
  };
}
