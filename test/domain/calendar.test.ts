import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  addWorkingTime,
  type ClosedDay,
  isClosed,
  nextWithin,
  type OfficeHours,
  US_CLOSED_DAYS,
} from '../../src/domain/calendar.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts';

const OFFICE: OfficeHours = {
  zone: 'America/New_York',
  weekdays: [1, 2, 3, 4, 5],
  from: { hour: 9, minute: 0 },
  to: { hour: 18, minute: 0 },
  closed: US_CLOSED_DAYS,
};
const SHENZHEN: OfficeHours = { ...OFFICE, zone: 'Asia/Shanghai', closed: [] };

const at = (iso: string) => Date.parse(iso);
const iso = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z');
const day = (year: number, month: number, d: number) => ({ year, month, day: d });
const instants = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2040-12-31T00:00:00Z') });

/** Whether the office is open, by `Intl` alone. */
const EASTERN = new Intl.DateTimeFormat('en-US', {
  timeZone: OFFICE.zone,
  weekday: 'short',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  hourCycle: 'h23',
});
function isOpenByIntl(instant: number): boolean {
  const part = Object.fromEntries(EASTERN.formatToParts(instant).map(({ type, value }) => [type, value]));
  const date = `${part['month']}/${part['day']}`;
  const thanksgiving = part['weekday'] === 'Thu' && /^11\/2[2-8]$/.test(date);
  const weekend = part['weekday']?.startsWith('S');
  const hour = Number(part['hour']);
  return !weekend && !thanksgiving && date !== '1/1' && date !== '12/25' && hour >= 9 && hour < 18;
}

describe('closed days', () => {
  const closed = (rules: readonly ClosedDay[], ...date: [number, number, number]) =>
    isClosed(rules, day(...date));

  it('of the default list are New Year’s Day, Thanksgiving and Christmas, and nothing near them', () => {
    expect(closed(US_CLOSED_DAYS, 2026, 1, 1)).toBe(true);
    expect(closed(US_CLOSED_DAYS, 2026, 11, 26)).toBe(true);
    expect(closed(US_CLOSED_DAYS, 2028, 11, 23)).toBe(true);
    expect(closed(US_CLOSED_DAYS, 2026, 12, 25)).toBe(true);
    expect(closed(US_CLOSED_DAYS, 2026, 11, 19)).toBe(false);
    expect(closed(US_CLOSED_DAYS, 2029, 11, 29), 'a fifth Thursday').toBe(false);
    expect(closed(US_CLOSED_DAYS, 2027, 12, 24)).toBe(false);
    expect(closed(US_CLOSED_DAYS, 2026, 7, 3)).toBe(false);
  });

  it('may count from the end of a month, name a date, or never come', () => {
    const memorialDay = [{ month: 5, weekday: 1, nth: -1 }];
    expect(closed(memorialDay, 2026, 5, 25)).toBe(true);
    expect(closed(memorialDay, 2027, 5, 31)).toBe(true);
    expect(closed(memorialDay, 2027, 5, 24)).toBe(false);
    expect(closed([{ date: day(2026, 2, 17) }], 2026, 2, 17)).toBe(true);
    expect(closed([{ date: day(2026, 2, 17) }], 2027, 2, 17)).toBe(false);
    expect(closed([{ month: 2, weekday: 1, nth: 5 }], 2026, 2, 23)).toBe(false);
    expect(closed([{ month: 2, weekday: 1, nth: 0 }], 2026, 2, 2)).toBe(false);
  });

  it('are observed on the weekday next to them only where a team chose so', () => {
    const independence = { month: 7, day: 4 };
    const newYear = [{ month: 1, day: 1, observed: true }];
    expect(closed([{ ...independence, observed: true }], 2026, 7, 3)).toBe(true);
    expect(closed([{ ...independence, observed: true }], 2027, 7, 5)).toBe(true);
    expect(closed([{ ...independence, observed: true }], 2025, 7, 3)).toBe(false);
    expect(closed([independence], 2026, 7, 3)).toBe(false);
    expect(closed(newYear, 2027, 12, 31), 'for Saturday, 1 January 2028').toBe(true);
  });

  it('in any month, an nth weekday comes once or not at all', () => {
    const rule = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      weekday: fc.integer({ min: 1, max: 7 }),
      nth: fc.constantFrom(1, 2, 3, 4, -1, -2, -3, -4, 5, -5),
    });
    fc.assert(
      fc.property(rule, fc.integer({ min: 2020, max: 2040 }), (closes, year) => {
        const length = new Date(Date.UTC(year, closes.month, 0)).getUTCDate();
        const days = Array.from({ length }, (_, i) => i + 1).filter((d) =>
          closed([closes], year, closes.month, d),
        );
        const weekdays = Array.from({ length }, (_, i) => i + 1).filter(
          (d) => (new Date(Date.UTC(year, closes.month - 1, d)).getUTCDay() || 7) === closes.weekday,
        );
        const expected = weekdays.at(closes.nth > 0 ? closes.nth - 1 : closes.nth);
        expect(days).toEqual(expected === undefined ? [] : [expected]);
      }),
    );
  });
});

describe('working time', () => {
  const add = (from: string, amount: number, hours = OFFICE) => iso(addWorkingTime(at(from), amount, hours));

  it('runs on while the office is open, and pauses at night and over the weekend', () => {
    expect(add('2026-03-09T13:00:00Z', 4 * HOUR)).toBe('2026-03-09T17:00:00Z');
    expect(add('2026-03-09T21:00:00Z', 4 * HOUR)).toBe('2026-03-10T16:00:00Z');
    expect(add('2026-03-13T21:00:00Z', 4 * HOUR)).toBe('2026-03-16T16:00:00Z');
    expect(add('2026-11-25T22:00:00Z', 4 * HOUR), 'over Thanksgiving').toBe('2026-11-27T17:00:00Z');
  });

  it('starts at the next opening if the office is shut, and ends at closing time, not at the next opening', () => {
    expect(add('2026-03-14T03:00:00Z', HOUR)).toBe('2026-03-16T14:00:00Z');
    expect(add('2026-03-09T10:00:00Z', 9 * HOUR)).toBe('2026-03-09T22:00:00Z');
    expect(add('2026-03-09T10:00:00Z', 9 * HOUR + MINUTE)).toBe('2026-03-10T13:01:00Z');
    expect(add('2026-03-14T03:00:00Z', 0)).toBe('2026-03-14T03:00:00Z');
  });

  it('is 24 hours in two days and two thirds, in Shenzhen as elsewhere', () => {
    expect(add('2026-03-13T09:30:00Z', 24 * HOUR, SHENZHEN), 'Friday 17:30').toBe('2026-03-18T06:30:00Z');
  });

  it('does not grow or shrink when clocks change while the office is open', () => {
    const always: OfficeHours = {
      ...OFFICE,
      weekdays: [7],
      from: { hour: 0, minute: 0 },
      to: { hour: 24, minute: 0 },
      closed: [],
    };
    expect(add('2026-03-08T05:00:00Z', 23 * HOUR, always)).toBe('2026-03-09T04:00:00Z');
    expect(add('2026-11-01T04:00:00Z', 25 * HOUR, always)).toBe('2026-11-02T05:00:00Z');
  });

  it('counts exactly the open time in between', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 400 }), (from, quarters) => {
        const start = Math.floor(from / (15 * MINUTE)) * 15 * MINUTE;
        const end = addWorkingTime(start, quarters * 15 * MINUTE, OFFICE);
        let open = 0;
        for (let instant = start; instant < end; instant += 15 * MINUTE) if (isOpenByIntl(instant)) open += 1;
        expect(open).toBe(quarters);
        expect(isOpenByIntl(end - 1), 'ends while the office is open').toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('adds up', () => {
    const amount = fc.integer({ min: 0, max: 40 * HOUR });
    fc.assert(
      fc.property(instants, amount, amount, (from, a, b) => {
        expect(addWorkingTime(addWorkingTime(from, a, OFFICE), b, OFFICE)).toBe(
          addWorkingTime(from, a + b, OFFICE),
        );
      }),
    );
  });

  it('is refused backwards, and where an office never opens', () => {
    expect(() => addWorkingTime(0, -1, OFFICE)).toThrow('backwards');
    expect(() => addWorkingTime(0, Number.NaN, OFFICE)).toThrow(RangeError);
    expect(() => addWorkingTime(0, 1, { ...OFFICE, weekdays: [] })).toThrow('never open');
  });
});

describe('business days', () => {
  const add = (from: string, count: number, hours = OFFICE) => iso(addBusinessDays(at(from), count, hours));

  it('keep the time on the clock, across weekends, closed days and changes of the clocks', () => {
    expect(add('2026-03-06T20:30:15Z', 1)).toBe('2026-03-09T19:30:15Z');
    expect(add('2026-03-06T20:30:00Z', 5)).toBe('2026-03-13T19:30:00Z');
    expect(add('2026-11-25T15:00:00Z', 1)).toBe('2026-11-27T15:00:00Z');
    expect(add('2026-03-07T15:00:00Z', 1), 'from a Saturday').toBe('2026-03-09T14:00:00Z');
    expect(add('2026-03-07T15:00:00Z', 0)).toBe('2026-03-07T15:00:00Z');
  });

  it('follow the working week of the place', () => {
    const cairo = { ...SHENZHEN, zone: 'Africa/Cairo', weekdays: [7, 1, 2, 3, 4] };
    expect(add('2026-01-15T10:00:00Z', 1, cairo), 'Thursday to Sunday').toBe('2026-01-18T10:00:00Z');
  });

  it('make the same journey in one go or in two', () => {
    const count = fc.integer({ min: 0, max: 30 });
    // Between 01:00 and 03:00 Eastern a clock time may be missing on the way.
    const days = fc.integer({ min: 0, max: 7_600 }).map((n) => at('2020-01-01T17:00:00Z') + n * DAY);
    fc.assert(
      fc.property(days, count, count, (from, a, b) => {
        expect(addBusinessDays(addBusinessDays(from, a, OFFICE), b, OFFICE)).toBe(
          addBusinessDays(from, a + b, OFFICE),
        );
      }),
    );
  });

  it('are whole and not negative, and need an office that opens', () => {
    expect(() => addBusinessDays(0, -1, OFFICE)).toThrow(RangeError);
    expect(() => addBusinessDays(0, 1.5, OFFICE)).toThrow(RangeError);
    expect(() => addBusinessDays(0, 1, { ...OFFICE, weekdays: [] })).toThrow('in ten years');
  });
});

describe('waking hours', () => {
  const awake = { zone: 'Asia/Shanghai', from: { hour: 9, minute: 0 }, to: { hour: 22, minute: 0 } };
  const next = (from: string) => iso(nextWithin(at(from), awake));

  it('let through what comes inside them, and hold the rest until the next morning', () => {
    expect(next('2026-03-09T01:00:00Z')).toBe('2026-03-09T01:00:00Z');
    expect(next('2026-03-09T13:59:59Z')).toBe('2026-03-09T13:59:59Z');
    expect(next('2026-03-09T14:00:00Z')).toBe('2026-03-10T01:00:00Z');
    expect(next('2026-03-08T17:00:00Z')).toBe('2026-03-09T01:00:00Z');
  });

  it('never move anything backwards, nor by more than a night, nor twice', () => {
    const daily = { ...awake, zone: 'America/New_York' };
    fc.assert(
      fc.property(instants, (from) => {
        const moved = nextWithin(from, daily);
        expect(moved).toBeGreaterThanOrEqual(from);
        expect(moved - from).toBeLessThanOrEqual(12 * HOUR);
        expect(nextWithin(moved, daily)).toBe(moved);
      }),
    );
  });

  it('do not cross midnight', () => {
    expect(() => nextWithin(0, { ...awake, to: { hour: 2, minute: 0 } })).toThrow('on one day');
  });
});
