import fc from 'fast-check';
import { Settings } from 'luxon';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { US_CLOSED_DAYS } from '../../src/domain/calendar.ts';
import { HOUR } from '../../src/domain/time.ts';
import { nextOpening, openingAt, type SubmissionWindow, windowFor } from '../../src/domain/windows.ts';

const US: SubmissionWindow = {
  zone: 'America/New_York',
  weekdays: [1, 2, 3, 4, 5],
  from: { hour: 9, minute: 0 },
  to: { hour: 11, minute: 0 },
  closed: US_CLOSED_DAYS,
};
const FROM = Date.UTC(2020, 0, 1);
const UNTIL = Date.UTC(2041, 0, 1);

// The oracle knows Eastern time from Intl alone, and the closed days from their definition.
const EASTERN = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  weekday: 'short',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
});
function eastern(at: number) {
  const parts = Object.fromEntries(EASTERN.formatToParts(at).map(({ type, value }) => [type, value]));
  const [month, day] = [Number(parts['month']), Number(parts['day'])];
  const weekend = parts['weekday'] === 'Sat' || parts['weekday'] === 'Sun';
  const thanksgiving = parts['weekday'] === 'Thu' && month === 11 && day >= 22 && day <= 28;
  const fixed = (month === 1 && day === 1) || (month === 12 && day === 25);
  return {
    clock: `${parts['hour']}:${parts['minute']}:${parts['second']}`,
    date: `${parts['year']}-${month}-${day}`,
    isOpenDay: !weekend && !thanksgiving && !fixed,
  };
}
const isOpening = (at: number): boolean => {
  const { clock, isOpenDay } = eastern(at);
  return clock === '09:00:00' && isOpenDay;
};
const fullHoursAfter = (at: number, until: number): number[] => {
  const first = Math.floor(at / HOUR) * HOUR + HOUR;
  return Array.from({ length: Math.max(0, Math.ceil((until - first) / HOUR)) }, (_, i) => first + i * HOUR);
};

const ZONE_OF_PROCESS = process.env['TZ'];
afterEach(() => {
  vi.useRealTimers();
  if (ZONE_OF_PROCESS === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ZONE_OF_PROCESS;
});

/**
 * Makes the process believe that it runs there and then, proves that it does, and loads the code afresh, so
 * that nothing remembered from another place or season can help it.
 */
async function pretend(zone: string, january: number, today: string) {
  process.env['TZ'] = zone;
  vi.useFakeTimers({ now: new Date(today), toFake: ['Date'] });
  expect(new Date(2026, 0, 1).getTimezoneOffset(), `Date ignores TZ=${zone}`).toBe(january);
  expect(new Date().toISOString()).toBe(today);
  Settings.resetCaches();
  vi.resetModules();
  return await import('../../src/domain/windows.ts');
}

describe.each([
  ['Asia/Shanghai', -480],
  ['America/Los_Angeles', 480],
  ['UTC', 0],
])('in a process in %s', (zone, january) => {
  describe.each(['2026-01-15T12:00:00.000Z', '2026-07-15T12:00:00.000Z'])('with today on %s', (today) => {
    it('the next American opening is the first 9:00 Eastern on an open day', async () => {
      const { nextOpening: next } = await pretend(zone, january, today);
      fc.assert(
        fc.property(fc.integer({ min: FROM, max: UNTIL }), (at) => {
          const { opensAt, closesAt } = next(US, at);
          expect(opensAt).toBeGreaterThan(at);
          expect(isOpening(opensAt)).toBe(true);
          expect(eastern(closesAt).clock).toBe('11:00:00');
          expect(eastern(closesAt).date).toBe(eastern(opensAt).date);
          expect(fullHoursAfter(at, opensAt).filter(isOpening), 'an opening was skipped').toEqual([]);
        }),
        { numRuns: 150 },
      );
    });

    it('opens once on every open day of 2020 to 2040, and on no other', async () => {
      const { nextOpening: next } = await pretend(zone, january, today);
      const opened: string[] = [];
      for (let at = FROM; ; ) {
        const { opensAt } = next(US, at);
        expect(opensAt).toBeGreaterThan(at);
        if (opensAt >= UNTIL) break;
        expect(isOpening(opensAt)).toBe(true);
        opened.push(eastern(opensAt).date);
        at = opensAt;
      }
      const noons = Array.from(
        { length: (UNTIL - FROM) / (24 * HOUR) },
        (_, i) => FROM + (i * 24 + 17) * HOUR,
      );
      expect(opened).toEqual(
        noons
          .map(eastern)
          .filter((day) => day.isOpenDay)
          .map((day) => day.date),
      );
    });
  });
});

describe('the American window', () => {
  const iso = (at: number) => new Date(at).toISOString();
  const next = (at: string) => iso(nextOpening(US, Date.parse(at)).opensAt);

  it('waits over the weekend, in which clocks may change', () => {
    expect(next('2026-03-06T22:00:00Z')).toBe('2026-03-09T13:00:00.000Z');
    expect(next('2026-10-30T21:00:00Z')).toBe('2026-11-02T14:00:00.000Z');
  });

  it('waits over Thanksgiving, Christmas and New Year', () => {
    expect(next('2026-11-25T17:00:00Z')).toBe('2026-11-27T14:00:00.000Z');
    expect(next('2026-12-24T17:00:00Z')).toBe('2026-12-28T14:00:00.000Z');
    expect(next('2025-12-31T17:00:00Z')).toBe('2026-01-02T14:00:00.000Z');
  });

  it('is open from 9:00 up to, not including, 11:00; the next one is tomorrow as soon as it opens', () => {
    const opens = Date.parse('2026-03-09T13:00:00Z');
    expect(openingAt(US, opens - 1)).toBeNull();
    expect(openingAt(US, opens)).toEqual({ opensAt: opens, closesAt: opens + 2 * HOUR });
    expect(openingAt(US, opens + 2 * HOUR - 1)).not.toBeNull();
    expect(openingAt(US, opens + 2 * HOUR)).toBeNull();
    expect(openingAt(US, Date.parse('2026-03-08T13:30:00Z')), 'a Sunday').toBeNull();
    expect(iso(nextOpening(US, opens - 1).opensAt)).toBe('2026-03-09T13:00:00.000Z');
    expect(iso(nextOpening(US, opens).opensAt)).toBe('2026-03-10T13:00:00.000Z');
  });
});

describe('a window of the team’s own', () => {
  it('opens after a gap, and not at all on a day whose gap swallows it', () => {
    const night = { ...US, weekdays: [7], from: { hour: 2, minute: 30 }, to: { hour: 3, minute: 30 } };
    const march = Date.UTC(2026, 2, 7);
    const opening = nextOpening(night, march);
    expect(opening).toEqual({ opensAt: Date.UTC(2026, 2, 8, 7), closesAt: Date.UTC(2026, 2, 8, 7, 30) });
    const swallowed = { ...night, to: { hour: 3, minute: 0 } };
    expect(nextOpening(swallowed, march).opensAt).toBe(Date.UTC(2026, 2, 15, 6, 30));
    expect(openingAt(swallowed, Date.UTC(2026, 2, 8, 7))).toBeNull();
  });

  it('agrees with itself: inside an opening, and only there, openingAt gives that opening', () => {
    const windows = fc.record({
      zone: fc.constantFrom('America/New_York', 'Europe/London', 'Africa/Cairo', 'Australia/Lord_Howe'),
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      from: fc.record({ hour: fc.integer({ min: 0, max: 11 }), minute: fc.integer({ min: 0, max: 59 }) }),
      to: fc.record({ hour: fc.integer({ min: 12, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) }),
      closed: fc.constant(US_CLOSED_DAYS),
    });
    fc.assert(
      fc.property(windows, fc.integer({ min: FROM, max: UNTIL }), fc.nat(1_000), (window, after, part) => {
        const opening = nextOpening(window, after);
        const inside = opening.opensAt + ((opening.closesAt - opening.opensAt) * part) / 1_001;
        expect(openingAt(window, Math.floor(inside))).toEqual(opening);
        expect(openingAt(window, opening.opensAt - 1)).toBeNull();
        expect(openingAt(window, opening.closesAt)).toBeNull();
        const now = openingAt(window, after) ?? opening;
        expect(nextOpening(window, now.opensAt - 1)).toEqual(now);
      }),
    );
  });

  it('says clearly that it never opens', () => {
    const never = { ...US, weekdays: [] };
    expect(() => nextOpening(never, FROM)).toThrow('never open');
    expect(openingAt(never, FROM)).toBeNull();
    const everyDay = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap((month) =>
      [1, 2, 3, 4, 5].map((nth) => ({ month, weekday: 1, nth })),
    );
    expect(() => nextOpening({ ...US, weekdays: [1], closed: everyDay }, FROM)).toThrow('never open');
  });

  it('refuses hours that close before they open', () => {
    expect(() => nextOpening({ ...US, to: { hour: 9, minute: 0 } }, FROM)).toThrow('open before they close');
  });
});

describe('default windows', () => {
  it('are Eastern mornings for support in the United States and Canada, and nothing elsewhere', () => {
    expect(windowFor('US', 'support_case')).toEqual(US);
    expect(windowFor('CA', 'support_case')).toEqual(US);
    expect(windowFor('US', 'pricing_health')).toEqual(US);
    expect(windowFor('US', 'account_health_appeal')).toBeNull();
    expect(windowFor('US', 'reimbursement_portal')).toBeNull();
    expect(windowFor('UK', 'support_case')).toBeNull();
    expect(windowFor('MX', 'support_case')).toBeNull();
  });
});
