import type { CaseCommand } from '../domain/commands.ts';
import { newSubjects } from '../domain/duplicates.ts';
import type { CaseNumber } from '../domain/ids.ts';
import type { Locale } from '../domain/locale.ts';
import type { Refusal } from '../domain/refusals.ts';
import { MODALS } from '../i18n/modals.ts';
import { escape } from './blocks/text.ts';
import { aboutOf, checkDraft, type Wish } from './modals/open/check.ts';
import { type Draft, readDraft } from './modals/open/draft.ts';
import { type OpenMeta, readOpenMeta } from './modals/open/meta.ts';
import { type Conflict, readChoice } from './modals/open/rivals.ts';
import type { Pair } from './modals/open/stores.ts';
import { endView } from './modals/plain-views.ts';
import { typedTexts } from './modals/typed.ts';
import { conflictOf, drawOpenForm } from './open-case.ts';
import { ownDeadline } from './open-redraw.ts';
import type { ViewPayload } from './payloads.ts';
import { readerOf } from './reader.ts';
import { refusalMarkup } from './refuse.ts';
import { digest } from './request-key.ts';
import { answerSubmission, inputsOf, type Response } from './submission.ts';
import type { Caller, Surface } from './surface.ts';

/** What became of the form, to be told where it was opened. */
export interface Done {
  readonly kind: 'opened' | 'added' | 'reopened';
  readonly number: CaseNumber;
  /** The case was opened by an earlier try, with other words than those of this one. */
  readonly asFirstSent: boolean;
}

interface Sent {
  readonly caller: Caller;
  readonly view: ViewPayload;
  readonly meta: OpenMeta;
  readonly draft: Draft;
  readonly pairs: readonly Pair[];
  readonly locale: Locale;
}

/** The form for a new case was sent. */
export async function submitOpenForm(
  surface: Surface,
  caller: Caller,
  view: ViewPayload,
): Promise<{ readonly response: Response; readonly done: Done | null }> {
  // A drawing that is under way knows less than what this decides.
  surface.redraws.supersede(view.id);
  let done: Done | null = null;
  const words = (locale: Locale) => MODALS[locale].open;
  const how = {
    caller,
    view,
    what: 'open',
    title: (locale: Locale) => words(locale).title,
    submit: (locale: Locale) => words(locale).submit,
  };
  const response = await answerSubmission(surface, how, async () => {
    const [{ locale, isGuest }, pairs] = await Promise.all([
      readerOf(surface, caller),
      surface.desk.stores(caller.workspace),
    ]);
    if (isGuest) {
      const text = refusalMarkup({ code: 'guest' }, locale);
      const end = endView(words(locale).title, text, typedTexts(view.state.values), locale);
      return { response_action: 'update', view: end };
    }
    const meta = readOpenMeta(view.private_metadata);
    const draft = readDraft(view.state.values);
    const decided = await decide(surface, { caller, view, meta, draft, pairs, locale });
    if (!('kind' in decided)) return decided;
    done = decided;
    return { response_action: 'clear' };
  });
  return { response, done };
}

async function decide(surface: Surface, sent: Sent): Promise<Done | NonNullable<Response>> {
  const { draft, pairs, locale, meta, view } = sent;
  const checked = checkDraft(draft, { pairs, locale, now: surface.desk.now(), standard: meta.standard });
  const choice = readChoice(draft.choice);
  if (choice?.way === 'add' || choice?.way === 'reopen') return join(surface, sent, choice);
  if (!checked.ok) {
    const { errors } = checked;
    const shown = Object.keys(errors).every((field) => inputsOf(view).includes(field));
    if (shown) return { response_action: 'errors', errors: { ...errors } };
    // A field that is not drawn yet can't carry an error: draw it, and say above the form what is missing.
    return redrawn(surface, sent, {
      banner: escape(Object.values(errors).join('\n')),
      attempt: meta.attempt,
    });
  }
  return open(surface, sent, checked.wish);
}

/**
 * The request key is the form (its root view) and how often it was refused, without what was typed: sent
 * twice, or again after our time-out while the first try was still being committed, it gets the first answer
 * and never makes a second case. Only a refusal, which the desk remembers too, makes the next try a new one.
 */
const keyOf = ({ view, meta }: Sent, step: string): string =>
  `open:${view.root_view_id ?? view.id}:${meta.attempt}:${step}`;

async function open(surface: Surface, sent: Sent, wish: Wish): Promise<Done | NonNullable<Response>> {
  const { caller } = sent;
  const key = keyOf(sent, 'open');
  const asked = digest(wish);
  const { firstSent } = surface.memory;
  const first = firstSent.get(key) ?? asked;
  firstSent.set(key, first);
  const answer = await surface.desk.open({ ...caller, key }, wish);
  if (answer.ok) return { kind: 'opened', number: answer.number, asFirstSent: first !== asked };
  return refused(surface, sent, answer.refusal);
}

/** Adds what was typed to a case that is there already, or brings that case back because of it. */
async function join(
  surface: Surface,
  sent: Sent,
  { way, number }: { readonly way: 'add' | 'reopen'; readonly number: CaseNumber },
): Promise<Done | NonNullable<Response>> {
  const { draft, caller } = sent;
  const kind = way === 'add' ? 'added' : 'reopened';
  const text = [draft.problem, draft.identifiers, draft.message].filter(Boolean).join('\n\n');
  const command: CaseCommand = way === 'add' ? { type: 'note', text } : { type: 'reopen', why: text };
  const key = keyOf(sent, `${kind}:${number}`);
  const answer = await surface.desk.act({ ...caller, key }, number, command);
  if (!answer.ok) return refused(surface, sent, answer.refusal);
  await addSubjects(surface, sent, number);
  return { kind, number, asFirstSent: false };
}

/**
 * The case is about what was typed now, too: where the person may say so, and where no third case has it.
 * What is refused here stands in the note all the same.
 */
async function addSubjects(surface: Surface, sent: Sent, number: CaseNumber): Promise<void> {
  const { caller, draft, pairs } = sent;
  const about = aboutOf(draft, pairs);
  const there = await surface.desk.view(caller.workspace, number);
  const isSameStore =
    there !== null && about !== null && foldedName(there.case.store.name) === foldedName(about.storeName);
  if (!isSameStore || newSubjects(there.case.subjects, about.subjects).length === 0) return;
  const key = keyOf(sent, `subjects:${number}`);
  await surface.desk.act({ ...caller, key }, number, { type: 'add_subjects', subjects: about.subjects });
}

const foldedName = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** The form again with everything in it, the cases in the way above it, and a new attempt. */
async function refused(surface: Surface, sent: Sent, refusal: Refusal): Promise<NonNullable<Response>> {
  const attempt = sent.meta.attempt + 1;
  if (refusal.code !== 'duplicate' && refusal.code !== 'recently_closed')
    return redrawn(surface, sent, { banner: refusalMarkup(refusal, sent.locale), attempt });
  return redrawn(surface, sent, { banner: null, attempt, conflict: await conflictOf(surface, refusal) });
}

function redrawn(
  surface: Surface,
  { view, meta, draft, pairs, locale }: Sent,
  change: { readonly banner: string | null; readonly attempt: number; readonly conflict?: Conflict },
): NonNullable<Response> {
  const form = {
    locale,
    now: surface.desk.now(),
    pairs,
    draft,
    ownDeadline: ownDeadline(view, meta.standard?.at),
    rivals: [],
    conflict: change.conflict ?? null,
    banner: change.banner,
    meta: { ...meta, attempt: change.attempt },
  };
  return { response_action: 'update', view: drawOpenForm(form) };
}
