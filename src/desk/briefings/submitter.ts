import { nextWithin } from '../../domain/calendar.ts';
import type { Case } from '../../domain/case.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Policy } from '../../domain/policy.ts';
import { isAway } from '../../domain/team.ts';
import type { Instant } from '../../domain/time.ts';
import { actsOn, type TeamFacts } from './facts.ts';

/** Who submits a case at an instant: whoever acts on it if they can, else somebody who can sign in and is awake. */
export function submitterOf(facts: TeamFacts, c: Case, at: Instant, policy: Policy): PersonId | null {
  const acting = actsOn(facts, c);
  const store = facts.stores.find(({ store: { id } }) => id === c.store.id);
  const can = (id: PersonId): boolean => {
    const person = facts.people.get(id);
    if (!person) return true;
    return !isAway(person, at) && nextWithin(at, { zone: person.zone, ...policy.waking }) === at;
  };
  const submitters = store?.submitters ?? [];
  if (submitters.length === 0) return acting;
  if (acting !== null && submitters.includes(acting) && can(acting)) return acting;
  return submitters.find(can) ?? acting;
}
