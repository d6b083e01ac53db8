import type { Case } from '../../domain/case.ts';
import type { Instant } from '../../domain/time.ts';
import type { PlannedTimer } from '../../domain/timers/plan.ts';
import type { CaseView } from './case-view.ts';

/** What whoever takes a case over must know; nothing more, for it is read on a phone. */
export interface HandOver {
  /** What passed last between us and Amazon; null before the first submission. */
  readonly lastContact: {
    readonly what: 'submission' | 'note' | 'holding_answer' | 'reply';
    readonly at: Instant;
  } | null;
  /** A date that Amazon named, kept or not. */
  readonly promise: { readonly by: Instant; readonly isOver: boolean } | null;
  /** What the case needs from us next; null where it is Amazon's turn, or nothing is. */
  readonly missing: 'message' | 'review' | 'submission' | 'answer' | 'case_id' | 'closing' | null;
  readonly next: Pick<PlannedTimer, 'kind' | 'dueAt'> | null;
}

/** The read model of a hand-over card: a pure function of the case and its plan. */
export function handOverOf({ case: c, timers }: Pick<CaseView, 'case' | 'timers'>, now: Instant): HandOver {
  const waiting = c.phase.status === 'awaiting_amazon' ? c.phase.waiting : null;
  const promisedAt = waiting?.promisedAt ?? null;
  // Whether the hand-over is answered says nothing about the case.
  const next = timers.find(({ kind, dueAt }) => kind !== 'offer_unanswered' && dueAt > now) ?? null;
  return {
    lastContact: lastContactOf(c),
    promise: promisedAt === null ? null : { by: promisedAt, isOver: promisedAt <= now },
    missing: missingOf(c),
    next: next && { kind: next.kind, dueAt: next.dueAt },
  };
}

function lastContactOf({ phase, reference }: Case): HandOver['lastContact'] {
  switch (phase.status) {
    case 'awaiting_amazon':
      return { what: phase.waiting.basis, at: phase.waiting.from.at };
    case 'action_needed':
    case 'resolved':
      return reference === null ? null : { what: 'reply', at: phase.since.at };
    case 'preparing':
    case 'in_review':
    case 'ready':
    case 'closed':
    case 'withdrawn':
      return null;
    default: {
      const never: never = phase;
      return never;
    }
  }
}

function missingOf(c: Case): HandOver['missing'] {
  switch (c.phase.status) {
    case 'preparing':
      return c.message.trim() ? 'submission' : 'message';
    case 'in_review':
      return 'review';
    case 'ready':
      return 'submission';
    case 'awaiting_amazon':
      return c.reference === null ? 'case_id' : null;
    case 'action_needed':
      return 'answer';
    case 'resolved':
      return 'closing';
    case 'closed':
    case 'withdrawn':
      return null;
    default: {
      const never: never = c.phase;
      return never;
    }
  }
}
