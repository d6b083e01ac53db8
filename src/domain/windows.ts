import {
  hoursOn,
  isOpenDay,
  type OfficeHours,
  type Opening,
  searchOpenings,
  US_CLOSED_DAYS,
} from './calendar.ts';
import { type Door, isSupportCase } from './categories.ts';
import { localDate } from './local-time.ts';
import type { MarketplaceCode } from './marketplaces.ts';
import type { Instant } from './time.ts';

export type { Opening } from './calendar.ts';

/** The hours in which a door answers fastest. Advice, never a gate. */
export type SubmissionWindow = OfficeHours;

/** Weekdays from 9:00 Eastern get the fastest answers: the founding article (S); two hours is our reading. */
const EASTERN_MORNING: SubmissionWindow = {
  zone: 'America/New_York',
  weekdays: [1, 2, 3, 4, 5],
  from: { hour: 9, minute: 0 },
  to: { hour: 11, minute: 0 },
  closed: US_CLOSED_DAYS,
};

/** Canada is served on the same clock (domain.md 1). */
const SUPPORT_WINDOWS: Partial<Record<MarketplaceCode, SubmissionWindow>> = {
  US: EASTERN_MORNING,
  CA: EASTERN_MORNING,
};

/** The default window of a marketplace's door, or null: submit at once. */
export function windowFor(marketplace: MarketplaceCode, door: Door): SubmissionWindow | null {
  return isSupportCase(door) ? (SUPPORT_WINDOWS[marketplace] ?? null) : null;
}

/**
 * The first opening that starts strictly after `after`.
 *
 * @throws RangeError if the window never opens.
 */
export function nextOpening(window: SubmissionWindow, after: Instant): Opening {
  return searchOpenings(window, after, (opening) => (opening.opensAt > after ? opening : null));
}

/** The opening in which `at` lies (its closing excluded), or null. Never throws for a window never open. */
export function openingAt(window: SubmissionWindow, at: Instant): Opening | null {
  const date = localDate(at, window.zone);
  const opening = isOpenDay(window, date) ? hoursOn(date, window) : null;
  return opening && opening.opensAt <= at && at < opening.closesAt ? opening : null;
}
