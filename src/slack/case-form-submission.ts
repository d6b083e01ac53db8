import type { CaseCommand } from '../domain/commands.ts';
import type { CaseNumber } from '../domain/ids.ts';
import type { Locale } from '../domain/locale.ts';
import type { Refusal } from '../domain/refusals.ts';
import { type CaseForm, readCaseMeta } from './modals/case-form.ts';
import { endView } from './modals/plain-views.ts';
import { typedTexts } from './modals/typed.ts';
import type { ViewPayload } from './payloads.ts';
import { readerOf } from './reader.ts';
import { refusalMarkup, refusalPlain } from './refuse.ts';
import { digest } from './request-key.ts';
import { answerSubmission, inputsOf, type Response } from './submission.ts';
import type { Caller, Surface } from './surface.ts';

/** A form about a case was sent: its commands are carried out in order, up to the first refusal. */
export function submitCaseForm(
  surface: Surface,
  form: CaseForm,
  caller: Caller,
  view: ViewPayload,
): Promise<Response> {
  const { title, submit } = form;
  return answerSubmission(surface, { caller, view, what: form.id, title, submit }, async () => {
    const { locale, isGuest } = await readerOf(surface, caller);
    if (isGuest) return end(form, view, { code: 'guest' }, locale);
    const meta = readCaseMeta(view.private_metadata);
    const read = form.read(view.state.values, { shown: meta, locale, now: surface.desk.now() });
    if (!read.ok) return { response_action: 'errors', errors: { ...read.errors } };
    const refusal = await carryOut(surface, caller, view.id, meta.number, read.commands);
    if (refusal === null) return null;
    const field = form.fieldOf(refusal);
    if (field === null || !inputsOf(view).includes(field)) return end(form, view, refusal, locale);
    const text = await refusalPlain(surface, refusal, locale);
    return { response_action: 'errors', errors: { [field]: text } };
  });
}

/** No other input would help: the form ends, says why, and gives back what was typed. */
const end = (form: CaseForm, view: ViewPayload, refusal: Refusal, locale: Locale): Response => ({
  response_action: 'update',
  view: endView(form.title(locale), refusalMarkup(refusal, locale), typedTexts(view.state.values), locale),
});

/**
 * The key of each command: this form, how often it was refused, and what is asked. Sent twice, or again after
 * a time-out, it is the same request; corrected after a refusal, or tried again later, it is another.
 */
export async function carryOut(
  surface: Surface,
  caller: Caller,
  viewId: string,
  number: CaseNumber,
  commands: readonly CaseCommand[],
): Promise<Refusal | null> {
  const { refusals } = surface.memory;
  const attempt = refusals.get(viewId) ?? 0;
  for (const command of commands) {
    const key = `view:${viewId}:${attempt}:${digest(command)}`;
    const answer = await surface.desk.act({ ...caller, key }, number, command);
    if (answer.ok) continue;
    refusals.set(viewId, attempt + 1);
    return answer.refusal;
  }
  return null;
}
