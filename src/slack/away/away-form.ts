import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Person } from '../../desk/ports/people.ts';
import { isoDay, type ReadDays, readDays } from '../../domain/away/days.ts';
import { localDate } from '../../domain/local-time.ts';
import type { Locale } from '../../domain/locale.ts';
import { type Absence, isAway } from '../../domain/team.ts';
import type { Instant } from '../../domain/time.ts';
import { AWAY } from '../../i18n/away.ts';
import { daysInWords } from '../../i18n/days.ts';
import { MODALS } from '../../i18n/modals.ts';
import { mention, section } from '../blocks/text.ts';
import { modal, personField, plain } from '../modals/pieces.ts';
import { personIn } from '../modals/typed.ts';
import type { InputValues } from '../payloads.ts';
import { AWAY_BACK, AWAY_FORM } from './ids.ts';

export const FROM = 'from';
export const TO = 'to';
export const COVER = 'cover';

/** First day, last day, cover; above them what is entered already, and the way back. */
export function awayForm(person: Person, now: Instant, locale: Locale): ModalView {
  const words = AWAY[locale];
  const today = isoDay(localDate(now, person.zone));
  return modal({
    title: words.title,
    close: MODALS[locale].close,
    submit: words.submit,
    callback: AWAY_FORM,
    blocks: [
      ...current(person, now, locale),
      dateField(FROM, words.from, today),
      dateField(TO, words.to, today),
      personField({ id: COVER, label: words.cover, hint: words.coverHint, optional: true }),
    ],
  });
}

function current(person: Person, now: Instant, locale: Locale): KnownBlock[] {
  const words = AWAY[locale];
  const lines = person.absences.map((absence) =>
    words.one(daysInWords(absence, locale), absence.cover === null ? words.nobody : mention(absence.cover)),
  );
  if (lines.length === 0 && !isAway(person, now)) return [];
  return [
    ...(lines.length > 0 ? [section([words.current, ...lines.slice(0, 10)].join('\n'))] : []),
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: AWAY_BACK, text: plain(words.backButton, 75) }],
    },
  ];
}

const dateField = (id: string, label: string, initial: string): InputBlock => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element: { type: 'datepicker', action_id: id, initial_date: initial },
});

const dayIn = (values: InputValues, block: string): string =>
  Object.values(values[block] ?? {})[0]?.selected_date ?? '';

/** What the form says; empty days are errors of their own. */
export function readAwayForm(
  values: InputValues,
  today: Absence['from'],
): { readonly days: ReadDays; readonly cover: Absence['cover']; readonly missing: readonly string[] } {
  const missing = [FROM, TO].filter((id) => dayIn(values, id) === '');
  const days = readDays(`${dayIn(values, FROM)}..${dayIn(values, TO)}`, today);
  return { days, cover: personIn(values, COVER), missing };
}
