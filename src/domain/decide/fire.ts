import type { Case } from '../case.ts';
import type { CaseEvent } from '../events.ts';
import type { Instant } from '../time.ts';
import { type PlannedTimer, planTimers } from '../timers/plan.ts';
import type { Schedule } from '../timers/schedule.ts';

/** What is due of a case now: an event, and the timers worth telling people about. */
export interface Firing {
  readonly event: CaseEvent;
  /** One per kind, the latest: steps that an outage or a new policy made overdue together fire as one. */
  readonly told: readonly PlannedTimer[];
}

/** Null where nothing is due: a twin of a wake-up, or a stale one, does nothing. */
export function decideFire(c: Case, schedule: Schedule, now: Instant): Firing | null {
  const due = planTimers(c, schedule).filter((timer) => timer.dueAt <= now);
  if (due.length === 0) return null;
  const latest = new Map(due.map((timer) => [timer.kind, timer]));
  return { event: { type: 'timers_fired', keys: due.map((timer) => timer.key) }, told: [...latest.values()] };
}
