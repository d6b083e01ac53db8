import { isOpen } from '../../domain/case.ts';
import type { CaseNumber } from '../../domain/ids.ts';
import type { Policy } from '../../domain/policy.ts';
import { isRed } from '../../domain/red.ts';
import { isAway } from '../../domain/team.ts';
import type { LoadedCase } from '../ports/cases.ts';
import type { Happening } from '../ports/happenings.ts';
import type { AwayLine, Digest } from '../views/briefing-view.ts';
import { actsOn, isOff } from '../who-acts.ts';
import { isStale, type TeamFacts } from './facts.ts';

/** The team's state for a lead, or null where there is nothing to tell. */
export function digestOf(
  facts: TeamFacts,
  sinceLastDay: readonly Happening[],
  policy: Policy,
  calendars: { readonly ending: Digest['calendars']; readonly isWeekly: boolean },
): Digest | null {
  const numbers = (which: (loaded: LoadedCase) => boolean): CaseNumber[] =>
    facts.cases.filter((loaded) => isOpen(loaded.case) && which(loaded)).map(({ case: c }) => c.number);
  const count = (type: Happening['type']): number =>
    new Set(sinceLastDay.filter((one) => one.type === type).map((one) => one.case)).size;
  const digest: Digest = {
    red: numbers(({ case: c }) => isRed(c, policy, facts.now)),
    // Whoever has left the team owns nothing any more.
    unowned: numbers(({ case: c }) => c.owner === null || !facts.people.has(c.owner)),
    stale: numbers(isStale),
    missedWindow: numbers(({ timers }) => timers.some(({ kind, step }) => kind === 'window' && step >= 2)),
    inReview: numbers(({ case: c }) => c.phase.status === 'in_review'),
    away: awayLines(facts),
    opened: count('opened'),
    closed: count('closed_at_amazon'),
    calendars: calendars.ending,
  };
  // What was opened and closed is no reason to write to anybody. A calendar that ends is one, once a week.
  const { red, unowned, stale, missedWindow, inReview, away } = digest;
  const parts = [red, unowned, stale, missedWindow, inReview, away];
  const calls = calendars.isWeekly && calendars.ending.length > 0;
  const isEmpty = !calls && parts.every((part) => part.length === 0);
  return isEmpty ? null : digest;
}

/** Whoever is away and leaves open cases behind, the least covered first; on a holiday only who has no cover. */
function awayLines(facts: TeamFacts): AwayLine[] {
  const lines = [...facts.people.values()].flatMap((person) => {
    if (!isOff(facts, person)) return [];
    const theirs = facts.cases.filter(({ case: c }) => c.owner === person.id);
    if (theirs.length === 0) return [];
    const covers = new Set(theirs.map(({ case: c }) => actsOn(facts, c)));
    // Where nobody else can act, what waits is their own when they are back.
    const isCovered = !covers.has(null) && !covers.has(person.id);
    if (isCovered && !isAway(person, facts.now)) return [];
    const present = [...covers].flatMap((id) => (id === null ? [] : (facts.people.get(id)?.name ?? id)));
    return [{ name: person.name, cases: theirs.length, cover: isCovered ? present.join(', ') : null }];
  });
  return lines.sort((a, b) => Number(a.cover !== null) - Number(b.cover !== null));
}
