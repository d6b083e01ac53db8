import {
  addDays,
  type ClockTime,
  clockTime,
  type LocalDate,
  localDate,
  minutesOf,
  toInstant,
  weekday,
} from './local-time.ts';
import { type Duration, type Instant, MINUTE } from './time.ts';

/**
 * One rule that closes days. `weekday` is 1 = Monday to 7 = Sunday; `nth` counts from the start of the month,
 * or from its end if negative (-1 = the last). `observed` also closes the Friday before a holiday that falls
 * on a Saturday and the Monday after one that falls on a Sunday, as United States federal offices do.
 */
export type ClosedDay =
  | { readonly month: number; readonly day: number; readonly observed?: boolean }
  | { readonly month: number; readonly weekday: number; readonly nth: number }
  | { readonly date: LocalDate };

/** The days on which Amazon's American support is taken to be closed: domain.md 1, default. */
export const US_CLOSED_DAYS: readonly ClosedDay[] = [
  { month: 1, day: 1 },
  { month: 11, weekday: 4, nth: 4 },
  { month: 12, day: 25 },
];

/**
 * The days on which sellers' own offices in the United States close: the holidays that private firms keep, which
 * Columbus Day is not. A Saturday's holiday is kept on Friday, a Sunday's on Monday.
 */
export const US_OFFICE_DAYS: readonly ClosedDay[] = [
  { month: 1, day: 1, observed: true },
  { month: 5, weekday: 1, nth: -1 },
  { month: 7, day: 4, observed: true },
  { month: 9, weekday: 1, nth: 1 },
  { month: 11, weekday: 4, nth: 4 },
  { month: 12, day: 25, observed: true },
];

/** Hours that repeat on the open days of a week, on the clocks of one place. Opens at `from`, shut at `to`. */
export interface OfficeHours {
  readonly zone: string;
  /** 1 = Monday to 7 = Sunday. */
  readonly weekdays: readonly number[];
  readonly from: ClockTime;
  /** Later than `from`; 24:00 is allowed. */
  readonly to: ClockTime;
  readonly closed: readonly ClosedDay[];
  /** Days at work whatever else is said: China makes up for a long holiday on the weekends around it. */
  readonly open?: readonly LocalDate[];
}

/** Hours that repeat every day, such as a person's waking hours. */
export type DailyHours = Pick<OfficeHours, 'zone' | 'from' | 'to'>;

/** Open from `opensAt` up to, and not including, `closesAt`. */
export interface Opening {
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

/** Ten years: whoever has found nothing by then has hours that never open. */
const LONGEST_SEARCH_DAYS = 3_660;

/** Whether a rule closes the date. */
export function isClosed(rules: readonly ClosedDay[], date: LocalDate): boolean {
  return rules.some((rule) => closes(rule, date));
}

/** Whether the office works on that date at all. */
export function isOpenDay(hours: OfficeHours, date: LocalDate): boolean {
  if (hours.open?.some((day) => isSameDay(day, date))) return true;
  return hours.weekdays.includes(weekday(date)) && !isClosed(hours.closed, date);
}

/**
 * The hours of one date, or null if clocks go forward over all of them. Does not ask whether the day is open.
 *
 * @throws RangeError unless `from` is before `to`: hours that cross midnight are not supported.
 */
export function hoursOn(date: LocalDate, { zone, from, to }: DailyHours): Opening | null {
  if (minutesOf(from) >= minutesOf(to)) throw new RangeError('Hours must open before they close, on one day');
  const opening = { opensAt: toInstant(date, from, zone), closesAt: toInstant(date, to, zone) };
  return opening.opensAt < opening.closesAt ? opening : null;
}

/**
 * The first answer that `pick` gives when it is shown an office's openings in order, starting with the date of
 * `at` (so the first one shown may be over already). It answers null for "not this one".
 *
 * @throws RangeError when ten years have been searched.
 */
export function searchOpenings<T>(hours: OfficeHours, at: Instant, pick: (opening: Opening) => T | null): T {
  let date = localDate(at, hours.zone);
  for (let days = 0; days < LONGEST_SEARCH_DAYS; days += 1, date = addDays(date, 1)) {
    const opening = isOpenDay(hours, date) ? hoursOn(date, hours) : null;
    const answer = opening && pick(opening);
    if (answer !== null) return answer;
  }
  throw new RangeError('Nothing found in ten years: these hours never open, or too much is asked of them');
}

/**
 * The instant at which `amount` (ms) of open time has passed since `from`. Time that ends exactly at closing
 * ends there, not at the next opening; no amount at all ends at `from`, open or not.
 *
 * @throws RangeError for a negative amount, or one that takes more than ten years.
 */
export function addWorkingTime(from: Instant, amount: Duration, hours: OfficeHours): Instant {
  if (!(amount >= 0)) throw new RangeError(`Working time can't be added backwards: ${amount}`);
  if (amount === 0) return from;
  let left = amount;
  return searchOpenings(hours, from, ({ opensAt, closesAt }) => {
    const start = Math.max(opensAt, from);
    if (start + left <= closesAt) return start + left;
    left -= Math.max(0, closesAt - start);
    return null;
  });
}

/**
 * The same time on the clock, `count` open days later; a day that is not open does not count, neither at the
 * start nor on the way. The hours of opening play no part.
 *
 * @throws RangeError for a count that is negative or not whole, or when no open day is found in ten years.
 */
export function addBusinessDays(from: Instant, count: number, hours: OfficeHours): Instant {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of days: ${count}`);
  if (count === 0) return from;
  let date = localDate(from, hours.zone);
  let left = count;
  for (let days = 0; days < LONGEST_SEARCH_DAYS; days += 1) {
    date = addDays(date, 1);
    if (isOpenDay(hours, date)) left -= 1;
    // Offsets of today's zones are whole minutes, so seconds are the same everywhere.
    if (left === 0) return toInstant(date, clockTime(from, hours.zone), hours.zone) + secondsOf(from);
  }
  throw new RangeError(`These hours have fewer than ${count} open days in ten years`);
}

/** `at` itself if it lies inside the daily hours, else their next opening. Closing time lies outside. */
export function nextWithin(at: Instant, daily: DailyHours): Instant {
  const everyDay = { ...daily, weekdays: [1, 2, 3, 4, 5, 6, 7], closed: [] };
  return searchOpenings(everyDay, at, ({ opensAt, closesAt }) =>
    at < closesAt ? Math.max(at, opensAt) : null,
  );
}

function closes(rule: ClosedDay, date: LocalDate): boolean {
  if ('date' in rule) return isSameDay(rule.date, date);
  if ('nth' in rule) return date.month === rule.month && isNth(rule, date);
  const falls = (on: LocalDate) => on.month === rule.month && on.day === rule.day;
  if (falls(date)) return true;
  if (!rule.observed) return false;
  return (
    (weekday(date) === 5 && falls(addDays(date, 1))) || (weekday(date) === 1 && falls(addDays(date, -1)))
  );
}

function isNth(rule: { weekday: number; nth: number }, date: LocalDate): boolean {
  if (weekday(date) !== rule.weekday || rule.nth === 0) return false;
  // The nth such weekday is the one with n - 1 weeks between itself and the edge of the month.
  const inner = addDays(date, -7 * (Math.abs(rule.nth) - 1) * Math.sign(rule.nth));
  const outer = addDays(date, -7 * rule.nth);
  return inner.month === date.month && outer.month !== date.month;
}

function isSameDay(a: LocalDate, b: LocalDate): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

function secondsOf(at: Instant): Duration {
  return ((at % MINUTE) + MINUTE) % MINUTE;
}
