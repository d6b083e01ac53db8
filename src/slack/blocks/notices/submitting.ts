import { CATEGORIES } from '../../../domain/categories.ts';
import type { CaseEvent, Stamped } from '../../../domain/events.ts';
import { copyText } from '../../../domain/letter.ts';
import { adviseWindow } from '../../../domain/window-advice.ts';
import { NOTICES } from '../../../i18n/notices.ts';
import { RED } from '../../../i18n/red.ts';
import { TERMS } from '../../../i18n/terms.ts';
import { bothClocksOf, untilInBothClocks } from '../../../i18n/times.ts';
import { zoneOf } from '../../../i18n/why.ts';
import type { Choice } from '../buttons.ts';
import { referenceLine } from '../card.ts';
import { personIn } from '../naming.ts';
import { type NoticeParts, type Scene, says, when } from './parts.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

export function reviewAsked(event: Of<'review_asked'>, who: string, { view, c, locale }: Scene): NoticeParts {
  const words = NOTICES[locale];
  const letter = c.phase.status === 'in_review' ? copyText(c) : null;
  return says([words.reviewAsked(who, personIn(view, event.reviewer)), words.readIt], {
    letters: letter ? [{ label: null, letter }] : [],
    buttons: REVIEW_BUTTONS,
  });
}

export const REVIEW_BUTTONS: readonly Choice[] = [{ name: 'passReview' }, { name: 'returnReview' }];

export const reviewPassed = (who: string, scene: Scene): NoticeParts =>
  nowReady(NOTICES[scene.locale].reviewPassed(who), scene);

export const reviewReturned = (event: Of<'review_returned'>, who: string, { locale }: Scene): NoticeParts =>
  says([NOTICES[locale].reviewReturned(who), NOTICES[locale].askAgain], {
    quotes: [{ label: null, text: event.why }],
    buttons: [{ name: 'edit' }, { name: 'askReview' }, { name: 'ready' }],
  });

export const madeReady = (who: string, scene: Scene): NoticeParts =>
  nowReady(NOTICES[scene.locale].madeReady(who), scene);

/** When to submit, and why then: the window in both clocks, or why not to wait for one. */
function nowReady(said: string, scene: Scene): NoticeParts {
  if (scene.c.phase.status !== 'ready') return says([said]);
  return says([said, adviceSentence(scene)], {
    buttons: [{ name: 'submitNow' }, { name: 'submitted' }, { name: 'takeBack' }],
  });
}

function adviceSentence(scene: Scene): string {
  const { c, now, locale } = scene;
  const words = NOTICES[locale];
  const advice = adviseWindow(c, now);
  if (advice.when === 'later') return words.submitLater(bothClocksOf(advice.opening, zoneOf(c), locale));
  switch (advice.because) {
    case 'open':
      return words.submitOpen(untilInBothClocks(advice.opening.closesAt, zoneOf(c), locale));
    case 'deadline':
      return words.submitForDeadline(when(scene, c.deadline?.at ?? now));
    case 'no_window':
      return words.submitAtOnce(TERMS[locale].doors[CATEGORIES[c.category].door]);
    default: {
      const never: never = advice;
      return never;
    }
  }
}

export const takenBack = (who: string, { locale }: Scene): NoticeParts =>
  says([NOTICES[locale].takenBack(who)]);

export function submitted(event: Stamped & Of<'submitted'>, who: string, scene: Scene): NoticeParts {
  const { c, locale } = scene;
  const reference = referenceLine({ ...c, reference: event.reference }, locale) ?? '';
  const unread = event.unread ? RED[locale].unread : '';
  return says([NOTICES[locale].submitted(who), reference, unread, nextCheck(event, scene)], {
    buttons: [{ name: 'link' }],
  });
}

export const corrected = (event: Of<'reference_corrected'>, who: string, { c, locale }: Scene): NoticeParts =>
  says([NOTICES[locale].corrected(who), referenceLine({ ...c, reference: event.reference }, locale) ?? '']);

/** When Docket asks what Seller Central shows; empty once something later is what we wait from. */
export function nextCheck({ seq }: Stamped, scene: Scene): string {
  const { phase } = scene.c;
  if (phase.status !== 'awaiting_amazon' || phase.waiting.from.seq !== seq) return '';
  const check = scene.view.timers.find(({ kind }) => kind === 'follow_up' || kind === 'person_decides');
  return check ? NOTICES[scene.locale].firstCheck(when(scene, check.dueAt)) : '';
}
