import type { ModalView } from '@slack/types';
import { recognise } from '../domain/recognise.ts';
import type { Rival } from '../domain/refusals.ts';
import { ANSWERS } from '../i18n/answers.ts';
import { MODALS } from '../i18n/modals.ts';
import { cut } from './blocks/text.ts';
import { guardedQuietly } from './fault.ts';
import { aboutOf } from './modals/open/check.ts';
import { type Draft, draftFrom } from './modals/open/draft.ts';
import { type Conflict, MOST_RIVALS, type SeenRival } from './modals/open/rivals.ts';
import type { Pair } from './modals/open/stores.ts';
import { type OpenForm, openFormView, shapeOf } from './modals/open/view.ts';
import { INPUT_LIMIT } from './modals/pieces.ts';
import { endView } from './modals/plain-views.ts';
import { permalink } from './permalink.ts';
import { openPrepared } from './prepared-view.ts';
import { readerOf } from './reader.ts';
import { refusalMarkup } from './refuse.ts';
import { digest } from './request-key.ts';
import { type Caller, localeOf, type Place, type Surface } from './surface.ts';
import { givenBack, tell } from './tell.ts';

interface Asked {
  readonly caller: Caller;
  readonly place: Place;
  readonly triggerId: string;
  /** What stood after `/case open`, as it was typed. */
  readonly text: string;
  /** Where the text stands, if it is a message: all of it is what happened. */
  readonly source?: string;
}

/** Opens the form for a new case, filled with what the text says. */
export async function openCaseForm(
  surface: Surface,
  { caller, place, triggerId, text, source }: Asked,
): Promise<void> {
  const { title } = MODALS[localeOf(surface, caller)].open;
  await openPrepared(surface, { caller, triggerId, title, what: 'open', typed: text }, async (viewId) => {
    if (place.responseUrl !== null) surface.memory.responseUrls.set(viewId, place.responseUrl);
    const [{ isGuest, locale }, pairs] = await Promise.all([
      readerOf(surface, caller),
      surface.desk.stores(caller.workspace),
    ]);
    if (isGuest)
      return endView(MODALS[locale].open.title, refusalMarkup({ code: 'guest' }, locale), [text], locale);
    const read = draftFrom(recognise(text), text, pairs);
    const draft = source === undefined ? read : { ...read, problem: withSource(text, source) };
    if ((source === undefined ? read.problem : text).length > INPUT_LIMIT)
      await giveBackWhole(surface, caller, place, text);
    return drawOpenForm({
      locale,
      now: surface.desk.now(),
      pairs,
      draft,
      ownDeadline: null,
      rivals: await rivalsFor(surface, draft, pairs),
      conflict: null,
      banner: null,
      meta: { channel: place.channel, threadTs: place.threadTs, attempt: 0, standard: null },
    });
  });
}

/** A message with the way back to it, which a long one must not push out of the field. */
export const withSource = (text: string, source: string): string =>
  [cut(text, INPUT_LIMIT - source.length - 2), source].filter(Boolean).join('\n\n');

/** No field holds all of a long paste: the form has its beginning, the person has the whole. */
export const giveBackWhole = (surface: Surface, caller: Caller, place: Place, text: string): Promise<void> =>
  guardedQuietly(surface, caller, 'open, long text', () =>
    tell(surface, caller, place, givenBack(ANSWERS[localeOf(surface, caller)].longText, text)),
  );

/** The fingerprint of the form's shape; what is typed is not part of it. */
export const fingerprintOf = (form: Omit<OpenForm, 'meta'>): string => digest(shapeOf(form));

export const drawOpenForm = (form: OpenForm): ModalView => openFormView(form, fingerprintOf(form));

/** Cases about what the form names so far, open ones first. */
export async function rivalsFor(
  surface: Surface,
  draft: Draft,
  pairs: readonly Pair[],
): Promise<SeenRival[]> {
  const about = aboutOf(draft, pairs);
  if (about === null) return [];
  const { open, recentlyClosed } = await surface.desk.rivals(surface.workspace, about);
  return seen(surface, [...open, ...recentlyClosed]);
}

/** The cases that a refusal names, with the way to each. */
export async function conflictOf(
  surface: Surface,
  refusal: { readonly code: Conflict['code']; readonly rivals: readonly Rival[] },
): Promise<Conflict> {
  return { code: refusal.code, rivals: await seen(surface, refusal.rivals) };
}

const seen = (surface: Surface, rivals: readonly Rival[]): Promise<SeenRival[]> =>
  Promise.all(
    rivals.slice(0, MOST_RIVALS).map(async (rival) => {
      const view = await surface.desk.view(surface.workspace, rival.number);
      return { rival, link: view?.thread ? permalink(surface.teamUrl, view.thread) : null };
    }),
  );
