import { CATEGORIES } from '../../../domain/categories.ts';
import { copyText } from '../../../domain/letter.ts';
import type { PlannedTimer } from '../../../domain/timers/plan.ts';
import { adviseWindow } from '../../../domain/window-advice.ts';
import { NUDGES } from '../../../i18n/nudges.ts';
import { TERMS } from '../../../i18n/terms.ts';
import { caseButton, linkButton, statusButtons } from '../buttons.ts';
import { mention } from '../text.ts';
import { offerButtons } from './ownership.ts';
import { type NoticeParts, quote, type Scene, says, when } from './parts.ts';
import { reviewButtons } from './submitting.ts';

/** Nudges for whoever of us has the turn and has not acted. */

export const unclaimed = ({ c, locale }: Scene): NoticeParts =>
  says([NUDGES[locale].unclaimed], {
    buttons: [
      caseButton('take', c.number, locale, { primary: true }),
      caseButton('handOver', c.number, locale),
    ],
  });

export const offerUnanswered = ({ c, locale }: Scene): NoticeParts =>
  says(c.offer ? [NUDGES[locale].offerUnanswered(mention(c.offer.to))] : [], {
    buttons: offerButtons(c.number, locale),
  });

export const stalePreparing = ({ c, locale }: Scene): NoticeParts =>
  says([NUDGES[locale].stalePreparing], {
    buttons: (['ready', 'edit', 'note', 'snooze'] as const).map((name) => caseButton(name, c.number, locale)),
  });

export const staleReview = ({ c, locale }: Scene): NoticeParts =>
  says([NUDGES[locale].staleReview], { buttons: reviewButtons(c.number, locale) });

/** The opening of the submission window: text and link at hand, so that it takes a minute at night. */
export function windowOpens(timer: PlannedTimer, scene: Scene): NoticeParts {
  const { c, now, locale } = scene;
  const words = NUDGES[locale];
  const advice = adviseWindow(c, now);
  const isOpen = advice.when === 'now' && advice.because === 'open';
  const missed = timer.step > 1 ? [words.windowMissed(timer.step - 1)] : [];
  const opening = isOpen ? words.windowOpen(when(scene, advice.opening.closesAt)) : words.windowOver;
  return says([opening, ...missed], submitting(scene));
}

export function staleReady({ ...scene }: Scene): NoticeParts {
  const { c, locale } = scene;
  return says([NUDGES[locale].staleReady(TERMS[locale].doors[CATEGORIES[c.category].door])], submitting(scene));
}

function submitting({ c, locale }: Scene): Partial<NoticeParts> {
  const letter = copyText(c);
  const actions = letter ? (['submitted', 'submitNow', 'snooze'] as const) : (['edit', 'submitted'] as const);
  return {
    letters: letter ? [{ label: null, letter }] : [],
    buttons: [
      ...actions.map((name, i) => caseButton(name, c.number, locale, { primary: i === 0 })),
      ...linkButton(c, locale),
    ],
    next: true,
  };
}

export const staleAction = ({ c, locale }: Scene): NoticeParts =>
  says([NUDGES[locale].staleAction], { buttons: [...statusButtons(c, locale), ...linkButton(c, locale)] });

export const closeOut = ({ c, locale }: Scene): NoticeParts =>
  says([NUDGES[locale].closeOut], { buttons: [...statusButtons(c, locale), ...linkButton(c, locale)] });

export const snoozeOver = ({ c, locale }: Scene): NoticeParts =>
  says([NUDGES[locale].snoozeOver], {
    quotes: quote(c.snooze?.why ?? ''),
    buttons: statusButtons(c, locale),
    next: true,
  });
