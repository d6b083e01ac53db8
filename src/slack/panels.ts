import type { CaseView } from '../desk/views/case-view.ts';
import { turnOf } from '../domain/case.ts';
import type { Locale } from '../domain/locale.ts';
import { ANSWERS } from '../i18n/answers.ts';
import { STEPS } from '../i18n/steps.ts';
import { caseListMessage } from './blocks/case-list.ts';
import { helpMessage } from './blocks/help.ts';
import type { Message } from './blocks/message.ts';
import { showMessage } from './blocks/show.ts';
import { submitPack } from './blocks/submit-pack.ts';
import { inline } from './blocks/text.ts';
import { readNumber } from './click.ts';
import type { NotUnderstood } from './command.ts';
import { permalink } from './permalink.ts';
import { plainText } from './plain-text.ts';
import { readerOf } from './reader.ts';
import { tellRefusal } from './refuse.ts';
import type { Caller, Place, Surface } from './surface.ts';
import { tell } from './tell.ts';

/** What a person may look at. Each answers where it was asked, in the reader's language. */

export async function showCase(surface: Surface, caller: Caller, place: Place, asked: number): Promise<void> {
  await aboutCase(surface, caller, place, asked, (view, locale) =>
    showMessage({
      view,
      locale,
      now: surface.desk.now(),
      permalink: view.thread && permalink(surface.teamUrl, view.thread),
    }),
  );
}

/** Text, link and checklist for whoever submits now. */
export const showSubmitPack = (
  surface: Surface,
  caller: Caller,
  place: Place,
  asked: number,
): Promise<void> => aboutCase(surface, caller, place, asked, (view, locale) => submitPack({ view, locale }));

async function aboutCase(
  surface: Surface,
  caller: Caller,
  place: Place,
  asked: number,
  draw: (view: CaseView, locale: Locale) => Message,
): Promise<void> {
  const number = readNumber(asked);
  const [{ locale }, view] = await Promise.all([
    readerOf(surface, caller),
    number === null ? null : surface.desk.view(caller.workspace, number),
  ]);
  if (view === null) return tellRefusal(surface, caller, place, { code: 'unknown_case', number: asked });
  await tell(surface, caller, place, draw(view, locale));
}

export async function listCases(
  surface: Surface,
  caller: Caller,
  place: Place,
  of: 'mine' | 'all',
): Promise<void> {
  const [{ locale }, views] = await Promise.all([
    readerOf(surface, caller),
    of === 'mine' ? surface.desk.list(caller.workspace, caller.person) : surface.desk.list(caller.workspace),
  ]);
  await tell(surface, caller, place, caseListMessage({ views, of, locale }));
}

export async function showHelp(
  surface: Surface,
  caller: Caller,
  place: Place,
  about: NotUnderstood | 'open_needs_button' | null,
  toOpen = '',
): Promise<void> {
  const [{ locale }, next, maySetUp] = await Promise.all([
    readerOf(surface, caller),
    nextOf(surface, caller),
    surface.desk.setup.isOpenFor(caller),
  ]);
  const instead = about === null ? {} : { instead: whyHelp(about, locale) };
  await tell(surface, caller, place, helpMessage({ locale, ...instead, next, maySetUp, toOpen }));
}

/** The case of somebody's that waits for them and is due soonest. */
async function nextOf({ desk }: Surface, { workspace, person }: Caller): Promise<CaseView | null> {
  const theirs = await desk.list(workspace, person);
  return theirs.find(({ case: c }) => turnOf(c.phase.status) === 'owner') ?? null;
}

/** What could not be understood, in Slack's markup. */
export function whyHelp(about: NotUnderstood | 'open_needs_button', locale: Locale): string {
  const words = ANSWERS[locale];
  if (about === 'open_needs_button') return words.openNeedsButton;
  switch (about.kind) {
    case 'unknown_word':
      return words.unknownWord(inline(plainText(about.word), 40), about.nearest);
    case 'number_missing':
      return STEPS[locale].numberMissing(about.word);
    case 'person_missing':
      return words.personMissing;
    default: {
      const never: never = about;
      return never;
    }
  }
}
