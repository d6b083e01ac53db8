import fc from 'fast-check';
import { Settings } from 'luxon';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  addDays,
  clockTime,
  isZone,
  type LocalDate,
  localDate,
  toInstant,
  weekday,
} from '../../src/domain/local-time.ts';
import { HOUR, MINUTE } from '../../src/domain/time.ts';

/** Zones with gaps and overlaps at unlike hours, by unlike amounts, and without any. */
const ZONES = [
  'America/New_York',
  'Europe/Berlin',
  'Asia/Shanghai',
  'Asia/Kolkata',
  'Australia/Lord_Howe', // half an hour
  'Africa/Cairo', // at midnight
  'America/Santiago', // at midnight
  'Asia/Beirut', // at midnight
  'America/St_Johns',
  'Pacific/Chatham',
];
const SEASONS = ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'];

afterEach(() => vi.useRealTimers());

/** What `Intl` (not luxon) says that a clock shows, as a number that reads like YYYYMMDDhhmm. */
const formats = new Map<string, Intl.DateTimeFormat>();
function wallByIntl(at: number, zone: string): number {
  const numeric = 'numeric' as const;
  const parts = {
    year: numeric,
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { ...parts, timeZone: zone, hourCycle: 'h23' });
  formats.set(zone, format);
  return Number(format.format(at).replace(/\D/g, ''));
}

const wallOf = (date: LocalDate, hour: number, minute: number): number =>
  (((date.year * 100 + date.month) * 100 + date.day) * 100 + hour) * 100 + minute;

/** The policy, by looking at every quarter of an hour: the first that shows the wall time, else one past it. */
function byLooking(date: LocalDate, hour: number, minute: number, zone: string): number {
  const start = Date.UTC(date.year, date.month - 1, date.day, hour, minute) - 15 * HOUR;
  const wanted = wallOf(date, hour, minute);
  const quarters = Array.from({ length: 30 * 4 }, (_, i) => start + i * 15 * MINUTE);
  const exact = quarters.find((at) => wallByIntl(at, zone) === wanted);
  return exact ?? quarters.find((at) => wallByIntl(at, zone) > wanted) ?? Number.NaN;
}

const dates = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 11, 31) })
  .map((at) => localDate(at, 'UTC'));
const quarters = fc.record({
  hour: fc.integer({ min: 0, max: 23 }),
  quarter: fc.integer({ min: 0, max: 3 }),
});

/** Days on which the clocks change in some zone of the list: random days would seldom hit one. */
const changes: { date: LocalDate; zone: string }[] = ZONES.flatMap((zone) => {
  const days = Array.from({ length: 366 * 2 }, (_, i) => Date.UTC(2026, 0, 1) + i * 24 * HOUR);
  const shift = (at: number) => wallByIntl(at, zone) % 10_000;
  return days
    .filter((at) => shift(at) !== shift(at + 24 * HOUR))
    .flatMap((at) => [at, at + 24 * HOUR].map((day) => ({ date: localDate(day, zone), zone })));
});

describe.each(SEASONS)('with today on %s', (today) => {
  /** The code loaded afresh on that day: nothing remembered from another season can help it. */
  const faked = async () => {
    vi.useFakeTimers({ now: new Date(today), toFake: ['Date'] });
    Settings.resetCaches();
    vi.resetModules();
    return await import('../../src/domain/local-time.ts');
  };

  it('finds the instant that a wall clock means, on days on which clocks change', async () => {
    const { toInstant: instantOf } = await faked();
    expect(changes.length).toBeGreaterThan(40);
    const change = fc.constantFrom(...changes);
    fc.assert(
      fc.property(change, quarters, ({ date, zone }, { hour, quarter }) => {
        const time = { hour, minute: quarter * 15 };
        expect(instantOf(date, time, zone)).toBe(byLooking(date, hour, time.minute, zone));
      }),
      { numRuns: 400 },
    );
  });

  it('finds it on any other day', async () => {
    const { toInstant: instantOf } = await faked();
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), dates, quarters, (zone, date, { hour, quarter }) => {
        const time = { hour, minute: quarter * 15 };
        expect(instantOf(date, time, zone)).toBe(byLooking(date, hour, time.minute, zone));
      }),
      { numRuns: 200 },
    );
  });

  it('takes the first instant after a gap, and the earlier of an overlap', async () => {
    const { toInstant: instantOf } = await faked();
    const at = (date: LocalDate, hour: number, minute: number, zone: string) =>
      new Date(instantOf(date, { hour, minute }, zone)).toISOString();
    const spring = { year: 2026, month: 3, day: 8 };
    expect(at(spring, 2, 0, 'America/New_York')).toBe('2026-03-08T07:00:00.000Z');
    expect(at(spring, 2, 30, 'America/New_York')).toBe('2026-03-08T07:00:00.000Z');
    expect(at(spring, 3, 0, 'America/New_York')).toBe('2026-03-08T07:00:00.000Z');
    expect(at({ year: 2026, month: 11, day: 1 }, 1, 30, 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
    // Samoa left out a whole day.
    expect(at({ year: 2011, month: 12, day: 30 }, 12, 0, 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
  });
});

describe('dates and clocks', () => {
  it('reads what clocks and calendars show', () => {
    const at = Date.UTC(2026, 2, 8, 13, 5, 59);
    expect(clockTime(at, 'America/New_York')).toEqual({ hour: 9, minute: 5 });
    expect(clockTime(at, 'Asia/Shanghai')).toEqual({ hour: 21, minute: 5 });
    expect(localDate(Date.UTC(2026, 0, 1, 3), 'America/New_York')).toEqual({
      year: 2025,
      month: 12,
      day: 31,
    });
    expect(localDate(Date.UTC(2025, 11, 31, 23), 'Asia/Shanghai')).toEqual({ year: 2026, month: 1, day: 1 });
  });

  it('comes back to the same date and clock, except inside a gap', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('UTC', 'Asia/Shanghai', 'Asia/Kolkata'),
        dates,
        quarters,
        (zone, date, q) => {
          const time = { hour: q.hour, minute: q.quarter * 15 };
          const at = toInstant(date, time, zone);
          expect([localDate(at, zone), clockTime(at, zone)]).toEqual([date, time]);
        },
      ),
    );
  });

  it('counts weekdays from Monday, and days across months and years', () => {
    expect(weekday({ year: 2026, month: 3, day: 9 })).toBe(1);
    expect(weekday({ year: 2026, month: 3, day: 8 })).toBe(7);
    expect(addDays({ year: 2028, month: 2, day: 28 }, 1)).toEqual({ year: 2028, month: 2, day: 29 });
    expect(addDays({ year: 2026, month: 1, day: 1 }, -1)).toEqual({ year: 2025, month: 12, day: 31 });
  });

  it('takes 24:00 as the midnight that ends a day', () => {
    const date = { year: 2026, month: 3, day: 8 };
    expect(toInstant(date, { hour: 24, minute: 0 }, 'America/New_York')).toBe(
      toInstant(addDays(date, 1), { hour: 0, minute: 0 }, 'America/New_York'),
    );
  });

  it('knows zones from other words', () => {
    expect(['Asia/Shanghai', 'America/New_York', 'UTC'].map(isZone)).toEqual([true, true, true]);
    expect(['', 'Asia/Shenzhen', 'Beijing', '+08:00', 'local', 'Eastern'].map(isZone)).toEqual(
      Array(6).fill(false),
    );
  });

  it('throws for what no calendar, clock or zone shows', () => {
    const date = { year: 2026, month: 2, day: 28 };
    const nine = { hour: 9, minute: 0 };
    expect(() => toInstant({ ...date, day: 30 }, nine, 'UTC')).toThrow('No such date: 2026-2-30');
    expect(() => toInstant(date, { hour: 24, minute: 1 }, 'UTC')).toThrow('No such time of day: 24:1');
    expect(() => toInstant(date, { hour: 9, minute: 60 }, 'UTC')).toThrow('No such time of day');
    expect(() => toInstant(date, nine, 'Asia/Shenzhen')).toThrow('Asia/Shenzhen');
    expect(() => localDate(Number.NaN, 'UTC')).toThrow(RangeError);
    expect(() => clockTime(0, 'Asia/Shenzhen')).toThrow('Asia/Shenzhen');
  });
});
