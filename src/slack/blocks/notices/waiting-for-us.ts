import { CATEGORIES } from '../../../domain/categories.ts';
import { copyText } from '../../../domain/letter.ts';
import type { PlannedTimer } from '../../../domain/timers/plan.ts';
import { adviseWindow } from '../../../domain/window-advice.ts';
import { NUDGES } from '../../../i18n/nudges.ts';
import { TERMS } from '../../../i18n/terms.ts';
import { untilInBothClocks } from '../../../i18n/times.ts';
import { zoneOf } from '../../../i18n/why.ts';
import { type Choice, statusChoices } from '../buttons.ts';
import { personIn } from '../naming.ts';
import { OFFER_BUTTONS } from './ownership.ts';
import { type NoticeParts, quote, type Scene, says } from './parts.ts';
import { REVIEW_BUTTONS } from './submitting.ts';

/** Nudges for whoever of us has the turn and has not acted. */

export const unclaimed = ({ locale }: Scene): NoticeParts =>
  says([NUDGES[locale].unclaimed], {
    buttons: [{ name: 'take', primary: true }, { name: 'handOver' }],
  });

export const offerUnanswered = ({ view, c, locale }: Scene): NoticeParts =>
  says(c.offer ? [NUDGES[locale].offerUnanswered(personIn(view, c.offer.to))] : [], {
    buttons: OFFER_BUTTONS,
  });

export const stalePreparing = ({ locale }: Scene): NoticeParts =>
  says([NUDGES[locale].stalePreparing], {
    buttons: [{ name: 'ready' }, { name: 'edit' }, { name: 'note' }, { name: 'snooze' }],
  });

export const staleReview = ({ locale }: Scene): NoticeParts =>
  says([NUDGES[locale].staleReview], { buttons: REVIEW_BUTTONS });

/** The opening of the submission window: text and link at hand, so that it takes a minute at night. */
export function windowOpens(timer: PlannedTimer, scene: Scene): NoticeParts {
  const { c, now, locale } = scene;
  const words = NUDGES[locale];
  const advice = adviseWindow(c, now);
  const isOpen = advice.when === 'now' && advice.because === 'open';
  const missed = timer.step > 1 ? [words.windowMissed(timer.step - 1)] : [];
  const opening = isOpen
    ? words.windowOpen(untilInBothClocks(advice.opening.closesAt, zoneOf(c), locale))
    : words.windowOver;
  return says([opening, ...missed, paste(scene)], submitting(scene));
}

export function staleReady(scene: Scene): NoticeParts {
  const { c, locale } = scene;
  const door = TERMS[locale].doors[CATEGORIES[c.category].door];
  return says([NUDGES[locale].staleReady(door), paste(scene)], submitting(scene));
}

const paste = ({ c, locale }: Scene): string =>
  c.message.trim() ? NUDGES[locale].pasteAndSubmit : NUDGES[locale].writeFirst;

const WITH_MESSAGE: readonly Choice[] = [
  { name: 'submitted', primary: true },
  { name: 'submitNow' },
  { name: 'snooze' },
];
const WITHOUT_MESSAGE: readonly Choice[] = [{ name: 'edit', primary: true }, { name: 'submitted' }];

function submitting({ c }: Scene): Partial<NoticeParts> {
  const letter = copyText(c);
  return {
    letters: letter ? [{ label: null, letter }] : [],
    buttons: [...(letter ? WITH_MESSAGE : WITHOUT_MESSAGE), { name: 'link' }],
    next: true,
  };
}

export const staleAction = ({ c, locale }: Scene): NoticeParts =>
  says([NUDGES[locale].staleAction], { buttons: [...statusChoices(c, locale), { name: 'link' }] });

export const closeOut = ({ c, locale }: Scene): NoticeParts =>
  says([NUDGES[locale].closeOut], { buttons: [...statusChoices(c, locale), { name: 'link' }] });

export const snoozeOver = ({ c, locale }: Scene): NoticeParts =>
  says([NUDGES[locale].snoozeOver], {
    quotes: quote(c.snooze?.why ?? ''),
    buttons: statusChoices(c, locale),
    next: true,
  });
