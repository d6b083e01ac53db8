import type { CaseCommand } from '../../domain/commands.ts';
import { commonRefusal } from '../../domain/decide/guards.ts';
import type { CaseNumber } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { ANSWERS } from '../../i18n/answers.ts';
import { SHORTCUT_WORDS } from '../../i18n/shortcuts.ts';
import { drawForm } from '../actions/ask.ts';
import { carryOut } from '../case-form-submission.ts';
import { guardedQuietly } from '../fault.ts';
import { PICK, PICK_FORM, pickSubmit, pickTitle, readPick, readPickMeta } from '../modals/pick-case.ts';
import { endView } from '../modals/plain-views.ts';
import { repliedForm } from '../modals/reply-form.ts';
import { typedTexts } from '../modals/typed.ts';
import type { ViewPayload } from '../payloads.ts';
import { permalink } from '../permalink.ts';
import { readerOf } from '../reader.ts';
import { refusalMarkup, refusalPlain } from '../refuse.ts';
import { digest } from '../request-key.ts';
import { answerSubmission, type Response } from '../submission.ts';
import type { Caller, Surface } from '../surface.ts';
import { tell } from '../tell.ts';

/** A note was added; `refusal` says why its identifiers were not. */
export interface Added {
  readonly number: CaseNumber;
  readonly refusal: Refusal | null;
}

/** The form that takes a message to a case was sent. */
export async function submitPick(
  surface: Surface,
  caller: Caller,
  view: ViewPayload,
): Promise<{ readonly response: Response; readonly added: Added | null }> {
  let added: Added | null = null;
  const { purpose, channel, threadTs } = readPickMeta(view.private_metadata);
  const how = {
    caller,
    view,
    what: PICK_FORM,
    title: (locale: 'en' | 'zh-CN') => pickTitle(purpose, locale),
    submit: (locale: 'en' | 'zh-CN') => pickSubmit(purpose, locale),
  };
  const response = await answerSubmission(surface, how, async () => {
    const { person, isGuest, locale } = await readerOf(surface, caller);
    if (person === null || isGuest) {
      const text = refusalMarkup({ code: 'guest' }, locale);
      const end = endView(pickTitle(purpose, locale), text, typedTexts(view.state.values), locale);
      return { response_action: 'update', view: end };
    }
    const read = readPick(view.state.values, purpose, locale);
    if (!read.ok) return { response_action: 'errors', errors: { ...read.errors } };
    const { number, field, text, subjects } = read.picked;
    const under = async (where: string, refusal: Refusal): Promise<Response> => ({
      response_action: 'errors',
      errors: { [where]: await refusalPlain(surface, refusal, locale) },
    });
    const there = await surface.desk.view(caller.workspace, number);
    if (there === null) return under(field, { code: 'unknown_case', number });
    if (purpose === 'replied') {
      const refusal = commonRefusal(there.case, repliedForm.asks, person);
      if (refusal) return under(field, refusal);
      const click = { caller, number, place: { channel, threadTs, responseUrl: null }, text };
      return { response_action: 'update', view: await drawForm(surface, click, repliedForm) };
    }
    // First, because a note that stands beside a refusal would be added again by the next try.
    const more: CaseCommand[] = subjects.length > 0 ? [{ type: 'add_subjects', subjects }] : [];
    const refusal = await carryOut(surface, caller, view.id, number, more);
    if (refusal?.code === 'duplicate') return under(PICK.identifiers, refusal);
    const note = { type: 'note', text } as const;
    const key = `view:${view.id}:${digest([number, note])}`;
    const answer = await surface.desk.act({ ...caller, key }, number, note);
    if (!answer.ok) return under(PICK.text, answer.refusal);
    added = { number, refusal };
    return { response_action: 'clear' };
  });
  return { response, added };
}

/** The thread says it too; so where Docket can't speak, that is left at that. */
export const tellAdded = (
  surface: Surface,
  caller: Caller,
  view: ViewPayload,
  { number, refusal }: Added,
): Promise<void> =>
  guardedQuietly(surface, caller, `${PICK_FORM}, told`, async () => {
    const { channel, threadTs } = readPickMeta(view.private_metadata);
    const responseUrl = surface.memory.responseUrls.get(view.id) ?? null;
    const [{ locale }, there] = await Promise.all([
      readerOf(surface, caller),
      surface.desk.view(caller.workspace, number),
    ]);
    const words = ANSWERS[locale];
    const where = there?.thread ? words.atThread(permalink(surface.teamUrl, there.thread)) : '';
    const left = refusal
      ? `\n${SHORTCUT_WORDS[locale].withoutIdentifiers}\n${refusalMarkup(refusal, locale)}`
      : '';
    await tell(
      surface,
      caller,
      { channel, threadTs, responseUrl },
      { text: words.added(number, where) + left },
    );
  });
