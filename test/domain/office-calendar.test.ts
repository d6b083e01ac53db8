import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusinessDays, addWorkingTime, isOpenDay } from '../../src/domain/calendar.ts';
import { addDays, weekday } from '../../src/domain/local-time.ts';
import { codesOf, endingCalendars } from '../../src/domain/office-calendar.ts';
import { DEFAULT_POLICY, officeIn } from '../../src/domain/policy.ts';
import { HOUR } from '../../src/domain/time.ts';
import { officeCalendars } from '../../src/holidays.ts';

const at = (iso: string): number => Date.parse(iso);
const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 16);
const day = (year: number, month: number, d: number) => ({ year, month, day: d });
const NOW = at('2026-09-01T00:00Z');
const calendars = officeCalendars(
  () => NOW,
  (err) => {
    throw err;
  },
);
const officeAt = (zone: string, code = calendars.codeFor(zone) ?? '') =>
  officeIn(DEFAULT_POLICY, zone, calendars.of(code));

describe('an office in China', () => {
  const office = officeAt('Asia/Shanghai');

  test('is closed over Golden Week and makes up for it on 20 September and 10 October', () => {
    const golden = Array.from({ length: 7 }, (_, i) => addDays(day(2026, 10, 1), i));
    expect(golden.filter((date) => isOpenDay(office, date))).toEqual([]);
    expect(isOpenDay(office, day(2026, 9, 20)), 'a Sunday').toBe(true);
    expect(isOpenDay(office, day(2026, 10, 10)), 'a Saturday').toBe(true);
    expect(isOpenDay(office, day(2026, 10, 8))).toBe(true);
    expect(isOpenDay(office, day(2026, 10, 11))).toBe(false);
  });

  test('counts no working time in Golden Week, and counts the make-up Saturday', () => {
    // Wednesday 30 September, 17:00: an hour is left, then Thursday 8 October at 9.
    const eve = at('2026-09-30T17:00+08:00');
    expect(addWorkingTime(eve, 2 * HOUR, office)).toBe(at('2026-10-08T10:00+08:00'));
    // Thursday, Friday, Saturday; Sunday rests.
    expect(iso(addBusinessDays(eve, 3, office))).toBe(iso(at('2026-10-10T17:00+08:00')));
    expect(iso(addBusinessDays(eve, 4, office))).toBe(iso(at('2026-10-12T17:00+08:00')));
  });

  test('rests for the nine days of Spring Festival, and works on the Saturdays before and after', () => {
    const festival = Array.from({ length: 9 }, (_, i) => addDays(day(2026, 2, 15), i));
    expect(festival.filter((date) => isOpenDay(office, date))).toEqual([]);
    expect(isOpenDay(office, day(2026, 2, 14))).toBe(true);
    expect(isOpenDay(office, day(2026, 2, 28))).toBe(true);
    const friday = at('2026-02-13T10:00+08:00');
    expect(iso(addBusinessDays(friday, 2, office))).toBe(iso(at('2026-02-24T10:00+08:00')));
  });

  test('is known to the end of a year, and says so 60 days before', () => {
    expect(calendars.of('CN')?.knownUntil).toEqual(day(2026, 12, 31));
    const ending = (now: string) => endingCalendars(['CN', 'US', 'CN'], calendars, at(now));
    expect(ending('2026-11-01T00:00Z')).toEqual([]);
    expect(ending('2026-11-03T00:00Z')).toEqual([{ code: 'CN', knownUntil: day(2026, 12, 31) }]);
    expect(ending('2027-02-01T00:00Z'), 'after it ran out').toHaveLength(1);
    expect(isOpenDay(office, day(2027, 1, 1)), 'nobody has published it').toBe(true);
  });
});

describe('an office in the United States', () => {
  const office = officeAt('America/Chicago');

  test.each([
    ['New Year', day(2026, 1, 1)],
    ['Memorial Day', day(2026, 5, 25)],
    ['Independence Day, a Saturday, on Friday', day(2026, 7, 3)],
    ['Labor Day', day(2026, 9, 7)],
    ['Thanksgiving', day(2026, 11, 26)],
    ['Christmas', day(2026, 12, 25)],
  ])('closes on %s', (_, date) => {
    expect(isOpenDay(office, date)).toBe(false);
    expect(isOpenDay(office, addDays(date, -1)) || isOpenDay(office, addDays(date, 1))).toBe(true);
  });

  test('works on Columbus Day', () => {
    expect(isOpenDay(office, day(2026, 10, 12))).toBe(true);
  });
});

describe('other offices', () => {
  test('keep the public holidays of their country, once its days are looked up', async () => {
    const own = officeCalendars(
      () => NOW,
      () => {},
    );
    expect(own.of('GB'), 'looked up meanwhile').toBe(null);
    await own.loaded();
    const london = officeIn(DEFAULT_POLICY, 'Europe/London', own.of('GB'));
    const closed = [day(2026, 4, 3), day(2026, 8, 31), day(2026, 12, 28), day(2027, 1, 1)];
    expect(closed.filter((date) => isOpenDay(london, date))).toEqual([]);
    expect(isOpenDay(london, day(2026, 7, 3))).toBe(true);
    const bavaria = officeIn(DEFAULT_POLICY, 'Europe/Berlin', own.of('DE-BY'));
    expect(isOpenDay(bavaria, day(2026, 1, 6)), 'Epiphany').toBe(false);
    expect(isOpenDay(officeIn(DEFAULT_POLICY, 'Europe/Berlin', own.of('DE')), day(2026, 1, 6))).toBe(true);
    expect(own.of('XX')).toBe(null);
    expect(endingCalendars(['GB', 'XX'], own, NOW)).toEqual([]);
  });

  test('are found by their zone', () => {
    const zones = ['Asia/Shanghai', 'America/Los_Angeles', 'America/Indiana/Knox', 'Pacific/Honolulu'];
    expect(zones.map(calendars.codeFor)).toEqual(['CN', 'US', 'US', 'US']);
    const others = ['Europe/London', 'Europe/Berlin', 'Asia/Tokyo', 'America/Toronto', 'Asia/Hong_Kong'];
    expect(others.map(calendars.codeFor)).toEqual(['GB', 'DE', 'JP', 'CA', 'HK']);
    expect(calendars.codeFor('Antarctica/Troll')).toBe(null);
    const people = [
      { zone: 'Asia/Shanghai', office: null },
      { zone: 'Asia/Shanghai', office: 'US' },
      { zone: 'UTC', office: null },
    ];
    expect(codesOf(people, calendars)).toEqual(['CN', 'US']);
  });
});

test('whatever is added to a calendar, a make-up day is open and nothing else of a weekend is', () => {
  const dates = fc.integer({ min: 0, max: 729 }).map((n) => addDays(day(2026, 1, 1), n));
  fc.assert(
    fc.property(
      fc.array(dates, { maxLength: 8 }),
      fc.array(dates, { maxLength: 8 }),
      dates,
      (open, off, date) => {
        const calendar = { open, closed: off.map((one) => ({ date: one })), knownUntil: null };
        const office = officeIn(DEFAULT_POLICY, 'Asia/Shanghai', calendar);
        const has = (days: readonly object[]) =>
          days.some((one) => JSON.stringify(one) === JSON.stringify(date));
        expect(isOpenDay(office, date)).toBe(has(open) || (weekday(date) < 6 && !has(off)));
      },
    ),
  );
});
