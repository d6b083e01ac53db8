import type { Case } from './case.ts';
import type { Stamped } from './events.ts';
import type { CaseNumber, PersonId } from './ids.ts';
import type { Policy } from './policy.ts';
import { turnedRed } from './red.ts';
import { type Instant, MINUTE } from './time.ts';
import { anchors } from './timers/anchors.ts';
import type { PlannedTimer } from './timers/plan.ts';
import { windowOf } from './window-advice.ts';

/** Who is to be told; the person behind a role is found just before sending, not when the notice is made. */
export type Recipient =
  | { readonly role: 'owner' }
  | { readonly role: 'leads' }
  /** Who submits now: the owner if they can, else whoever of the store is at work. */
  | { readonly role: 'submitter' }
  /** Red: owner, leads, and whoever of the store is awake; if nobody of them is, all leads. */
  | { readonly role: 'alarm' }
  /** The nth lead, those first who are there; nobody, where there are fewer. */
  | { readonly role: 'next_lead'; readonly nth: number }
  /** Leads who are there and awake, if any. */
  | { readonly role: 'awake_leads' }
  | { readonly role: 'person'; readonly person: PersonId }
  /** Hears that something is theirs no longer: while they are off, nobody stands in for that. */
  | { readonly role: 'former_owner'; readonly person: PersonId };

/** What somebody is to be told, because of an event or a timer. Written into the outbox with its cause. */
export interface Notice {
  /** Unique in the workspace for ever; travels in the message's metadata. */
  readonly key: string;
  readonly case: CaseNumber;
  readonly cause:
    | { readonly kind: 'event'; readonly event: Stamped }
    | { readonly kind: 'timer'; readonly timer: PlannedTimer; readonly firedAt: Instant };
  /** Whom the message mentions; empty for a note on the record that asks nobody. */
  readonly mention: readonly Recipient[];
  /** True where it must not wait for the morning: red, and what its owner asked for at a set hour. */
  readonly breaksQuiet: boolean;
}

const OWNER: Recipient = { role: 'owner' };
const LEADS: Recipient = { role: 'leads' };
const SUBMITTER: Recipient = { role: 'submitter' };
const the = (person: PersonId): Recipient => ({ role: 'person', person });

/** Every step of a case is noted in its thread; only some steps are somebody's to act on at once. */
export function noticeOfEvent(
  before: Case | null,
  after: Case,
  event: Stamped,
  policy: Policy,
): Notice | null {
  if (event.type === 'timers_fired') return null;
  const alarm = turnedRed(before, after, event, policy);
  return {
    key: `${after.number}.${event.seq}`,
    case: after.number,
    cause: { kind: 'event', event },
    mention: alarm
      ? [{ role: 'alarm' }]
      : mentionsOfEvent(before, event).filter((r) => !isActor(r, after, event)),
    breaksQuiet: alarm,
  };
}

const isActor = (r: Recipient, c: Case, event: Stamped): boolean =>
  ('person' in r ? r.person : r.role === 'owner' ? c.owner : null) === event.by && event.by !== null;

function mentionsOfEvent(before: Case | null, event: Stamped): Recipient[] {
  switch (event.type) {
    case 'opened':
      return event.owner ? [the(event.owner)] : [];
    case 'assigned':
      // Whoever had it until now must hear it too, or two people go on with one case.
      return [the(event.to), ...formerOwner(before)];
    case 'offered':
      return [the(event.to)];
    case 'offer_accepted':
    case 'offer_declined':
      return before?.offer ? [the(before.offer.from)] : [];
    case 'review_asked':
      return [the(event.reviewer)];
    case 'review_passed':
    case 'review_returned':
    case 'amazon_replied':
    case 'reopened':
      return [OWNER];
    default:
      return [];
  }
}

const formerOwner = (before: Case | null): Recipient[] =>
  before?.owner ? [{ role: 'former_owner', person: before.owner }] : [];

export function noticeOfTimer(c: Case, timer: PlannedTimer, firedAt: Instant, policy: Policy): Notice {
  return {
    key: `${c.number}.${timer.key}`,
    case: c.number,
    cause: { kind: 'timer', timer, firedAt },
    mention: mentionsOfTimer(c, timer, policy),
    breaksQuiet: breaksQuiet(c, timer, policy),
  };
}

/** First time a mention, after that a note in the thread; what nobody owns goes to a lead. */
function mentionsOfTimer(c: Case, timer: PlannedTimer, policy: Policy): Recipient[] {
  if (cameWithList(c, timer)) return [];
  const owner = c.owner === null ? LEADS : OWNER;
  const submitter = c.owner === null ? LEADS : SUBMITTER;
  switch (timer.kind) {
    case 'unclaimed':
      return timer.step === 1 ? [LEADS] : [];
    case 'offer_unanswered':
      return timer.step === 1 && c.offer ? [the(c.offer.to)] : [];
    case 'stale_review':
      return timer.step === 1 && c.phase.status === 'in_review' ? [the(c.phase.reviewer)] : [];
    case 'window':
      return timer.step >= policy.windowLeadsFrom ? [submitter, LEADS] : [submitter];
    case 'deadline':
      return mentionsOfDeadline(timer.step * MINUTE, owner, policy);
    case 'red_unclaimed':
      return timer.step <= policy.redHandOn.times
        ? [{ role: 'next_lead', nth: timer.step }]
        : [{ role: 'awake_leads' }];
    case 'deadline_night':
    case 'escalation':
    case 'snooze_over':
      return [owner];
    case 'stale_preparing':
    case 'stale_ready':
    case 'follow_up':
    case 'note_due':
    case 'person_decides':
    case 'stale_action':
    case 'close_out':
      return timer.step === 1 ? [owner] : [];
    default: {
      const never: never = timer.kind;
      return never;
    }
  }
}

/** What was overdue when a list was brought in, or unowned in it: forty of these at once would be an alarm. */
const cameWithList = ({ imported }: Case, { kind, anchor, dueAt }: PlannedTimer): boolean =>
  imported !== undefined && anchor === imported.seq && (dueAt <= imported.at || kind === 'unclaimed');

function mentionsOfDeadline(left: number, owner: Recipient, policy: Policy): Recipient[] {
  if (left > policy.deadlineMentions) return [];
  return left <= policy.deadlineLeads ? [owner, LEADS] : [owner];
}

/**
 * What is tied to the submission window comes at the window, at whatever hour that is here: making a case ready
 * asks for it, and a follow-up's hour is told when the case is submitted. A near deadline waits for nobody.
 */
function breaksQuiet(c: Case, timer: PlannedTimer, policy: Policy): boolean {
  if (timer.kind === 'deadline') return timer.step * MINUTE <= policy.deadlineMentions;
  if (timer.kind === 'red_unclaimed') return true;
  return timer.kind === 'window' || (timer.kind === 'follow_up' && windowOf(c) !== null);
}

/**
 * Whether the thread mentions somebody because of it once the team has started: what is not here stays a note in
 * the thread, and is in the next briefing. Red has no time for that.
 */
export function callsOut({ cause }: Notice, c: Case, isRedNow: boolean): boolean {
  if (isRedNow) return true;
  if (cause.kind === 'event') return eventCallsOut(cause.event, c);
  switch (cause.timer.kind) {
    case 'follow_up':
    case 'note_due':
    case 'person_decides':
    case 'escalation':
    case 'close_out':
      return false;
    case 'unclaimed':
    case 'offer_unanswered':
    case 'stale_preparing':
    case 'stale_review':
    case 'window':
    case 'stale_ready':
    case 'stale_action':
    case 'deadline':
    case 'deadline_night':
    case 'red_unclaimed':
    case 'snooze_over':
      return true;
    default: {
      const never: never = cause.timer.kind;
      return never;
    }
  }
}

function eventCallsOut(event: Stamped, c: Case): boolean {
  switch (event.type) {
    case 'amazon_replied':
      // Who waits on has nothing to do, and what is solved is among the next morning's close-outs.
      return event.meaning === 'needs_us' || event.meaning === 'refused';
    case 'review_passed':
      // Told again before the hours in which it is to go.
      return windowOf(c) === null;
    default:
      return true;
  }
}

/** False once the reason of a nudge is gone: somebody acted, or the plan hangs on a later event. */
export function stillApplies(notice: Notice, c: Case, policy: Policy): boolean {
  if (notice.cause.kind === 'event') return true;
  const { timer } = notice.cause;
  return anchors(c, policy).get(timer.kind)?.seq === timer.anchor;
}

/** False once what a step asked of somebody is settled: it stays on the record, and mentions nobody. */
export function stillAsks(notice: Notice, c: Case): boolean {
  if (notice.cause.kind === 'timer') return true;
  const { event } = notice.cause;
  switch (event.type) {
    case 'offered':
      return c.offer?.made.seq === event.seq;
    case 'review_asked':
    case 'amazon_replied':
      return c.phase.since.seq === event.seq;
    default:
      return true;
  }
}

const ASKING: ReadonlySet<Stamped['type']> = new Set(['offered', 'review_asked', 'amazon_replied']);

/** True where its message asks somebody to act, so that it must say when that is no longer due. */
export const asks = ({ cause }: Notice): boolean => cause.kind === 'timer' || ASKING.has(cause.event.type);

/** True where nothing in it is left to do. */
export const isOver = (notice: Notice, c: Case, policy: Policy): boolean =>
  !asks(notice) || !stillApplies(notice, c, policy) || !stillAsks(notice, c);
