import type { Anchor, Case } from './case.ts';
import type { Stamped } from './events.ts';
import type { Policy } from './policy.ts';
import type { Instant } from './time.ts';

/** What needs everybody's eyes from its first minute. */
const isRedCategory = ({ category }: Case): boolean => category === 'account_health' || category === 'a_to_z';

/** Since when the case is red, or will be: account at risk, A-to-z, or a near deadline (design.md). Null: never. */
export function redFrom(c: Case, policy: Policy): Instant | null {
  if (c.phase.status === 'closed' || c.phase.status === 'withdrawn') return null;
  if (isRedCategory(c)) return c.opened.at;
  return c.deadline === null || c.deadline.met ? null : c.deadline.at - policy.red + 1;
}

/** True while the case needs everybody's eyes. */
export function isRed(c: Case, policy: Policy, now: Instant): boolean {
  const from = redFrom(c, policy);
  return from !== null && from <= now;
}

/** True where this event made it so: leads and whoever of the store is awake hear it at once. */
export const turnedRed = (before: Case | null, after: Case, event: Stamped, policy: Policy): boolean =>
  isRed(after, policy, event.at) && (before === null || !isRed(before, policy, event.at));

/**
 * The event since which a red case lies there with nobody at it: nobody owns it, or its owner (who may only have
 * opened it) has done nothing yet. Null once somebody has taken it up; what is not red has no such haste.
 */
export function untouchedSince(c: Case, policy: Policy): Anchor | null {
  if (redFrom(c, policy) === null) return null;
  if (c.unownedSince) return c.unownedSince;
  return c.phase.status === 'preparing' && !c.takenUp ? (c.ownedSince ?? c.opened) : null;
}

/** Whether an event shows that its owner, or a lead, is at it. */
export function takesUp(c: Case, e: Stamped): boolean {
  if (e.by === null) return false;
  switch (e.type) {
    case 'opened':
    case 'released':
    case 'offered':
    case 'offer_declined':
    case 'reopened':
    case 'timers_fired':
      return false;
    case 'noted':
      return e.by === c.owner;
    case 'assigned':
      return e.to === e.by;
    default:
      return true;
  }
}

/** True where a second person must look at the message before it counts as ready. */
export const needsReader = (c: Case, policy: Policy, now: Instant): boolean =>
  isRed(c, policy, now) && !c.reviewed;
