import type { Anchor, Case } from '../case.ts';
import { type Instant, MINUTE } from '../time.ts';
import { anchors } from './anchors.ts';
import { type TimerKey, type TimerKind, writeKey } from './keys.ts';
import { type FirstDue, firstDue, repeatAfter, type SeriesKind, type Why } from './rules.ts';
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
  const first = firstDue(c, kind, anchor, schedule);
  return planSeries(c, kind, anchor, first, schedule);
}

/** The next step of a series only: how far the one after it lies depends on when this one fires. */
function planSeries(
  c: Case,
  kind: SeriesKind,
  anchor: Anchor,
  first: FirstDue,
  schedule: Schedule,
): PlannedTimer[] {
  // What slept through a snooze comes back when the snooze ends, not before.
  let due = Math.max(first.dueAt, c.snooze?.endedAt ?? first.dueAt);
  let why = first.why;
  for (let step = 1; ; step += 1) {
    const key = { kind, anchor: anchor.seq, step };
    const firedAt = c.fired[writeKey(key)];
    if (firedAt === undefined) return [{ ...key, key: writeKey(key), dueAt: due, why }];
    const next = repeatAfter(c, kind, step, Math.max(due, firedAt), schedule);
    if (!next) return [];
    due = next.dueAt;
    why = next.why;
  }
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
