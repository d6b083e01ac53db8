import type { Case } from '../case.ts';
import type { CaseCommand } from '../commands.ts';
import { newSubjects } from '../duplicates.ts';
import type { Policy } from '../policy.ts';
import { needsReader } from '../red.ts';
import type { Instant } from '../time.ts';
import { writeKey } from '../timers/keys.ts';
import { type Decision, type Facts, happened, refused } from './decision.ts';
import { commonRefusal } from './guards.ts';
import { acceptOffer, declineOffer, handOver, take } from './ownership.ts';
import { askReview, judgeReview } from './review.ts';

/** What a command does to a case: pure, total, and the only place where a case's rules are told. */
export function decide(c: Case, command: CaseCommand, facts: Facts): Decision {
  const refusal = commonRefusal(c, command, facts.actor);
  if (refusal) return refused(refusal);
  switch (command.type) {
    case 'note':
      return withText(command.text, 'text', (text) => happened({ type: 'noted', text }));
    case 'add_subjects':
      return addSubjects(c, command, facts);
    case 'edit':
      return edit(c, command);
    case 'set_deadline':
      return setDeadline(c, command.at, facts.now);
    case 'take':
      return take(c, facts.actor);
    case 'release':
      return c.owner === null ? happened() : happened({ type: 'released' });
    case 'hand_over':
      return handOver(c, command, facts.actor);
    case 'accept_offer':
      return acceptOffer(c, facts.actor);
    case 'decline_offer':
      return declineOffer(c, command.why, facts.actor);
    case 'ask_review':
      return askReview(c, command.reviewer, facts.actor);
    case 'pass_review':
      return judgeReview(c, facts.actor, { type: 'review_passed' });
    case 'return_review':
      return withText(command.why, 'why', (why) =>
        judgeReview(c, facts.actor, { type: 'review_returned', why }),
      );
    case 'make_ready':
      return needsReader(c, facts.policy, facts.now)
        ? refused({ code: 'review_needed', number: c.number })
        : happened({ type: 'made_ready' });
    case 'take_back':
      return happened({ type: 'taken_back' });
    case 'submit':
      return reference(c, command, facts, 'submitted');
    case 'correct_reference':
      return reference(c, command, facts, 'reference_corrected');
    case 'check_nothing':
      return happened({ type: 'checked_nothing', ...(isEarly(c, facts.policy) ? { early: true } : {}) });
    case 'send_note':
      return happened({ type: 'note_sent' });
    case 'record_reply':
      return recordReply(command, facts.now);
    case 'solve':
      return happened({ type: 'solved' });
    case 'close':
      return happened({ type: 'closed_at_amazon' });
    case 'reopen':
      return reopen(c, command.why, facts);
    case 'withdraw':
      return withText(command.why, 'why', (why) => happened({ type: 'withdrawn', why }));
    case 'snooze':
      return snooze(command, facts);
    default: {
      const never: never = command;
      return never;
    }
  }
}

function withText(raw: string, field: 'text' | 'why', then: (text: string) => Decision): Decision {
  const text = raw.trim();
  return text ? then(text) : refused({ code: 'empty', field });
}

function addSubjects(
  c: Case,
  command: Extract<CaseCommand, { type: 'add_subjects' }>,
  facts: Facts,
): Decision {
  const subjects = newSubjects(c.subjects, command.subjects);
  if (subjects.length === 0) return happened();
  const known = new Set(c.different?.from);
  const rivals = facts.rivals.filter((r) => !known.has(r.number));
  if (rivals.length > 0) return refused({ code: 'duplicate', rivals });
  return happened({ type: 'subjects_added', subjects });
}

function edit(c: Case, command: Extract<CaseCommand, { type: 'edit' }>): Decision {
  const summary = command.summary.trim() || null;
  const message = command.message.trim();
  const same = summary === c.summary && message === c.message;
  return same ? happened() : happened({ type: 'edited', summary, message });
}

function setDeadline(c: Case, at: Instant | null, now: Instant): Decision {
  if (at === (c.deadline?.at ?? null)) return happened();
  if (at !== null && at <= now) return refused({ code: 'time_past' });
  return happened({ type: 'deadline_set', deadline: at === null ? null : { at, source: 'notice' } });
}

function reference(
  c: Case,
  command: Extract<CaseCommand, { type: 'submit' | 'correct_reference' }>,
  facts: Facts,
  type: 'submitted' | 'reference_corrected',
): Decision {
  const given = command.reference;
  if (given.kind === 'door' && !given.text.trim()) return refused({ code: 'empty', field: 'reference' });
  if (given.kind === 'case_id' && facts.caseIdHolder !== null && facts.caseIdHolder !== c.number)
    return refused({ code: 'case_id_taken', number: facts.caseIdHolder, caseId: given.id });
  const unread = type === 'submitted' && needsReader(c, facts.policy, facts.now);
  return happened({ type, reference: given, ...(unread ? { unread } : {}) });
}

/** Whoever looks before the follow-up is due tells us something; a note at Amazon would still be too soon. */
function isEarly({ phase, fired }: Case, policy: Policy): boolean {
  if (phase.status !== 'awaiting_amazon' || phase.waiting.notes >= policy.followUp.notes) return false;
  const asked = writeKey({ kind: 'follow_up', anchor: phase.waiting.from.seq, step: 1 });
  return fired[asked] === undefined;
}

function recordReply(command: Extract<CaseCommand, { type: 'record_reply' }>, now: Instant): Decision {
  const { meaning, text, promisedAt, deadlineAt } = command;
  for (const at of [promisedAt, deadlineAt])
    if (at !== null && at <= now) return refused({ code: 'time_past' });
  return happened({
    type: 'amazon_replied',
    meaning,
    text: text.trim(),
    promisedAt: meaning === 'holding' ? promisedAt : null,
    deadline: deadlineAt === null ? null : { at: deadlineAt, source: 'notice' },
  });
}

/** Back to life only if nobody else took its subjects meanwhile. */
function reopen(c: Case, why: string, facts: Facts): Decision {
  const asleep = c.phase.status !== 'resolved';
  const known = new Set(c.different?.from);
  const rivals = facts.rivals.filter((r) => !known.has(r.number));
  if (asleep && rivals.length > 0) return refused({ code: 'duplicate', rivals });
  if (facts.caseIdHolder !== null && facts.caseIdHolder !== c.number && c.reference?.kind === 'case_id')
    return refused({ code: 'case_id_taken', number: facts.caseIdHolder, caseId: c.reference.id });
  return withText(why, 'why', (text) => happened({ type: 'reopened', why: text }));
}

function snooze(command: Extract<CaseCommand, { type: 'snooze' }>, { now, policy }: Facts): Decision {
  if (command.until <= now) return refused({ code: 'time_past' });
  if (command.until > now + policy.snoozeAtMost)
    return refused({ code: 'time_far', days: Math.round(policy.snoozeAtMost / 86_400_000) });
  return withText(command.why, 'why', (why) => happened({ type: 'snoozed', until: command.until, why }));
}
