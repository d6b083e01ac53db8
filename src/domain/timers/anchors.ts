import { type Anchor, type Case, isSnoozed } from '../case.ts';
import type { Policy } from '../policy.ts';
import { untouchedSince } from '../red.ts';
import { windowOf } from '../window-advice.ts';
import type { TimerKind } from './keys.ts';

/**
 * Which kinds of timer the case has now, and the event that each hangs on. The one place that says when a
 * nudge applies: the plan is made from it, and a notice whose kind or anchor is gone is never sent.
 */
export function anchors(c: Case, policy: Policy): ReadonlyMap<TimerKind, Anchor> {
  const found = new Map<TimerKind, Anchor>();
  for (const [kind, anchor] of deadlineAnchors(c)) found.set(kind, anchor);
  if (c.snooze) found.set('snooze_over', c.snooze.set);
  if (isSnoozed(c)) return found;
  for (const [kind, anchor] of turnAnchors(c, policy)) found.set(kind, anchor);
  if (c.offer) found.set('offer_unanswered', c.offer.made);
  const untouched = untouchedSince(c, policy);
  if (untouched) found.set('red_unclaimed', untouched);
  return found;
}

type Found = readonly (readonly [TimerKind, Anchor])[];

/** A deadline counts down only while it is our turn to meet it. */
function deadlineAnchors(c: Case): Found {
  const isOurTurn = ['preparing', 'in_review', 'ready', 'action_needed'].includes(c.phase.status);
  return c.deadline && !c.deadline.met && isOurTurn
    ? [
        ['deadline', c.deadline.set],
        ['deadline_night', c.deadline.set],
      ]
    : [];
}

/** Nobody is late with a case that came to them a moment ago: a new owner's time starts anew. */
const ours = (c: Case): Anchor => {
  const { since } = c.phase;
  return c.ownedSince && c.ownedSince.seq > since.seq ? c.ownedSince : since;
};

function turnAnchors(c: Case, policy: Policy): Found {
  const { phase } = c;
  const unclaimed: Found = c.unownedSince ? [['unclaimed', c.unownedSince]] : [];
  switch (phase.status) {
    case 'preparing':
      return c.unownedSince ? unclaimed : [['stale_preparing', ours(c)]];
    case 'in_review':
      return [['stale_review', phase.since]];
    case 'ready':
      return [...unclaimed, windowOf(c) ? ['window', phase.since] : ['stale_ready', ours(c)]];
    case 'awaiting_amazon': {
      const { waiting } = phase;
      const escalation: Found = [['escalation', waiting.promisedAt === null ? phase.submitted : phase.since]];
      if (waiting.checked && waiting.notes < policy.followUp.notes)
        return [...unclaimed, ['note_due', waiting.checked], ...escalation];
      if (waiting.notes >= policy.followUp.notes)
        return [...unclaimed, ['person_decides', waiting.checked ?? waiting.from], ...escalation];
      return [...unclaimed, ['follow_up', waiting.from], ...escalation];
    }
    case 'action_needed':
      return c.unownedSince ? unclaimed : [['stale_action', ours(c)]];
    case 'resolved':
      return [...unclaimed, ['close_out', ours(c)]];
    case 'closed':
    case 'withdrawn':
      return [];
    default: {
      const never: never = phase;
      return never;
    }
  }
}
