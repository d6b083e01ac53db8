import { addBusinessDays, addWorkingTime, type OfficeHours } from '../calendar.ts';
import type { Anchor, Case } from '../case.ts';
import { CATEGORIES, type Category } from '../categories.ts';
import { MARKETPLACES } from '../marketplaces.ts';
import { redFrom } from '../red.ts';
import { DAY, type Duration, HOUR, type Instant } from '../time.ts';
import { windowOf } from '../window-advice.ts';
import { nextOpening, openingAt } from '../windows.ts';
import type { TimerKind } from './keys.ts';
import type { Schedule } from './schedule.ts';

/** Kinds that repeat until somebody acts; a deadline counts down instead. */
export type SeriesKind = Exclude<TimerKind, 'deadline' | 'deadline_night'>;

/** The arithmetic behind a due instant, as data, so that every nudge can explain itself in any language. */
export interface Why {
  readonly rule: TimerKind;
  /** What the wait is counted from. */
  readonly from: Instant;
  readonly wait: Wait;
  /** Set when the instant was then moved to the next submission window. */
  readonly movedToWindow?: boolean;
}

export type Wait =
  | { readonly unit: 'none' }
  | { readonly unit: 'time'; readonly amount: Duration }
  | { readonly unit: 'working_time'; readonly amount: Duration }
  | { readonly unit: 'business_days'; readonly amount: number }
  | { readonly unit: 'hours_before'; readonly amount: Duration };

export interface FirstDue {
  readonly dueAt: Instant;
  readonly why: Why;
}

/** Amazon's answer times count in business days of the marketplace, not of our office. */
const amazonOffice = (c: Case): OfficeHours => {
  const place = MARKETPLACES[c.marketplace];
  return {
    zone: place.zone,
    weekdays: place.weekdays,
    from: { hour: 9, minute: 0 },
    to: { hour: 17, minute: 0 },
    closed: windowOf(c)?.closed ?? [],
  };
};

function expectedBy(c: Case, from: Instant): { dueAt: Instant; wait: Wait } {
  const most = CATEGORIES[c.category].expectedAnswer?.atMost;
  if (!most) return { dueAt: from, wait: { unit: 'none' } };
  return addExpected(c, from, most);
}

function addExpected(c: Case, from: Instant, most: NonNullable<Category['expectedAnswer']>['atMost']) {
  if ('businessDays' in most) {
    const wait: Wait = { unit: 'business_days', amount: most.businessDays };
    return { dueAt: addBusinessDays(from, most.businessDays, amazonOffice(c)), wait };
  }
  const amount = 'hours' in most ? most.hours * HOUR : most.days * DAY;
  return { dueAt: from + amount, wait: { unit: 'time', amount } as Wait };
}

const later = (a: FirstDue, b: FirstDue): FirstDue => (a.dueAt >= b.dueAt ? a : b);

/** What fell due while the case slept comes when it wakes. */
const notBefore = (awake: Instant, due: FirstDue): FirstDue =>
  due.dueAt >= awake
    ? due
    : { dueAt: awake, why: { rule: due.why.rule, from: awake, wait: { unit: 'none' } } };

/** Moves an instant to the first moment inside the submission window, where the case has one. */
function toWindow(c: Case, due: FirstDue): FirstDue {
  const window = windowOf(c);
  if (!window || openingAt(window, due.dueAt)) return due;
  return { dueAt: nextOpening(window, due.dueAt).opensAt, why: { ...due.why, movedToWindow: true } };
}

/** When the first step of a kind is due. */
export function firstDue(c: Case, kind: SeriesKind, anchor: Anchor, { policy, office }: Schedule): FirstDue {
  // Our own time stands still while the case sleeps; Amazon's goes on.
  const awake = c.snooze?.endedAt ?? anchor.at;
  const from = Math.max(anchor.at, awake);
  const working = (amount: Duration): FirstDue => ({
    dueAt: addWorkingTime(from, amount, office),
    why: { rule: kind, from, wait: { unit: 'working_time', amount } },
  });
  switch (kind) {
    case 'unclaimed':
      return working(policy.stale.unclaimed);
    case 'offer_unanswered':
      return working(policy.stale.offer);
    case 'stale_preparing':
      return working(policy.stale.preparing);
    case 'stale_review':
      return working(policy.stale.review);
    case 'stale_ready':
    case 'note_due':
      return working(policy.stale.ready);
    case 'stale_action':
      return working(policy.stale.actionNeeded);
    case 'close_out':
      return working(policy.stale.closeOut);
    case 'snooze_over':
      return { dueAt: c.snooze?.until ?? from, why: { rule: kind, from, wait: { unit: 'none' } } };
    case 'window':
      return nextWindow(c, from);
    case 'follow_up':
      return answersSoon(c)
        ? notBefore(awake, inTime(kind, anchor.at, policy.followUp.premium))
        : toWindow(c, notBefore(awake, followUp(c, anchor.at, { policy, office })));
    case 'person_decides':
      return notBefore(awake, businessDays(kind, anchor.at, policy.followUp.every, amazonOffice(c)));
    case 'red_unclaimed':
      return handOn(Math.max(from, redFrom(c, policy) ?? from), policy.redHandOn.every);
    case 'escalation':
      return notBefore(awake, escalation(c, anchor.at, { policy, office }));
    default: {
      const never: never = kind;
      return never;
    }
  }
}

/** A red case goes on to the next lead by the clock, at whatever hour. */
const handOn = (from: Instant, amount: Duration): FirstDue => ({
  dueAt: from + amount,
  why: { rule: 'red_unclaimed', from, wait: { unit: 'time', amount } },
});

const businessDays = (rule: TimerKind, from: Instant, amount: number, office: OfficeHours): FirstDue => ({
  dueAt: addBusinessDays(from, amount, office),
  why: { rule, from, wait: { unit: 'business_days', amount } },
});

function nextWindow(c: Case, from: Instant): FirstDue {
  const window = windowOf(c);
  const dueAt = window ? nextOpening(window, from).opensAt : from;
  return { dueAt, why: { rule: 'window', from, wait: { unit: 'none' }, movedToWindow: true } };
}

const inTime = (rule: SeriesKind, from: Instant, amount: Duration): FirstDue => ({
  dueAt: from + amount,
  why: { rule, from, wait: { unit: 'time', amount } },
});

/** Premium support answers a submission at any hour, so the first look does not wait for the window. */
const answersSoon = (c: Case): boolean =>
  c.premium === true && c.phase.status === 'awaiting_amazon' && c.phase.waiting.basis === 'submission';

/** domain.md 1: first max(72 h, expected answer); after our note every 3 business days; a promise overrides. */
function followUp(c: Case, from: Instant, { policy }: Schedule): FirstDue {
  const rule = 'follow_up';
  if (c.phase.status !== 'awaiting_amazon')
    return { dueAt: from, why: { rule, from, wait: { unit: 'none' } } };
  const { waiting } = c.phase;
  if (waiting.basis === 'note') return businessDays(rule, from, policy.followUp.every, amazonOffice(c));
  if (waiting.promisedAt !== null)
    return { dueAt: waiting.promisedAt, why: { rule, from: waiting.promisedAt, wait: { unit: 'none' } } };
  const amount = policy.followUp.first;
  const expected = expectedBy(c, from);
  return later(
    { dueAt: expected.dueAt, why: { rule, from, wait: expected.wait } },
    { dueAt: from + amount, why: { rule, from, wait: { unit: 'time', amount } } },
  );
}

/** domain.md 1: at max(7 days, expected answer + 3 business days); after a promise, 3 business days beyond it. */
function escalation(c: Case, from: Instant, { policy }: Schedule): FirstDue {
  const rule = 'escalation';
  const promised = c.phase.status === 'awaiting_amazon' ? c.phase.waiting.promisedAt : null;
  const beyond = (base: Instant): FirstDue =>
    businessDays(rule, base, policy.escalation.beyond, amazonOffice(c));
  if (promised !== null) return beyond(promised);
  const amount = policy.escalation.notBefore;
  return later(beyond(expectedBy(c, from).dueAt), {
    dueAt: from + amount,
    why: { rule, from, wait: { unit: 'time', amount } },
  });
}

/** When a step that fired without an answer comes again; null where saying it once is enough. */
export function repeatAfter(
  c: Case,
  kind: SeriesKind,
  step: number,
  firedAt: Instant,
  { policy, office }: Schedule,
): FirstDue | null {
  switch (kind) {
    case 'snooze_over':
    case 'escalation':
      return null;
    case 'window':
      return nextWindow(c, firedAt);
    case 'red_unclaimed': {
      const { every, times, after } = policy.redHandOn;
      return handOn(firedAt, step < times ? every : after);
    }
    default: {
      const last = policy.repeats.length - 1;
      const amount = policy.repeats[Math.min(step - 1, last)] ?? policy.repeats[0];
      return businessDays(kind, firedAt, amount, office);
    }
  }
}
