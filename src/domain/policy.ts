import type { ClosedDay, OfficeHours } from './calendar.ts';
import type { ClockTime } from './local-time.ts';
import type { Calendar } from './office-calendar.ts';
import { DAY, type Duration, HOUR, MINUTE } from './time.ts';

/** The numbers of the schedule and of how much Docket talks. Data: a team may change each of them. */
export interface Policy {
  /** Working time before somebody is told that nobody acted. */
  readonly stale: {
    readonly unclaimed: Duration;
    readonly preparing: Duration;
    readonly review: Duration;
    readonly ready: Duration;
    readonly actionNeeded: Duration;
    readonly closeOut: Duration;
    readonly offer: Duration;
  };
  /** Business days between repeats of the same nudge; the last one goes on. */
  readonly repeats: readonly [number, ...number[]];
  readonly followUp: {
    /** Not before this long after the submission. domain.md 1: the standard reply takes 24–72 h. */
    readonly first: Duration;
    /** The same where premium support answers, at whatever hour that is. domain.md 1: within an hour. */
    readonly premium: Duration;
    /** Business days between a note and the next. */
    readonly every: number;
    /** Notes after which a person decides instead. */
    readonly notes: number;
  };
  readonly escalation: {
    readonly notBefore: Duration;
    /** Business days beyond the expected answer, or beyond the date that Amazon promised. */
    readonly beyond: number;
  };
  /** How long before a deadline people are told; 0 is the moment it passes. */
  readonly deadlineSteps: readonly Duration[];
  /** Deadline steps at or under this mention the owner and do not wait for the morning. */
  readonly deadlineMentions: Duration;
  /** Deadline steps at or under this mention the leads too. */
  readonly deadlineLeads: Duration;
  /** A deadline nearer than this makes a case red. */
  readonly red: Duration;
  /** A red case that nobody takes up: one more lead each time, and after so many times all of them. */
  readonly redHandOn: { readonly every: Duration; readonly times: number; readonly after: Duration };
  /** From this opening on the lead is told that a submission is late: 3 is the second miss. */
  readonly windowLeadsFrom: number;
  /** A case with the same subject closed within this time is reopened rather than opened anew. */
  readonly reopenWithin: Duration;
  readonly snoozeAtMost: Duration;
  readonly working: {
    readonly weekdays: readonly number[];
    readonly from: ClockTime;
    readonly to: ClockTime;
    readonly closed: readonly ClosedDay[];
  };
  readonly waking: { readonly from: ClockTime; readonly to: ClockTime };
  /** Mentions a person gets in one of their days; red is not counted. */
  readonly mentionsPerDay: number;
}

/** The team defaults of design.md and domain.md. */
export const DEFAULT_POLICY: Policy = {
  stale: {
    unclaimed: 30 * MINUTE,
    preparing: 24 * HOUR,
    review: 4 * HOUR,
    ready: 4 * HOUR,
    actionNeeded: 24 * HOUR,
    closeOut: 9 * HOUR,
    offer: 4 * HOUR,
  },
  repeats: [1, 2, 4],
  followUp: { first: 72 * HOUR, premium: HOUR, every: 3, notes: 2 },
  escalation: { notBefore: 7 * DAY, beyond: 3 },
  deadlineSteps: [72 * HOUR, 24 * HOUR, 6 * HOUR, HOUR, 0],
  deadlineMentions: 24 * HOUR,
  deadlineLeads: 6 * HOUR,
  red: 48 * HOUR,
  redHandOn: { every: 15 * MINUTE, times: 4, after: 2 * HOUR },
  windowLeadsFrom: 3,
  reopenWithin: 30 * DAY,
  snoozeAtMost: 90 * DAY,
  working: {
    weekdays: [1, 2, 3, 4, 5],
    from: { hour: 9, minute: 0 },
    to: { hour: 18, minute: 0 },
    closed: [],
  },
  waking: { from: { hour: 9, minute: 0 }, to: { hour: 22, minute: 0 } },
  mentionsPerDay: 3,
};

/**
 * The office hours of whoever has to act: the policy's hours in that person's (or the workspace's) zone, on the
 * days that their calendar leaves.
 */
export const officeIn = (policy: Policy, zone: string, calendar: Calendar | null = null): OfficeHours => ({
  zone,
  ...policy.working,
  ...(calendar ? { closed: [...policy.working.closed, ...calendar.closed], open: calendar.open } : {}),
});
