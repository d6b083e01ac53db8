import { ACTIONS, type ActionId } from '../action-ids.ts';
import type { Listener } from '../click.ts';
import { closed, reopen, solved, withdraw } from './ending.ts';
import { link, list, mine, open, show } from './looking.ts';
import { acceptOffer, declineOffer, handOver, take } from './ownership.ts';
import { checkAnswered, checkClosed, checkNothing, noteSent, replied } from './replies.ts';
import { askReview, passReview, returnReview } from './review.ts';
import { ready, submitNow, submitted, takeBack } from './submitting.ts';
import { edit, note, snooze } from './writing.ts';

/** What each thing that a person can click does. A new id without a listener does not compile. */
export const LISTENERS: Readonly<Record<ActionId, Listener>> = {
  [ACTIONS.take]: take,
  [ACTIONS.handOver]: handOver,
  [ACTIONS.acceptOffer]: acceptOffer,
  [ACTIONS.declineOffer]: declineOffer,
  [ACTIONS.edit]: edit,
  [ACTIONS.note]: note,
  [ACTIONS.askReview]: askReview,
  [ACTIONS.passReview]: passReview,
  [ACTIONS.returnReview]: returnReview,
  [ACTIONS.ready]: ready,
  [ACTIONS.takeBack]: takeBack,
  [ACTIONS.submitNow]: submitNow,
  [ACTIONS.submitted]: submitted,
  [ACTIONS.checkAnswered]: checkAnswered,
  [ACTIONS.checkNothing]: checkNothing,
  [ACTIONS.checkClosed]: checkClosed,
  [ACTIONS.replied]: replied,
  [ACTIONS.noteSent]: noteSent,
  [ACTIONS.solved]: solved,
  [ACTIONS.closed]: closed,
  [ACTIONS.reopen]: reopen,
  [ACTIONS.withdraw]: withdraw,
  [ACTIONS.snooze]: snooze,
  [ACTIONS.show]: show,
  [ACTIONS.open]: open,
  [ACTIONS.mine]: mine,
  [ACTIONS.list]: list,
  [ACTIONS.link]: link,
};
