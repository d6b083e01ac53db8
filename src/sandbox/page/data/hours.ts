import { instantOf, isoDate, wallOf } from './zone.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const NEW_YORK = 'America/New_York';
export const SHANGHAI = 'Asia/Shanghai';

export interface Span {
  from: number;
  to: number;
}

/** People are written to at these hours of their own day. */
const WAKING = { from: '09:00', to: '22:00' };
/** When Amazon’s support answers fastest: weekdays, Eastern. */
const SUBMISSION = { from: '09:00', to: '11:00' };

export const isAwake = (now: number, tz: string): boolean => {
  const { hour } = wallOf(now, tz);
  return hour >= 9 && hour < 22;
};

/** The dates on a wall that a stretch of time touches, and the day before: `2027-01-15`. */
function datesOf({ from, to }: Span, tz: string): string[] {
  const dates = new Set<string>();
  for (let at = from - DAY; at <= to + DAY; at += 12 * HOUR) dates.add(isoDate(at, tz));
  return [...dates];
}

function daily(span: Span, tz: string, hours: { from: string; to: string }): Span[] {
  return datesOf(span, tz).flatMap((date) => {
    const from = instantOf(`${date}T${hours.from}`, tz) ?? 0;
    const to = instantOf(`${date}T${hours.to}`, tz) ?? 0;
    const seen = { from: Math.max(from, span.from), to: Math.min(to, span.to) };
    return seen.from < seen.to ? [seen] : [];
  });
}

export const wakingHours = (span: Span, tz: string): Span[] => daily(span, tz, WAKING);

const isWeekday = (instant: number, tz: string): boolean => {
  const { year, month, day } = wallOf(instant, tz);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() % 6 !== 0;
};

export const submissionWindows = (span: Span): Span[] =>
  daily(span, NEW_YORK, SUBMISSION).filter(({ from }) => isWeekday(from, NEW_YORK));

/** Every sixth hour on a wall: where the bar says which hour it is. */
export function sixthHours(span: Span, tz: string): { at: number; hour: number }[] {
  const marks = datesOf(span, tz).flatMap((date) =>
    [0, 6, 12, 18].map((hour) => ({
      hour,
      at: instantOf(`${date}T${String(hour).padStart(2, '0')}:00`, tz) ?? 0,
    })),
  );
  return marks.filter(({ at }) => at >= span.from && at <= span.to);
}

/** The next time that it is nine in New York. */
export function nextNineEastern(now: number): number {
  const nines = datesOf({ from: now, to: now + DAY }, NEW_YORK).map(
    (date) => instantOf(`${date}T09:00`, NEW_YORK) ?? 0,
  );
  return Math.min(...nines.filter((at) => at > now));
}
