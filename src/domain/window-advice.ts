import type { Opening } from './calendar.ts';
import type { Case } from './case.ts';
import { CATEGORIES } from './categories.ts';
import { DAY, type Instant } from './time.ts';
import { nextOpening, openingAt, type SubmissionWindow, windowFor } from './windows.ts';

/** The submission window of the case's marketplace and door, or null where there is none: submit at once. */
export const windowOf = (c: Pick<Case, 'marketplace' | 'category'>): SubmissionWindow | null =>
  windowFor(c.marketplace, CATEGORIES[c.category].door);

/** When to submit, and why. Advice, never a gate. */
export type WindowAdvice =
  | { readonly when: 'now'; readonly because: 'no_window' }
  | { readonly when: 'now'; readonly because: 'open'; readonly opening: Opening }
  | { readonly when: 'now'; readonly because: 'deadline'; readonly opening: Opening }
  | { readonly when: 'later'; readonly opening: Opening };

/** A deadline that falls before the next opening + 24 h does not wait for the window (domain.md 1). */
export function adviseWindow(
  c: Pick<Case, 'marketplace' | 'category' | 'deadline'>,
  now: Instant,
): WindowAdvice {
  const window = windowOf(c);
  if (!window) return { when: 'now', because: 'no_window' };
  const open = openingAt(window, now);
  if (open) return { when: 'now', because: 'open', opening: open };
  const opening = nextOpening(window, now);
  const pressed = c.deadline && !c.deadline.met && c.deadline.at < opening.opensAt + DAY;
  return pressed ? { when: 'now', because: 'deadline', opening } : { when: 'later', opening };
}
