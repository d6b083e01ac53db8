import type { App } from '@slack/bolt';
import { daysRefusal } from '../../domain/away/refusal.ts';
import { personId } from '../../domain/ids.ts';
import { localDate } from '../../domain/local-time.ts';
import { AWAY } from '../../i18n/away.ts';
import { placeOf } from '../click.ts';
import { guarded } from '../fault.ts';
import { clickPayload, submissionPayload, type ViewPayload } from '../payloads.ts';
import { updateView } from '../prepared-view.ts';
import { readerOf } from '../reader.ts';
import { refusalMarkup, refusalPlain } from '../refuse.ts';
import { answerSubmission, type Response } from '../submission.ts';
import type { Caller, Surface } from '../surface.ts';
import { COVER, readAwayForm, TO } from './away-form.ts';
import { AWAY_BACK, AWAY_FORM, AWAY_OPEN } from './ids.ts';
import { awayText, backText, doneView, openAwayForm } from './run-away.ts';

/** The form for days away: its button, its sending, and *I am back* in it. */
export function registerAway(app: Pick<App, 'action' | 'view'>, surface: Surface): void {
  const callerOf = (user: { id: string }): Caller => ({
    workspace: surface.workspace,
    person: personId(user.id),
  });

  app.action(AWAY_OPEN, async ({ ack, body }) => {
    await ack();
    const click = clickPayload.parse(body);
    const caller = callerOf(click.user);
    await guarded(surface, { caller, place: placeOf(click), what: AWAY_OPEN }, () =>
      openAwayForm(surface, caller, click.trigger_id),
    );
  });

  app.action(AWAY_BACK, async ({ ack, body }) => {
    await ack();
    const click = clickPayload.parse(body);
    const caller = callerOf(click.user);
    await guarded(surface, { caller, place: placeOf(click), what: AWAY_BACK }, () =>
      back(surface, caller, click.view?.id ?? null),
    );
  });

  app.view(AWAY_FORM, async ({ ack, body }) => {
    const { user, view } = submissionPayload.parse(body);
    const response = await sent(surface, callerOf(user), view);
    await (response === null ? ack() : ack(response));
  });
}

async function back(surface: Surface, caller: Caller, viewId: string | null): Promise<void> {
  const key = `back:${viewId ?? ''}`;
  const answer = await surface.desk.comeBack({ ...caller, key });
  const { locale } = await readerOf(surface, caller);
  const text = answer.ok ? backText(answer, locale) : refusalMarkup(answer.refusal, locale);
  if (viewId !== null) await updateView(surface, viewId, doneView(text, locale));
}

/** Refusals stand under the field that they are about; what was chosen stays. */
function sent(surface: Surface, caller: Caller, view: ViewPayload): Promise<Response> {
  const words = {
    title: (locale: keyof typeof AWAY) => AWAY[locale].title,
    submit: (locale: keyof typeof AWAY) => AWAY[locale].submit,
  };
  return answerSubmission(surface, { caller, view, what: AWAY_FORM, ...words }, async () => {
    const { person, locale } = await readerOf(surface, caller);
    const zone = person?.zone ?? 'UTC';
    const { days, cover, missing } = readAwayForm(view.state.values, localDate(surface.desk.now(), zone));
    if (missing.length > 0)
      return {
        response_action: 'errors',
        errors: Object.fromEntries(missing.map((id) => [id, AWAY[locale].dayMissing])),
      };
    const wrong = daysRefusal(days);
    if (wrong || !days.ok)
      return {
        response_action: 'errors',
        errors: { [TO]: await refusalPlain(surface, wrong ?? { code: 'dates_unknown' }, locale) },
      };
    const absence = { from: days.from, to: days.to, cover };
    const answer = await surface.desk.goAway({ ...caller, key: `view:${view.id}` }, absence);
    if (answer.ok)
      return { response_action: 'update', view: doneView(awayText(absence, answer.cases, locale), locale) };
    const { refusal } = answer;
    const field = refusal.code.startsWith('cover') || refusal.code === 'not_a_member' ? COVER : TO;
    return { response_action: 'errors', errors: { [field]: await refusalPlain(surface, refusal, locale) } };
  });
}
