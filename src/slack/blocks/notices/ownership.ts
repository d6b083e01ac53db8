import { isOpen } from '../../../domain/case.ts';
import type { CaseEvent } from '../../../domain/events.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { NOTICES } from '../../../i18n/notices.ts';
import type { Choice } from '../buttons.ts';
import { personIn } from '../naming.ts';
import { handOverCard } from './hand-over-card.ts';
import { type NoticeParts, quote, type Scene, says } from './parts.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

export const taken = (who: string, { locale }: Scene): NoticeParts => says([NOTICES[locale].taken(who)]);

export const released = (who: string, { locale }: Scene): NoticeParts =>
  says([NOTICES[locale].released(who)], { buttons: [{ name: 'take', primary: true }] });

export const assigned = (
  event: Of<'assigned'>,
  by: PersonId | null,
  who: string,
  scene: Scene,
): NoticeParts => {
  const { view, c, locale } = scene;
  const words = NOTICES[locale];
  const said = event.to === by ? words.tookOver(who) : words.assigned(who, personIn(view, event.to));
  return says([said, ...(isOpen(c) ? handOverCard(scene) : [])]);
};

export function offered(event: Of<'offered'>, who: string, scene: Scene): NoticeParts {
  const { view, c, locale } = scene;
  const words = NOTICES[locale];
  return says(
    [
      words.offered(who, personIn(view, event.to)),
      ...(c.offer ? [words.untilAccepted, ...handOverCard(scene)] : []),
    ],
    { quotes: quote(event.note), buttons: OFFER_BUTTONS },
  );
}

export const OFFER_BUTTONS: readonly Choice[] = [
  { name: 'acceptOffer', primary: true },
  { name: 'declineOffer' },
];

/** The offer loses its card with its buttons; whoever has the case from now on needs it here. */
export const offerAccepted = (who: string, scene: Scene): NoticeParts =>
  says([NOTICES[scene.locale].offerAccepted(who), ...(isOpen(scene.c) ? handOverCard(scene) : [])]);

/** Whoever offered it may take the offer back; then there is nobody to be sorry for. */
export function offerDeclined(
  event: Of<'offer_declined'>,
  by: PersonId | null,
  who: string,
  { view, c, locale }: Scene,
): NoticeParts {
  const words = NOTICES[locale];
  if (by !== null && by === c.owner) return says([words.offerWithdrawn(who)], { quotes: quote(event.why) });
  const owner = c.owner === null ? '' : words.staysWith(personIn(view, c.owner));
  return says([words.offerDeclined(who), owner], { quotes: quote(event.why) });
}
