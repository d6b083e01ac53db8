import { localDate } from '../../domain/local-time.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Absence } from '../../domain/team.ts';
import { AWAY } from '../../i18n/away.ts';
import { daysInWords } from '../../i18n/days.ts';
import { MODALS } from '../../i18n/modals.ts';
import { mention, section } from '../blocks/text.ts';
import { plain } from '../modals/pieces.ts';
import { endView } from '../modals/plain-views.ts';
import { plainText } from '../plain-text.ts';
import { openPrepared } from '../prepared-view.ts';
import { readerOf } from '../reader.ts';
import { refusalMarkup, tellRefusal } from '../refuse.ts';
import type { Spoken } from '../run-step.ts';
import { type Caller, localeOf, type Surface } from '../surface.ts';
import { givenBack, type Said, tell } from '../tell.ts';
import { awayForm } from './away-form.ts';
import { AWAY_OPEN } from './ids.ts';
import { readAway } from './read-away.ts';

/** `/case away …`: with days it counts at once; without, a form asks for them. */
export async function runAway(surface: Surface, spoken: Spoken, text: string): Promise<void> {
  const { caller, place, key, triggerId } = spoken;
  if (!text.trim())
    return triggerId === null ? offerForm(surface, spoken) : openAwayForm(surface, caller, triggerId);
  const { person, isGuest, locale } = await readerOf(surface, caller);
  if (person === null || isGuest) return tellRefusal(surface, caller, place, { code: 'guest' });
  const refuse = (why: string) => tell(surface, caller, place, givenBack(why, plainText(text)));
  const said = readAway(text, localDate(surface.desk.now(), person.zone));
  switch (said.kind) {
    case 'two_covers':
      return refuse(AWAY[locale].twoCovers);
    case 'refused':
      return refuse(refusalMarkup(said.refusal, locale));
    case 'absence': {
      const absence = { ...said.days, cover: said.cover };
      const answer = await surface.desk.goAway({ ...caller, key }, absence);
      if (!answer.ok) return refuse(refusalMarkup(answer.refusal, locale));
      return tell(surface, caller, place, { text: awayText(absence, answer.cases, locale) });
    }
    default: {
      const never: never = said;
      return never;
    }
  }
}

/** `/case back` */
export async function runBack(surface: Surface, { caller, place, key }: Spoken): Promise<void> {
  const answer = await surface.desk.comeBack({ ...caller, key });
  if (!answer.ok) return tellRefusal(surface, caller, place, answer.refusal);
  const { locale } = await readerOf(surface, caller);
  await tell(surface, caller, place, { text: backText(answer, locale) });
}

export const backText = (answer: { readonly cases: number; readonly wasAway: boolean }, locale: Locale) =>
  answer.wasAway ? `${AWAY[locale].back}\n${AWAY[locale].cases(answer.cases)}` : AWAY[locale].wasHere;

/** The days in words, so that nobody need wonder which of 10/1 was the month; then what happens with the cases. */
export function awayText(absence: Absence, cases: number, locale: Locale): string {
  const words = AWAY[locale];
  return [
    words.wentAway(daysInWords(absence, locale)),
    words.cases(cases),
    absence.cover === null ? words.coveredByStores : words.coveredBy(mention(absence.cover)),
    words.silent,
    words.soonerBack,
  ].join('\n');
}

/** A form of its own for days away; guests are told so before they fill it. */
export async function openAwayForm(surface: Surface, caller: Caller, triggerId: string): Promise<void> {
  const { title } = AWAY[localeOf(surface, caller)];
  await openPrepared(surface, { caller, triggerId, title, what: 'away' }, async () => {
    const { person, isGuest, locale } = await readerOf(surface, caller);
    const refusal: Refusal = { code: 'guest' };
    if (person === null || isGuest)
      return endView(AWAY[locale].title, refusalMarkup(refusal, locale), [], locale);
    return awayForm(person, surface.desk.now(), locale);
  });
}

/** A mention brings no way to open a form: a button does. */
async function offerForm(surface: Surface, { caller, place }: Spoken): Promise<void> {
  const { locale } = await readerOf(surface, caller);
  const words = AWAY[locale];
  const said: Said = {
    text: words.needsButton,
    blocks: [
      section(words.needsButton),
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: AWAY_OPEN, text: plain(words.button, 75) }],
      },
    ],
  };
  await tell(surface, caller, place, said);
}

/** What stands in the form's place once it was sent. */
export const doneView = (text: string, locale: Locale) => ({
  ...endView(AWAY[locale].title, text, [], locale),
  close: plain(MODALS[locale].close, 24),
});
