import type { Case } from '../case.ts';
import type { Actor, CaseCommand } from '../commands.ts';
import { type Decision, happened, refused } from './decision.ts';

/** Anybody takes what nobody owns; a lead takes over at once; the receiver of an offer accepts it so. */
export function take(c: Case, actor: Actor): Decision {
  if (c.owner === null) return happened({ type: 'taken' });
  if (c.owner === actor.id) return refused({ code: 'yours_already', number: c.number });
  if (c.offer?.to === actor.id) return happened({ type: 'offer_accepted' });
  if (actor.isLead) return happened({ type: 'assigned', to: actor.id });
  return refused({ code: 'already_owned', number: c.number, owner: c.owner });
}

/** A lead's hand-over is an assignment and counts at once; anybody else offers, and owns until it is accepted. */
export function handOver(
  c: Case,
  command: Extract<CaseCommand, { type: 'hand_over' }>,
  actor: Actor,
): Decision {
  if (command.to === c.owner) return refused({ code: 'to_oneself', number: c.number });
  if (actor.isLead) return happened({ type: 'assigned', to: command.to });
  return happened({ type: 'offered', to: command.to, note: command.note.trim() });
}

export function acceptOffer(c: Case, actor: Actor): Decision {
  if (c.offer === null)
    return c.owner === actor.id ? happened() : refused({ code: 'no_offer', number: c.number });
  if (c.offer.to !== actor.id) return refused({ code: 'offer_for_other', number: c.number, to: c.offer.to });
  return happened({ type: 'offer_accepted' });
}

export function declineOffer(c: Case, why: string, actor: Actor): Decision {
  if (c.offer === null) return refused({ code: 'no_offer', number: c.number });
  if (c.offer.to !== actor.id && c.offer.from !== actor.id)
    return refused({ code: 'offer_for_other', number: c.number, to: c.offer.to });
  return happened({ type: 'offer_declined', why: why.trim() });
}
