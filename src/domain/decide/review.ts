import type { Case } from '../case.ts';
import type { Actor } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import type { PersonId } from '../ids.ts';
import { type Decision, happened, refused } from './decision.ts';

/** A second pair of eyes: somebody other than the owner, and something to read. */
export function askReview(c: Case, reviewer: PersonId, actor: Actor): Decision {
  if (reviewer === c.owner || reviewer === actor.id) return refused({ code: 'own_review', number: c.number });
  if (!c.message.trim()) return refused({ code: 'no_message', number: c.number });
  return happened({ type: 'review_asked', reviewer });
}

/** The reviewer's word, their stand-in's, or a lead's; never the owner's own. */
export function judgeReview(c: Case, actor: Actor, verdict: CaseEvent): Decision {
  if (c.phase.status !== 'in_review') return happened();
  if (actor.id === c.owner) return refused({ code: 'own_review', number: c.number });
  if (actor.id !== c.phase.reviewer && !actor.isLead && !actor.reads)
    return refused({ code: 'not_reviewer', number: c.number, reviewer: c.phase.reviewer });
  return happened(verdict);
}
