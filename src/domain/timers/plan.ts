import type { Anchor, Case } from '../case.ts';
import { addDays, clockTime, localDate, minutesOf, toInstant } from '../local-time.ts';
import { type Instant, MINUTE } from '../time.ts';
import { anchors } from './anchors.ts';
import { type TimerKey, type TimerKind, writeKey } from './keys.ts';
import { firstDue, repeatAfter, type SeriesKind, type Why } from './rules.ts';
import type { Schedule } from './schedule.ts';

/** A dated step of a case's schedule, with the rule that dates it. */
export interface PlannedTimer extends TimerKey {
  readonly key: string;
  readonly dueAt: Instant;
  readonly why: Why;
}

/**
 * The whole schedule of a case: a pure function of the case, the policy and the calendar. It reads no clock:
 * what is overdue is planned in the past, and firing it is an event that the next plan knows of.
 */
export function planTimers(c: Case, schedule: Schedule): PlannedTimer[] {
  const planned: PlannedTimer[] = [];
  for (const [kind, anchor] of anchors(c, schedule.policy))
    planned.push(...planKind(c, kind, anchor, schedule));
  return planned.sort((a, b) => a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1));
}

function planKind(c: Case, kind: TimerKind, anchor: Anchor, schedule: Schedule): PlannedTimer[] {
  if (kind === 'deadline') return planDeadline(c, anchor, schedule);
  if (kind === 'deadline_night') return planNight(c, anchor, schedule);
  const next = nextOfSeries(c, kind, anchor, schedule);
  return next ? [next] : [];
}

/** The next step of a series only: how far the one after it lies depends on when this one fires. */
function nextOfSeries(c: Case, kind: SeriesKind, anchor: Anchor, schedule: Schedule): PlannedTimer | null {
  const keyOf = (step: number): string => writeKey({ kind, anchor: anchor.seq, step });
  let step = 1;
  while (c.fired[keyOf(step)] !== undefined) step += 1;
  const lastFired = c.fired[keyOf(step - 1)];
  const due =
    lastFired === undefined
      ? firstDue(c, kind, anchor, schedule)
      : repeatAfter(c, kind, step - 1, Math.max(lastFired, c.snooze?.endedAt ?? lastFired), schedule);
  return due && { kind, anchor: anchor.seq, step, key: keyOf(step), ...due };
}

/** Every step that lies after the deadline was entered: whoever entered it knows what is already past. */
function planDeadline(c: Case, anchor: Anchor, { policy }: Schedule): PlannedTimer[] {
  const { deadline } = c;
  if (!deadline) return [];
  return policy.deadlineSteps
    .map((before) => {
      const key = { kind: 'deadline' as const, anchor: anchor.seq, step: before / MINUTE };
      const why: Why = {
        rule: 'deadline',
        from: deadline.at,
        wait: { unit: 'hours_before', amount: before },
      };
      return { ...key, key: writeKey(key), dueAt: deadline.at - before, why };
    })
    .filter((timer) => timer.dueAt > anchor.at && c.fired[timer.key] === undefined);
}

/** A deadline that passes while its people sleep is told once more in the last hour in which they are awake. */
function planNight(c: Case, anchor: Anchor, { policy: { waking }, office }: Schedule): PlannedTimer[] {
  const at = c.deadline?.at ?? 0;
  const minute = minutesOf(clockTime(at, office.zone));
  const isEarly = minute < minutesOf(waking.from);
  if (!isEarly && minute < minutesOf(waking.to)) return [];
  const evening = addDays(localDate(at, office.zone), isEarly ? -1 : 0);
  const dueAt = toInstant(evening, { ...waking.to, hour: waking.to.hour - 1 }, office.zone);
  const key = { kind: 'deadline_night' as const, anchor: anchor.seq, step: 1 };
  const why: Why = { rule: 'deadline_night', from: at, wait: { unit: 'hours_before', amount: at - dueAt } };
  const timer = { ...key, key: writeKey(key), dueAt, why };
  return dueAt > anchor.at && c.fired[timer.key] === undefined ? [timer] : [];
}
