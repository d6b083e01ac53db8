import type { Stamped } from '../../../domain/events.ts';
import { amazonReplied, checkedNothing, noteSent } from './amazon.ts';
import { closed, reopened, snoozed, solved, withdrawn } from './ending.ts';
import { assigned, offerAccepted, offerDeclined, offered, released, taken } from './ownership.ts';
import { type NoticeParts, type Scene, says, whoDid } from './parts.ts';
import { deadlineSet, edited, imported, noted, opened, subjectsAdded } from './recording.ts';
import {
  corrected,
  madeReady,
  reviewAsked,
  reviewPassed,
  reviewReturned,
  submitted,
  takenBack,
} from './submitting.ts';

/** What a step of the case says in its thread. */
export function partsOfEvent(event: Stamped, scene: Scene): NoticeParts {
  const who = whoDid(scene, event.by);
  switch (event.type) {
    case 'opened':
      return opened(event, who, scene);
    case 'imported':
      return imported(event, who, scene);
    case 'noted':
      return noted(event, who, scene);
    case 'subjects_added':
      return subjectsAdded(event, who, scene);
    case 'edited':
      return edited(who, scene);
    case 'deadline_set':
      return deadlineSet(event, who, scene);
    case 'taken':
      return taken(who, scene);
    case 'released':
      return released(who, scene);
    case 'assigned':
      return assigned(event, event.by, who, scene);
    case 'offered':
      return offered(event, who, scene);
    case 'offer_accepted':
      return offerAccepted(who, scene);
    case 'offer_declined':
      return offerDeclined(event, event.by, who, scene);
    case 'review_asked':
      return reviewAsked(event, who, scene);
    case 'review_passed':
      return reviewPassed(who, scene);
    case 'review_returned':
      return reviewReturned(event, who, scene);
    case 'made_ready':
      return madeReady(who, scene);
    case 'taken_back':
      return takenBack(who, scene);
    case 'submitted':
      return submitted(event, who, scene);
    case 'reference_corrected':
      return corrected(event, who, scene);
    case 'checked_nothing':
      return checkedNothing(event, who, scene);
    case 'note_sent':
      return noteSent(event, who, scene);
    case 'amazon_replied':
      return amazonReplied(event, who, scene);
    case 'solved':
      return solved(who, scene);
    case 'closed_at_amazon':
      return closed(event.at, who, scene);
    case 'reopened':
      return reopened(event, who, scene);
    case 'withdrawn':
      return withdrawn(event, who, scene);
    case 'snoozed':
      return snoozed(event, who, scene);
    case 'timers_fired':
      // Timers have notices of their own; the event that fires them makes none.
      return says([]);
    default: {
      const never: never = event;
      return never;
    }
  }
}
