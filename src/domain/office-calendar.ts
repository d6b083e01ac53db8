import type { ClosedDay } from './calendar.ts';
import { type LocalDate, toInstant } from './local-time.ts';
import { DAY, type Duration, type Instant } from './time.ts';

/** The holidays that offices of one place keep. */
export interface Calendar {
  readonly closed: readonly ClosedDay[];
  /** Days that are worked although they fall on a weekend. */
  readonly open: readonly LocalDate[];
  /** The last day that is known; null where a rule gives every year. */
  readonly knownUntil: LocalDate | null;
}

/** Which calendars there are. A code is a country's two letters, or those of a part of it: `CN`, `DE-BY`. */
export interface Calendars {
  /** Null for a code that nobody knows, and for the moment in which its days are looked up. */
  of(code: string): Calendar | null;
  /** The calendar that offices in a zone most likely keep; null where nobody can tell. */
  codeFor(zone: string): string | null;
}

/** How long before a calendar runs out its users are told: a government publishes the next year by then. */
const TOLD_BEFORE: Duration = 60 * DAY;

export interface EndingCalendar {
  readonly code: string;
  readonly knownUntil: LocalDate;
}

/** Of the calendars that are used, those that run out within 60 days, or have run out; each once. */
export function endingCalendars(
  codes: readonly string[],
  calendars: Pick<Calendars, 'of'>,
  now: Instant,
): EndingCalendar[] {
  return [...new Set(codes)].flatMap((code) => {
    const knownUntil = calendars.of(code)?.knownUntil ?? null;
    return knownUntil !== null && endOf(knownUntil) - now <= TOLD_BEFORE ? [{ code, knownUntil }] : [];
  });
}

/** The end of the day, in UTC: an alarm of weeks does not mind hours. */
const endOf = (date: LocalDate): Instant => toInstant(date, { hour: 24, minute: 0 }, 'UTC');

/** The calendars that people keep, each once. */
export const codesOf = (
  people: readonly { readonly zone: string; readonly office: string | null }[],
  calendars: Pick<Calendars, 'codeFor'>,
): string[] => [...new Set(people.flatMap(({ zone, office }) => office ?? calendars.codeFor(zone) ?? []))];
