import type { CaseView } from '../../../desk/views/case-view.ts';
import { handOverOf } from '../../../desk/views/hand-over.ts';
import type { Locale } from '../../../domain/locale.ts';
import type { Instant } from '../../../domain/time.ts';
import { HAND_OVER } from '../../../i18n/hand-over.ts';
import { TERMS } from '../../../i18n/terms.ts';
import { type Scene, when } from './parts.ts';

/** At most five lines for whoever takes the case over. */
export const handOverCard = (scene: Scene): string[] =>
  handOverParts(scene.view, scene.now, scene.locale, (at) => when(scene, at)).map((line) => `• ${line}`);

/** Last contact, promise, what is missing, deadline, next date: as much of it as there is. */
export function handOverParts(
  view: CaseView,
  now: Instant,
  locale: Locale,
  write: (at: Instant) => string,
): string[] {
  const words = HAND_OVER[locale];
  const { lastContact, promise, missing, next } = handOverOf(view, now);
  const { deadline } = view.case;
  return [
    lastContact ? words.contact(words.contacts[lastContact.what], write(lastContact.at)) : words.noContact,
    promise ? (promise.isOver ? words.promiseOver : words.promised)(write(promise.by)) : '',
    missing ? words.missing[missing] : '',
    deadline && !deadline.met ? words.deadline(write(deadline.at)) : '',
    next ? words.next(TERMS[locale].timers[next.kind], write(next.dueAt)) : '',
  ].filter(Boolean);
}
