import { DateTime, IANAZone } from 'luxon';
import { DAY, type Instant, MINUTE } from './time.ts';

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
  return /^[A-Za-z]/.test(zone) && IANAZone.isValidZone(zone);
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
  const wall = calendarDay(date).toMillis() + minutesOf(time) * MINUTE;
  // Read as UTC, the wall time is at most 14 h away from the instant sought: one day to either side lies
  // beyond it, and so beyond the transition (if any) that makes the wall time special.
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  const fits = [wall - before, wall - after].filter((at) => at + offsetAt(at, zone) === wall);
  return fits.length > 0 ? Math.min(...fits) : firstWithOffset(after, wall - after, wall - before, zone);
}

/** The date that a calendar in `zone` shows at an instant. */
export function localDate(at: Instant, zone: string): LocalDate {
  const { year, month, day } = wallAt(at, zone);
  return { year, month, day };
}

/** The hour and minute that a clock in `zone` shows at an instant. */
export function clockTime(at: Instant, zone: string): ClockTime {
  const { hour, minute } = wallAt(at, zone);
  return { hour, minute };
}

/** The day of the week, 1 = Monday to 7 = Sunday. */
export function weekday(date: LocalDate): number {
  return calendarDay(date).weekday;
}

/** The date `days` calendar days later, or earlier if negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  const { year, month, day } = calendarDay(date).plus({ days });
  return { year, month, day };
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

/** What a clock in `zone` is ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: Instant, zone: string): number {
  const minutes = IANAZone.create(zone).offset(at);
  if (Number.isNaN(minutes)) throw new RangeError(`No offset for zone ${zone} at ${at}`);
  return Math.round(minutes * MINUTE);
}

function wallAt(at: Instant, zone: string): DateTime {
  const wall = DateTime.fromMillis(at, { zone: IANAZone.create(zone) });
  if (!wall.isValid) throw new RangeError(`No wall time for zone ${zone} at ${at}: ${wall.invalidReason}`);
  return wall;
}

function calendarDay({ year, month, day }: LocalDate): DateTime {
  const date = DateTime.utc(year, month, day);
  if (!date.isValid) throw new RangeError(`No such date: ${year}-${month}-${day}`);
  return date;
}
