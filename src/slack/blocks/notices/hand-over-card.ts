import { handOverOf } from '../../../desk/views/hand-over.ts';
import { HAND_OVER } from '../../../i18n/hand-over.ts';
import { TERMS } from '../../../i18n/terms.ts';
import { type Scene, when } from './parts.ts';

/** At most five lines for whoever takes the case over. */
export function handOverCard(scene: Scene): string[] {
  const { view, c, now, locale } = scene;
  const words = HAND_OVER[locale];
  const { lastContact, promise, missing, next } = handOverOf(view, now);
  const { deadline } = c;
  return [
    lastContact
      ? words.contact(words.contacts[lastContact.what], when(scene, lastContact.at))
      : words.noContact,
    promise ? (promise.isOver ? words.promiseOver : words.promised)(when(scene, promise.by)) : '',
    missing ? words.missing[missing] : '',
    deadline && !deadline.met ? words.deadline(when(scene, deadline.at)) : '',
    next ? words.next(TERMS[locale].timers[next.kind], when(scene, next.dueAt)) : '',
  ]
    .filter(Boolean)
    .map((line) => `• ${line}`);
}
