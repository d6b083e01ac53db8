import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Circumstances, WINDOWS } from '../../src/domain/briefings/circumstances.ts';
import { nextPlan, PLAN_KINDS, type PlanKind } from '../../src/domain/briefings/plan.ts';
import { isClosed, isOpenDay, nextWithin } from '../../src/domain/calendar.ts';
import { localDate } from '../../src/domain/local-time.ts';
import { DEFAULT_POLICY, officeIn } from '../../src/domain/policy.ts';
import { DEFAULT_HABITS, isAway } from '../../src/domain/team.ts';
import { DAY, HOUR, type Instant } from '../../src/domain/time.ts';
import { at } from '../support/story.ts';

const living = (zone: string, more: Partial<Circumstances> = {}): Circumstances => ({
  zone,
  absences: [],
  vacation: null,
  habits: DEFAULT_HABITS,
  office: officeIn(DEFAULT_POLICY, zone),
  waking: DEFAULT_POLICY.waking,
  windows: WINDOWS,
  ...more,
});

const SHANGHAI = living('Asia/Shanghai');

/** The next steps of a plan, each found from the one before. */
function steps(kind: PlanKind, from: Instant, person: Circumstances, count: number): string[] {
  const found: string[] = [];
  for (let after = from; found.length < count; ) {
    const next = nextPlan(kind, after, person);
    if (!next) break;
    found.push(new Date(next.dueAt).toISOString().slice(0, 16));
    after = next.until;
  }
  return found;
}

const utc = (...times: string[]): string[] =>
  times.map((time) => new Date(at(time)).toISOString().slice(0, 16));

describe('the morning', () => {
  test('comes at half past nine on working days, by the person’s own clock', () => {
    // A Thursday.
    expect(steps('morning', at('2027-01-21T09:00+08:00'), SHANGHAI, 3)).toEqual(
      utc('2027-01-21T09:30+08:00', '2027-01-22T09:30+08:00', '2027-01-25T09:30+08:00'),
    );
  });

  test('keeps its hour when the clocks change', () => {
    expect(steps('morning', at('2027-03-12T12:00-05:00'), living('America/New_York'), 2)).toEqual(
      utc('2027-03-15T09:30-04:00', '2027-03-16T09:30-04:00'),
    );
    expect(steps('morning', at('2027-10-29T12:00+01:00'), living('Europe/London'), 1)).toEqual(
      utc('2027-11-01T09:30+00:00'),
    );
  });

  test('leaves out holidays, absences and a holiday status, and comes back after them', () => {
    const office = { ...SHANGHAI.office, closed: [{ month: 10, day: 1 }] };
    expect(steps('morning', at('2027-09-30T12:00+08:00'), living('Asia/Shanghai', { office }), 1)).toEqual(
      utc('2027-10-04T09:30+08:00'),
    );
    const days = { from: { year: 2027, month: 1, day: 20 }, to: { year: 2027, month: 1, day: 25 } };
    const away = living('Asia/Shanghai', { absences: [{ ...days, cover: null }] });
    expect(steps('morning', at('2027-01-19T12:00+08:00'), away, 1)).toEqual(utc('2027-01-26T09:30+08:00'));
    const vacation = { until: at('2027-01-22T18:00+08:00') };
    expect(steps('morning', at('2027-01-21T08:00+08:00'), living('Asia/Shanghai', { vacation }), 1)).toEqual(
      utc('2027-01-25T09:30+08:00'),
    );
    for (const kind of PLAN_KINDS)
      expect(nextPlan(kind, 0, living('Asia/Shanghai', { vacation: { until: null } }))).toBeNull();
  });

  test('comes at another time, or not at all, as the person chose; never while they sleep', () => {
    const chose = (morningAt: Circumstances['habits']['morningAt']) =>
      living('Asia/Shanghai', { habits: { ...DEFAULT_HABITS, morningAt } });
    const from = at('2027-01-21T00:00+08:00');
    expect(steps('morning', from, chose({ hour: 11, minute: 0 }), 1)).toEqual(utc('2027-01-21T11:00+08:00'));
    expect(steps('morning', from, chose({ hour: 6, minute: 0 }), 1)).toEqual(utc('2027-01-21T09:00+08:00'));
    expect(steps('morning', from, chose({ hour: 23, minute: 0 }), 1)).toEqual(utc('2027-01-21T21:45+08:00'));
    expect(steps('morning', from, chose(null), 1)).toEqual([]);
  });
});

describe('the word before the window', () => {
  test.each([
    ['Shanghai in winter, where it opens at bedtime', 'Asia/Shanghai', '2027-01-20T21:45+08:00', 'before'],
    ['Shanghai in summer', 'Asia/Shanghai', '2027-07-21T20:45+08:00', 'before'],
    ['London', 'Europe/London', '2027-01-20T13:45+00:00', 'before'],
    ['New York, where it opens with the day', 'America/New_York', '2027-01-20T09:00-05:00', 'at_opening'],
    ['Los Angeles, the evening before', 'America/Los_Angeles', '2027-01-19T21:45-08:00', 'evening'],
  ])('%s', (_, zone, due, told) => {
    const next = nextPlan('before_window', at(due) - 6 * HOUR, living(zone));
    expect(next && new Date(next.dueAt).toISOString()).toBe(new Date(at(due)).toISOString());
    expect(next?.why).toMatchObject({ rule: 'before_window', told });
  });

  test('is told of Monday’s on Sunday evening where that is the last waking hour', () => {
    expect(steps('before_window', at('2027-01-23T00:00-08:00'), living('America/Los_Angeles'), 1)).toEqual(
      utc('2027-01-24T21:45-08:00'),
    );
  });

  test('once for each opening, even when it was told late or the person moved', () => {
    const from = at('2027-01-20T12:00+08:00');
    const next = nextPlan('before_window', from, SHANGHAI);
    const moved = next && nextPlan('before_window', next.until, living('Europe/London'));
    expect(moved?.dueAt).toBe(at('2027-01-21T13:45+00:00'));
  });
});

const zones = fc.constantFrom(
  'Asia/Shanghai',
  'America/New_York',
  'America/Los_Angeles',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
);
const instants = fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2028-12-31T00:00Z') });
const people = fc
  .record({
    zone: zones,
    hour: fc.integer({ min: 0, max: 23 }),
    away: fc.option(fc.record({ from: instants, days: fc.integer({ min: 0, max: 20 }) })),
    holiday: fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }),
  })
  .map(({ zone, hour, away, holiday }) =>
    living(zone, {
      habits: { ...DEFAULT_HABITS, morningAt: { hour, minute: 30 } },
      absences: away
        ? [
            {
              from: localDate(away.from, zone),
              to: localDate(away.from + away.days * DAY, zone),
              cover: null,
            },
          ]
        : [],
      office: { ...officeIn(DEFAULT_POLICY, zone), closed: [holiday] },
    }),
  );

describe('whoever it is and whenever', () => {
  test('nothing comes in quiet hours, on days away or on days off; each step comes after the one before', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(...PLAN_KINDS), instants, (person, kind, from) => {
        for (let after = from, count = 0; count < 5; count += 1) {
          const next = nextPlan(kind, after, person);
          if (!next) break;
          const { dueAt, until } = next;
          const day = localDate(dueAt, person.zone);
          expect(dueAt).toBeGreaterThan(after);
          expect(until).toBeGreaterThanOrEqual(dueAt);
          expect(nextWithin(dueAt, { zone: person.zone, ...person.waking })).toBe(dueAt);
          expect(isAway(person, dueAt)).toBe(false);
          expect(isClosed(person.office.closed, day)).toBe(false);
          expect(kind !== 'morning' || isOpenDay(person.office, day)).toBe(true);
          after = until;
        }
      }),
    );
  });

  test('the plan is the same, however often and from wherever before it is asked', () => {
    fc.assert(
      fc.property(
        people,
        fc.constantFrom(...PLAN_KINDS),
        instants,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (person, kind, from, part) => {
          const next = nextPlan(kind, from, person);
          if (!next) return;
          const between = Math.floor(from + (next.dueAt - 1 - from) * part);
          expect(nextPlan(kind, between, person)).toEqual(next);
        },
      ),
    );
  });
});
