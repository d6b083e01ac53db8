import type { CaseEvent } from '../../../domain/events.ts';
import type { Instant } from '../../../domain/time.ts';
import { NOTICES } from '../../../i18n/notices.ts';
import { TERMS } from '../../../i18n/terms.ts';
import { roughDuration } from '../../../i18n/times.ts';
import { statusChoices } from '../buttons.ts';
import { type NoticeParts, quote, type Scene, says, when } from './parts.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** Solved here is not closed there: the queue at Amazon stays open until somebody closes it. */
export function solved(who: string, { c, locale }: Scene): NoticeParts {
  const open = c.phase.status === 'resolved';
  return says([NOTICES[locale].solved(who), open ? NOTICES[locale].closeThere : ''], {
    buttons: open ? [...statusChoices(c, locale), { name: 'link' }] : [],
  });
}

export const closed = (at: Instant, who: string, { c, locale }: Scene): NoticeParts =>
  says([NOTICES[locale].closed(who, roughDuration(at - c.opened.at, locale))]);

export const reopened = (event: Of<'reopened'>, who: string, { c, locale }: Scene): NoticeParts =>
  says([NOTICES[locale].reopened(who, TERMS[locale].statuses[c.phase.status])], {
    quotes: quote(event.why),
    buttons: [...statusChoices(c, locale), { name: 'link' }],
    next: true,
  });

export const withdrawn = (event: Of<'withdrawn'>, who: string, { locale }: Scene): NoticeParts =>
  says([NOTICES[locale].withdrawn(who)], {
    quotes: quote(event.why),
  });

export const snoozed = (event: Of<'snoozed'>, who: string, scene: Scene): NoticeParts =>
  says([NOTICES[scene.locale].snoozed(who, when(scene, event.until)), NOTICES[scene.locale].onlyDeadlines], {
    quotes: quote(event.why),
  });
