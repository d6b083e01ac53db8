import { IANAZone } from 'luxon';
import { DAY, type Duration, HOUR, type Instant, MINUTE } from './time.ts';

/**
 * The one file that knows how a clock on a wall relates to an instant. luxon's own `fromObject` is not used
 * for that: inside a DST overlap its answer depends on the season in which the process happens to run.
 */

/** A day on a calendar, in no zone in particular. `month` counts from 1. */
export interface LocalDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A time on a wall clock, 00:00 to 23:59. 24:00 is the midnight that ends the day. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
}

/** Whether `zone` is an IANA zone that this runtime knows, such as `Asia/Shanghai`. Bare offsets are not. */
export function isZone(zone: string): boolean {
  return /^[A-Za-z]/.test(zone) && IANAZone.create(zone).isValid;
}

/**
 * The instant at which a clock in `zone` shows `date` and `time`.
 *
 * A wall time that is skipped (inside a gap) gives the first instant after the gap; one that occurs twice
 * (inside an overlap) gives the earlier.
 *
 * @throws RangeError for a date, time or zone that does not exist.
 */
export function toInstant(date: LocalDate, time: ClockTime, zone: string): Instant {
  const day = dayNumber(date);
  const wall = day * DAY + minutesOf(time) * MINUTE;
  // Read as UTC, a wall time is at most 14 h away from the instant sought: these two days lie beyond it, and
  // so beyond the change of the clocks (if any) that makes the wall time special.
  const before = offsetOfMidnight(day - 1, zone);
  const after = offsetOfMidnight(day + 2, zone);
  if (before === after) return wall - before;
  const fits = [wall - before, wall - after].filter((at) => at + offsetAt(at, zone) === wall);
  return fits.length > 0 ? Math.min(...fits) : firstWithOffset(after, wall - after, wall - before, zone);
}

/** The date that a calendar in `zone` shows at an instant. */
export function localDate(at: Instant, zone: string): LocalDate {
  return dateOf(Math.floor(wallAt(at, zone) / DAY));
}

/** The hour and minute that a clock in `zone` shows at an instant. */
export function clockTime(at: Instant, zone: string): ClockTime {
  const wall = wallAt(at, zone);
  const sinceMidnight = wall - Math.floor(wall / DAY) * DAY;
  return { hour: Math.floor(sinceMidnight / HOUR), minute: Math.floor((sinceMidnight % HOUR) / MINUTE) };
}

/** The day of the week, 1 = Monday to 7 = Sunday. */
export function weekday(date: LocalDate): number {
  const sinceMonday = (dayNumber(date) + THURSDAY - 1) % 7;
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1;
}

/** The date `days` calendar days later, or earlier if negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(dayNumber(date) + days);
}

/** Minutes since the day's first midnight. @throws RangeError if no clock shows that. */
export function minutesOf({ hour, minute }: ClockTime): number {
  const minutes = hour * 60 + minute;
  const real = Number.isInteger(hour) && Number.isInteger(minute) && hour >= 0 && minute >= 0 && minute < 60;
  if (!real || minutes > 24 * 60) throw new RangeError(`No such time of day: ${hour}:${minute}`);
  return minutes;
}

/** The first instant in (`from`, `until`] at which the zone's offset is `wanted`: the end of a gap. */
function firstWithOffset(wanted: number, from: Instant, until: Instant, zone: string): Instant {
  let [low, high] = [from, until];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === wanted) high = middle;
    else low = middle;
  }
  return high;
}

/** An instant as if the clock in `zone` were UTC's. */
function wallAt(at: Instant, zone: string): number {
  const day = Math.floor(at / DAY);
  const offset = offsetOfMidnight(day, zone);
  return at + (offset === offsetOfMidnight(day + 1, zone) ? offset : offsetAt(at, zone));
}

/** Asking a zone takes 10 µs, and a schedule asks about the same few days over and over. */
const offsetsOfMidnight = new Map<string, Duration>();
const MOST_REMEMBERED = 20_000;

/** The offset at the start of a UTC day, which is that of the whole day unless tomorrow's differs. */
function offsetOfMidnight(day: number, zone: string): Duration {
  const key = `${zone} ${day}`;
  const known = offsetsOfMidnight.get(key);
  if (known !== undefined) return known;
  if (offsetsOfMidnight.size >= MOST_REMEMBERED) offsetsOfMidnight.clear();
  const offset = offsetAt(day * DAY, zone);
  offsetsOfMidnight.set(key, offset);
  return offset;
}

/** What a clock in `zone` is ahead of UTC at an instant. */
function offsetAt(at: Instant, zone: string): Duration {
  const minutes = IANAZone.create(zone).offset(at);
  if (Number.isNaN(minutes)) throw new RangeError(`No offset for zone ${zone} at ${at}`);
  return Math.round(minutes * MINUTE);
}

/** Day 0, 1970-01-01, was one. */
const THURSDAY = 4;

/** Days since 1970-01-01. */
function dayNumber({ year, month, day }: LocalDate): number {
  const number = Date.UTC(year, month - 1, day) / DAY;
  const same = Number.isInteger(number) ? dateOf(number) : null;
  if (same?.year !== year || same.month !== month || same.day !== day)
    throw new RangeError(`No such date: ${year}-${month}-${day}`);
  return number;
}

function dateOf(day: number): LocalDate {
  const date = new Date(day * DAY);
  if (Number.isNaN(date.getTime())) throw new RangeError(`No calendar reaches day ${day}`);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
