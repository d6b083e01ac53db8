import { CATEGORIES, isSupportCase } from '../../../domain/categories.ts';
import type { CaseEvent } from '../../../domain/events.ts';
import type { Subject } from '../../../domain/identifiers.ts';
import { localDate } from '../../../domain/local-time.ts';
import { dayInWords } from '../../../i18n/days.ts';
import { IMPORT_NOTICE } from '../../../i18n/import-lines.ts';
import { NOTICES } from '../../../i18n/notices.ts';
import { RED } from '../../../i18n/red.ts';
import { TERMS } from '../../../i18n/terms.ts';
import { personIn } from '../naming.ts';
import { type NoticeParts, type Quote, quote, type Scene, says, when } from './parts.ts';
import { redAdvice } from './red.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const listed = (subjects: readonly Subject[]): string => subjects.map((s) => s.value).join(', ');

export function opened(event: Of<'opened'>, who: string, scene: Scene): NoticeParts {
  const { c, view, locale } = scene;
  const words = NOTICES[locale];
  const { door } = CATEGORIES[event.category];
  const name = TERMS[locale].doors[door];
  const several: Quote[] =
    event.subjects.length > 1 ? quote(listed(event.subjects), words.identifiers(event.subjects.length)) : [];
  const from = event.different?.from.map((number) => `#${number}`).join(', ') ?? '';
  const red = view.red ? redAdvice(scene) : null;
  const next = view.red ? RED[locale] : words;
  return says(
    [
      event.owner ? words.openedFor(who, personIn(view, event.owner)) : words.openedBy(who),
      isSupportCase(door) ? words.goesTo(name) : words.goesElsewhere(name),
      c.phase.status !== 'preparing' ? '' : c.message ? next.messageIsThere : next.writeMessage,
      ...(red?.lines ?? []),
    ],
    {
      ...(red ? { letters: red.letters, buttons: red.buttons } : {}),
      quotes: [
        ...quote(event.problem, words.whatHappened),
        ...several,
        ...(event.different ? quote(event.different.because, words.openedDifferent(from)) : []),
      ],
    },
  );
}

/** The beginning of a case that was live before: what the list said of it, and what Docket does with it. */
export function imported(event: Of<'imported'>, who: string, scene: Scene): NoticeParts {
  const words = IMPORT_NOTICE[scene.locale];
  const isWaiting = event.status === 'awaiting_amazon';
  return says(
    [
      words.broughtIn(who),
      isWaiting ? words.since(dayInWords(localDate(event.submittedAt, 'UTC'), scene.locale)) : '',
    ],
    { quotes: quote(scene.c.problem), next: true },
  );
}

export const noted = (event: Of<'noted'>, who: string, { locale }: Scene): NoticeParts =>
  says([NOTICES[locale].noted(who)], { quotes: quote(event.text) });

export const subjectsAdded = (event: Of<'subjects_added'>, who: string, { locale }: Scene): NoticeParts =>
  says([NOTICES[locale].identifiersAdded(who, event.subjects.length)], {
    quotes: quote(listed(event.subjects)),
  });

export const edited = (who: string, { locale }: Scene): NoticeParts => says([NOTICES[locale].edited(who)]);

export function deadlineSet(event: Of<'deadline_set'>, who: string, scene: Scene): NoticeParts {
  const words = NOTICES[scene.locale];
  if (!event.deadline) return says([words.deadlineRemoved(who)]);
  const source = TERMS[scene.locale].deadlineSources[event.deadline.source];
  const said = words.deadlineSet(who, when(scene, event.deadline.at), source);
  const red = scene.view.red ? redAdvice(scene) : null;
  return says([said, ...(red?.lines ?? [])], { ...(red ? { buttons: red.buttons } : {}), next: true });
}
