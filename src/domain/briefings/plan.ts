import { isClosed, isOpenDay, nextWithin } from '../calendar.ts';
import { addDays, type ClockTime, type LocalDate, localDate, minutesOf, toInstant } from '../local-time.ts';
import { isAway } from '../team.ts';
import { type Instant, MINUTE } from '../time.ts';
import { nextOpening, type SubmissionWindow } from '../windows.ts';
import type { Circumstances } from './circumstances.ts';

/** What somebody is told regularly: in the morning, and before the hours in which Amazon answers fastest. */
export const PLAN_KINDS = ['morning', 'before_window'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** The rule behind an instant, so that it can be explained. */
export type PlanWhy =
  | { readonly rule: 'morning'; readonly at: ClockTime }
  | {
      readonly rule: 'before_window';
      readonly opensAt: Instant;
      /** A quarter of an hour before; at the opening or the evening before where that would wake somebody. */
      readonly told: 'before' | 'at_opening' | 'evening';
    };

/** The next step of a plan. A later step lies beyond `until`, so that one day and one opening is told of once. */
export interface PlannedBriefing {
  readonly dueAt: Instant;
  readonly until: Instant;
  readonly why: PlanWhy;
}

/** How long before an opening it is told. */
const BEFORE = 15 * MINUTE;
/** More days than anybody is away; who is away for longer is planned for once their absence changes. */
const LOOK_AHEAD_DAYS = 370;

/** The first step after an instant, or null: not wanted, or nothing in sight while the person is away. */
export function nextPlan(kind: PlanKind, after: Instant, person: Circumstances): PlannedBriefing | null {
  if (person.vacation?.until === null) return null;
  switch (kind) {
    case 'morning':
      return nextMorning(after, person);
    case 'before_window':
      return nextBeforeWindow(after, person);
    default: {
      const never: never = kind;
      return never;
    }
  }
}

/** At the person's own time, moved into waking hours, on days on which they work and are there. */
function nextMorning(after: Instant, person: Circumstances): PlannedBriefing | null {
  const { zone, habits, office, waking } = person;
  if (habits.morningAt === null) return null;
  const at = whileAwake(habits.morningAt, waking);
  let date = localDate(after, zone);
  for (let days = 0; days < LOOK_AHEAD_DAYS; days += 1, date = addDays(date, 1)) {
    if (!isOpenDay(office, date)) continue;
    const dueAt = toInstant(date, at, zone);
    if (dueAt <= after || isAway(person, dueAt)) continue;
    return { dueAt, until: endOf(date, zone), why: { rule: 'morning', at } };
  }
  return null;
}

const endOf = (date: LocalDate, zone: string): Instant =>
  toInstant(addDays(date, 1), { hour: 0, minute: 0 }, zone) - 1;

/** The last quarter of an hour in which somebody is awake. */
function lastQuarter({ to }: Circumstances['waking']): ClockTime {
  const minutes = minutesOf(to) - 15;
  return { hour: Math.floor(minutes / 60), minute: minutes % 60 };
}

function whileAwake(at: ClockTime, waking: Circumstances['waking']): ClockTime {
  if (minutesOf(at) < minutesOf(waking.from)) return waking.from;
  const last = lastQuarter(waking);
  return minutesOf(at) > minutesOf(last) ? last : at;
}

function nextBeforeWindow(after: Instant, person: Circumstances): PlannedBriefing | null {
  if (!person.habits.beforeWindow) return null;
  const found = person.windows.flatMap((window) => beforeOpening(window, after, person) ?? []);
  return found.sort((a, b) => a.dueAt - b.dueAt)[0] ?? null;
}

/** On whatever weekday the window has: its Monday may be the person's Sunday evening. Holidays stay free. */
function beforeOpening(
  window: SubmissionWindow,
  after: Instant,
  person: Circumstances,
): PlannedBriefing | null {
  let last = after;
  for (let openings = 0; openings < LOOK_AHEAD_DAYS; openings += 1) {
    const { opensAt } = nextOpening(window, last);
    last = opensAt;
    const { dueAt, told } = toldOf(opensAt, person);
    const isOff = isClosed(person.office.closed, localDate(dueAt, person.zone)) || isAway(person, dueAt);
    if (dueAt > after && !isOff)
      return { dueAt, until: opensAt, why: { rule: 'before_window', opensAt, told } };
  }
  return null;
}

function toldOf(opensAt: Instant, { zone, waking }: Circumstances) {
  const isAwake = (at: Instant): boolean => nextWithin(at, { zone, ...waking }) === at;
  if (isAwake(opensAt - BEFORE)) return { dueAt: opensAt - BEFORE, told: 'before' } as const;
  if (isAwake(opensAt)) return { dueAt: opensAt, told: 'at_opening' } as const;
  const last = lastQuarter(waking);
  const today = localDate(opensAt, zone);
  const tonight = toInstant(today, last, zone);
  const dueAt = tonight < opensAt ? tonight : toInstant(addDays(today, -1), last, zone);
  return { dueAt, told: 'evening' } as const;
}
