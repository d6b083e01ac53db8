import { type Case, isSnoozed } from '../../domain/case.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Policy } from '../../domain/policy.ts';
import { isRed } from '../../domain/red.ts';
import type { LoadedCase } from '../ports/cases.ts';
import type { LineReason } from '../views/briefing-view.ts';
import { actsOn } from '../who-acts.ts';
import { isPressed, isStale, type TeamFacts } from './facts.ts';

/** A case that somebody's day should know of, before it is drawn. */
export interface Turn {
  readonly loaded: LoadedCase;
  readonly reason: LineReason;
}

/** What waits for one person, the most pressing first. Cases that only wait for Amazon are the store check's. */
export function turnsOf(facts: TeamFacts, person: PersonId, policy: Policy): readonly Turn[] {
  const turns = facts.cases.flatMap((loaded) => {
    const reason = reasonOf(facts, loaded, person, policy);
    return reason === null ? [] : [{ loaded, reason }];
  });
  const rank = ({ loaded: { case: c } }: Turn): number =>
    isRed(c, policy, facts.now) ? 0 : isPressed(c, facts.now) ? 1 : 2;
  return turns.sort((a, b) => rank(a) - rank(b));
}

function reasonOf(facts: TeamFacts, loaded: LoadedCase, person: PersonId, policy: Policy): LineReason | null {
  const { case: c } = loaded;
  const pressed = isPressed(c, facts.now);
  if (isSnoozed(c) && !pressed) return null;
  if (c.phase.status === 'in_review' && c.phase.reviewer === person) return 'review';
  if (c.offer?.to === person) return 'offer';
  return actsOn(facts, c) === person ? ownersReason(loaded, pressed, policy) : null;
}

function ownersReason({ case: c, timers }: LoadedCase, pressed: boolean, policy: Policy): LineReason | null {
  switch (c.phase.status) {
    case 'preparing':
      if (pressed) return 'deadline';
      return isStale({ case: c, timers, thread: null }) ? 'stale' : null;
    case 'in_review':
      return pressed ? 'in_review' : null;
    case 'ready':
      return 'ready';
    case 'awaiting_amazon':
      return isNoteDue(c, policy) ? 'note_to_send' : null;
    case 'action_needed':
      return 'your_turn';
    case 'resolved':
      return 'close_out';
    case 'closed':
    case 'withdrawn':
      return null;
    default: {
      const never: never = c.phase;
      return never;
    }
  }
}

/** Somebody looked when Docket asked and found nothing: now a note belongs there, not another look. */
export const isNoteDue = ({ phase }: Case, policy: Policy): boolean =>
  phase.status === 'awaiting_amazon' &&
  phase.waiting.checked !== null &&
  phase.waiting.notes < policy.followUp.notes;
