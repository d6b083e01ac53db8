import type { ModalView } from '@slack/types';
import type { SetupProblem } from '../../desk/setup/setup.ts';
import type { Locale } from '../../domain/locale.ts';
import { SETUP_WORDS } from '../../i18n/setup.ts';
import { STORE_WORDS } from '../../i18n/stores.ts';
import { endView } from '../modals/plain-views.ts';
import { typedTexts } from '../modals/typed.ts';
import type { ViewPayload } from '../payloads.ts';
import { openPrepared } from '../prepared-view.ts';
import { readerOf } from '../reader.ts';
import { refusalMarkup, refusalPlain } from '../refuse.ts';
import { answerSubmission, inputsOf, type Response } from '../submission.ts';
import { type Caller, localeOf, type Surface } from '../surface.ts';
import type { TeamClick } from './team-click.ts';

export interface Sent {
  readonly surface: Surface;
  readonly caller: Caller;
  readonly view: ViewPayload;
  readonly locale: Locale;
}

/** A form about stores, people or the workspace itself. */
export interface TeamForm {
  readonly id: string;
  readonly title: (locale: Locale) => string;
  /** `value` is the button's. */
  readonly draw: (
    surface: Surface,
    caller: Caller,
    asked: { readonly value: string; readonly locale: Locale },
  ) => Promise<ModalView>;
  /** `saved` where something was; a response of null closes the form. */
  readonly send: (sent: Sent) => Promise<{ readonly response: Response; readonly saved: boolean }>;
}

/** Opens a form; whoever may not change anything is shown `draw`'s view all the same, or why not. */
export async function openTeamForm(
  surface: Surface,
  { caller, place, triggerId, value, isPersonal }: TeamClick,
  form: TeamForm,
): Promise<void> {
  const title = form.title(localeOf(surface, caller));
  await openPrepared(surface, { caller, triggerId, title, what: form.id }, async (viewId) => {
    // The panel from which it was opened is drawn anew once something is saved.
    if (isPersonal && place.responseUrl !== null) surface.memory.responseUrls.set(viewId, place.responseUrl);
    const { locale } = await readerOf(surface, caller);
    return form.draw(surface, caller, { value, locale });
  });
}

export async function submitTeamForm(
  surface: Surface,
  form: TeamForm,
  caller: Caller,
  view: ViewPayload,
): Promise<{ readonly response: Response; readonly saved: boolean }> {
  let saved = false;
  const submit = (locale: Locale) => SETUP_WORDS[locale].save;
  const how = { caller, view, what: form.id, title: form.title, submit };
  const response = await answerSubmission(surface, how, async () => {
    const { locale } = await readerOf(surface, caller);
    const done = await form.send({ surface, caller, view, locale });
    saved = done.saved;
    return done.response;
  });
  return { response, saved };
}

export const unsaved = (response: Response) => ({ response, saved: false });
export const errors = (found: Record<string, string>) =>
  unsaved({ response_action: 'errors', errors: found });
export const drawn = (view: ModalView) => unsaved({ response_action: 'update', view });

/**
 * Why something was not saved: under the field that it is about, else in place of the form, with what was typed.
 * `fieldOf` says which field that is, null for none.
 */
export async function notSaved(
  { surface, view, locale }: Sent,
  form: TeamForm,
  problem: Exclude<SetupProblem, { code: 'changed' }>,
  fieldOf: (problem: SetupProblem) => string | null,
): Promise<{ readonly response: Response; readonly saved: boolean }> {
  const field = fieldOf(problem);
  if (field !== null && inputsOf(view).includes(field))
    return errors({ [field]: await plainProblem(surface, problem, locale) });
  const text =
    problem.code === 'store_taken' ? STORE_WORDS[locale].taken(problem.name) : refusalMarkup(problem, locale);
  return drawn(endView(form.title(locale), text, typedTexts(view.state.values), locale));
}

async function plainProblem(
  surface: Surface,
  problem: Exclude<SetupProblem, { code: 'changed' }>,
  locale: Locale,
): Promise<string> {
  switch (problem.code) {
    case 'store_taken':
      return STORE_WORDS[locale].taken(problem.name);
    case 'not_a_member': {
      const person = await surface.desk.person(surface.workspace, problem.person);
      return SETUP_WORDS[locale].notMember(person?.name ?? problem.person);
    }
    default:
      return refusalPlain(surface, problem, locale);
  }
}
