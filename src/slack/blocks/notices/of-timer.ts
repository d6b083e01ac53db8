import type { PlannedTimer } from '../../../domain/timers/plan.ts';
import { whyWords } from '../../../i18n/why.ts';
import { deadlineNear } from './deadline.ts';
import type { NoticeParts, Scene } from './parts.ts';
import { deadlineNight, redUnclaimed } from './red.ts';
import { escalation, followUp, noteDue, personDecides } from './waiting-for-amazon.ts';
import {
  closeOut,
  offerUnanswered,
  snoozeOver,
  staleAction,
  stalePreparing,
  staleReady,
  staleReview,
  unclaimed,
  windowOpens,
} from './waiting-for-us.ts';

/** What a step of the schedule says when it falls due, with the rule behind it. */
export function partsOfTimer(timer: PlannedTimer, scene: Scene): NoticeParts {
  return { ...said(timer, scene), why: whyWords(timer, scene.c, scene.locale) };
}

function said(timer: PlannedTimer, scene: Scene): NoticeParts {
  switch (timer.kind) {
    case 'unclaimed':
      return unclaimed(scene);
    case 'offer_unanswered':
      return offerUnanswered(scene);
    case 'stale_preparing':
      return stalePreparing(scene);
    case 'stale_review':
      return staleReview(scene);
    case 'window':
      return windowOpens(timer, scene);
    case 'stale_ready':
      return staleReady(scene);
    case 'follow_up':
      return followUp(scene);
    case 'note_due':
      return noteDue(scene);
    case 'person_decides':
      return personDecides(scene);
    case 'escalation':
      return escalation(scene);
    case 'stale_action':
      return staleAction(scene);
    case 'close_out':
      return closeOut(scene);
    case 'deadline':
      return deadlineNear(scene);
    case 'deadline_night':
      return deadlineNight(scene);
    case 'red_unclaimed':
      return redUnclaimed(scene);
    case 'snooze_over':
      return snoozeOver(scene);
    default: {
      const never: never = timer.kind;
      return never;
    }
  }
}
