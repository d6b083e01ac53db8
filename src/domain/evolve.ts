import type { Anchor, Case, Deadline, Phase, Waiting } from './case.ts';
import type { CaseEvent, DeadlineFact, Imported, Opened, Stamped } from './events.ts';
import type { CaseNumber, PersonId, WorkspaceId } from './ids.ts';
import { takesUp } from './red.ts';
import { writeKey } from './timers/keys.ts';

const anchorOf = (e: Stamped): Anchor => ({ seq: e.seq, at: e.at });

const deadlineOf = (fact: DeadlineFact | null, set: Anchor): Deadline | null =>
  fact && { ...fact, set, met: false };

/** The first state of a case. Its number is given by the store, which counts them. */
export function begin(
  workspace: WorkspaceId,
  number: CaseNumber,
  event: Stamped<Opened>,
  opener: PersonId,
): Case {
  const opened = anchorOf(event);
  return {
    workspace,
    number,
    version: event.seq,
    channel: event.channel,
    store: event.store,
    marketplace: event.marketplace,
    category: event.category,
    subjects: event.subjects,
    summary: null,
    problem: event.problem,
    message: event.message,
    opened,
    openedBy: opener,
    owner: event.owner ?? opener,
    ownedSince: opened,
    unownedSince: null,
    offer: null,
    phase: { status: 'preparing', since: opened },
    reference: null,
    deadline: deadlineOf(event.deadline, opened),
    snooze: null,
    different: event.different,
    ...(event.premium ? { premium: event.premium } : {}),
    fired: {},
  };
}

/** Folds one event into the case. Total: an event that was recorded is never refused here. */
export function evolve(c: Case, e: Stamped): Case {
  return { ...c, ...change(c, e), ...attention(c, e), version: e.seq };
}

/** Who has looked at it: a review counts for the message that was read, and an owner's care only for their own time. */
function attention(c: Case, e: Stamped): Partial<Case> {
  switch (e.type) {
    case 'review_passed':
      return { reviewed: anchorOf(e), takenUp: true };
    case 'edited':
      return { takenUp: true, ...(e.message === c.message ? {} : { reviewed: null }) };
    case 'released':
    case 'reopened':
      return { takenUp: false };
    case 'assigned':
      return { takenUp: takesUp(c, e) };
    default:
      return takesUp(c, e) && !c.takenUp ? { takenUp: true } : {};
  }
}

/** A step of the life moves the phase on and ends a snooze: it slept for the phase that is over. */
const moveTo = (phase: Phase): Partial<Case> => ({ phase, snooze: null });

const ownedBy = (owner: PersonId, ownedSince: Anchor): Partial<Case> => ({
  owner,
  ownedSince,
  unownedSince: null,
  offer: null,
});

function change(c: Case, e: Stamped): Partial<Case> {
  const here = anchorOf(e);
  switch (e.type) {
    case 'opened':
    case 'noted':
      return {};
    case 'imported':
      return broughtIn(e, here);
    case 'subjects_added':
      return { subjects: [...c.subjects, ...e.subjects] };
    case 'edited':
      return { summary: e.summary, message: e.message };
    case 'deadline_set':
      return { deadline: deadlineOf(e.deadline, here) };
    case 'taken':
      return e.by === null ? {} : ownedBy(e.by, here);
    case 'assigned':
      return ownedBy(e.to, here);
    case 'released':
      return { owner: null, ownedSince: null, unownedSince: here, offer: null };
    case 'offered':
      return c.owner === null ? {} : { offer: { from: c.owner, to: e.to, note: e.note, made: here } };
    case 'offer_accepted':
      return c.offer === null ? {} : ownedBy(c.offer.to, here);
    case 'offer_declined':
      return { offer: null };
    case 'review_asked':
      return moveTo({ status: 'in_review', since: here, reviewer: e.reviewer });
    case 'review_passed':
    case 'made_ready':
      return moveTo({ status: 'ready', since: here });
    case 'review_returned':
    case 'taken_back':
      return moveTo({ status: 'preparing', since: here });
    case 'submitted':
      return { ...moveTo(waitingFor(here, here)), reference: e.reference, ...deadlineMet(c) };
    case 'reference_corrected':
      return { reference: e.reference };
    case 'checked_nothing':
      return e.early ? {} : waitingChange(c, { checked: here });
    case 'note_sent':
      return noteSent(c, here);
    case 'amazon_replied':
      return replied(c, e, here);
    case 'solved':
      return { ...moveTo({ status: 'resolved', since: here }), ...deadlineMet(c) };
    case 'closed_at_amazon':
      return { ...moveTo({ status: 'closed', since: here }), offer: null, ...deadlineMet(c) };
    case 'reopened':
      return moveTo(
        c.reference === null
          ? { status: 'preparing', since: here }
          : { status: 'action_needed', since: here },
      );
    case 'withdrawn':
      return { ...moveTo({ status: 'withdrawn', since: here, why: e.why }), offer: null };
    case 'snoozed':
      return { snooze: { set: here, until: e.until, why: e.why, endedAt: null } };
    case 'timers_fired':
      return fired(c, e.keys, here);
    default: {
      const never: never = e;
      return never;
    }
  }
}

const deadlineMet = (c: Case): Partial<Case> =>
  c.deadline ? { deadline: { ...c.deadline, met: true } } : {};

/** Amazon's turn, counted from here; what is not named starts empty. */
const waitingFor = (here: Anchor, submitted: Anchor, more: Partial<Waiting> = {}): Phase => ({
  status: 'awaiting_amazon',
  since: here,
  submitted,
  waiting: { from: here, basis: 'submission', promisedAt: null, notes: 0, checked: null, ...more },
});

function waitingChange(c: Case, to: Partial<Waiting>): Partial<Case> {
  if (c.phase.status !== 'awaiting_amazon') return {};
  return moveTo({ ...c.phase, waiting: { ...c.phase.waiting, ...to } });
}

/** Amazon's turn began when it was submitted; ours begins when we learn of it, for nobody could act before. */
function broughtIn(e: Imported, here: Anchor): Partial<Case> {
  const submitted = { seq: here.seq, at: e.submittedAt };
  const phase: Phase =
    e.status === 'awaiting_amazon' ? waitingFor(submitted, submitted) : { status: e.status, since: here };
  const owned =
    e.owner === null ? { owner: null, ownedSince: null, unownedSince: here } : ownedBy(e.owner, here);
  return { ...owned, phase, reference: e.reference, imported: here };
}

function noteSent(c: Case, here: Anchor): Partial<Case> {
  if (c.phase.status === 'awaiting_amazon') {
    const notes = c.phase.waiting.notes + 1;
    return waitingChange(c, { from: here, basis: 'note', notes, checked: null });
  }
  // Our answer to what Amazon asked: from here on it is Amazon's turn again, with a plan that starts anew.
  return { ...moveTo(waitingFor(here, here)), ...deadlineMet(c) };
}

function replied(c: Case, e: Extract<CaseEvent, { type: 'amazon_replied' }>, here: Anchor): Partial<Case> {
  const deadline = e.deadline ? { deadline: deadlineOf(e.deadline, here) } : {};
  switch (e.meaning) {
    case 'holding': {
      const submitted = c.phase.status === 'awaiting_amazon' ? c.phase.submitted : here;
      const waiting = { basis: 'holding_answer', promisedAt: e.promisedAt } as const;
      return { ...moveTo(waitingFor(here, submitted, waiting)), ...deadline };
    }
    case 'solved':
      return { ...moveTo({ status: 'resolved', since: here }), ...deadlineMet(c) };
    case 'needs_us':
    case 'refused':
      return { ...moveTo({ status: 'action_needed', since: here }), ...deadline };
    default: {
      const never: never = e.meaning;
      return never;
    }
  }
}

function fired(c: Case, keys: readonly string[], here: Anchor): Partial<Case> {
  const { snooze } = c;
  const over = snooze && writeKey({ kind: 'snooze_over', anchor: snooze.set.seq, step: 1 });
  return {
    fired: { ...c.fired, ...Object.fromEntries(keys.map((key) => [key, here.at])) },
    ...(snooze && over && keys.includes(over) ? { snooze: { ...snooze, endedAt: here.at } } : {}),
  };
}
