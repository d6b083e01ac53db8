import type { ModalView } from '@slack/types';
import { commonRefusal, KEEPERS } from '../../domain/decide/guards.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Click, Listener } from '../click.ts';
import { type CaseForm, caseFormView } from '../modals/case-form.ts';
import { endView } from '../modals/plain-views.ts';
import { openPrepared } from '../prepared-view.ts';
import { readerOf } from '../reader.ts';
import { refusalMarkup } from '../refuse.ts';
import { localeOf, type Surface } from '../surface.ts';

/** A click that asks something first. Who could not send the form is told so before typing anything. */
export const asking =
  (form: CaseForm): Listener =>
  async (surface, click) => {
    const { caller, triggerId } = click;
    const title = form.title(localeOf(surface, caller));
    await openPrepared(surface, { caller, triggerId, title, what: form.id }, () =>
      drawForm(surface, click, form),
    );
  };

/** The form about a case, or why this person can't send it. */
export async function drawForm(
  surface: Surface,
  { caller, number, place, text }: Pick<Click, 'caller' | 'number' | 'place' | 'text'>,
  form: CaseForm,
): Promise<ModalView> {
  const [{ person, isGuest, locale }, view, keeps] = await Promise.all([
    readerOf(surface, caller),
    number === null ? null : surface.desk.view(caller.workspace, number),
    number !== null && KEEPERS.has(form.asks.type)
      ? surface.desk.keeps(caller.workspace, caller.person, number)
      : false,
  ]);
  const refused = (refusal: Refusal) =>
    endView(form.title(locale), refusalMarkup(refusal, locale), text ? [text] : [], locale);
  if (person === null || isGuest) return refused({ code: 'guest' });
  if (view === null) return refused({ code: 'unknown_case', number: number ?? 0 });
  const refusal =
    commonRefusal(view.case, form.asks, { ...person, keeps }) ?? form.obstacle?.(view.case) ?? null;
  if (refusal) return refused(refusal);
  const context = { view, locale, now: surface.desk.now(), zone: person.zone, ...(text ? { text } : {}) };
  return caseFormView(form, context, {
    number: view.case.number,
    channel: place.channel,
    threadTs: place.threadTs,
  });
}
