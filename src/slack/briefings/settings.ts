import type { Locale } from '../../domain/locale.ts';
import { DEFAULT_HABITS } from '../../domain/team.ts';
import { MODALS } from '../../i18n/modals.ts';
import { SETTINGS } from '../../i18n/settings.ts';
import { readerTime } from '../../i18n/times.ts';
import { SETTINGS_BUTTON } from '../action-ids.ts';
import { row } from '../blocks/buttons.ts';
import { section } from '../blocks/text.ts';
import { endView } from '../modals/plain-views.ts';
import type { ViewPayload } from '../payloads.ts';
import { openPrepared } from '../prepared-view.ts';
import { readerOf } from '../reader.ts';
import { refusalMarkup } from '../refuse.ts';
import type { Spoken } from '../run-step.ts';
import { answerSubmission, type Response } from '../submission.ts';
import { type Caller, localeOf, type Place, type Surface } from '../surface.ts';
import { tell } from '../tell.ts';
import { readSettings, SETTINGS_FORM, settingsView } from './settings-form.ts';

/** `/case settings`. A mention brings no way to open a form, so it is answered with the button for it. */
export async function openSettings(
  surface: Surface,
  { caller, place, triggerId }: Pick<Spoken, 'caller' | 'place' | 'triggerId'>,
): Promise<void> {
  if (triggerId === null) return offerSettings(surface, caller, place);
  const title = SETTINGS[localeOf(surface, caller)].title;
  await openPrepared(surface, { caller, triggerId, title, what: SETTINGS_FORM }, async () => {
    const { person, isGuest, locale } = await readerOf(surface, caller);
    if (person === null || isGuest)
      return endView(SETTINGS[locale].title, refusalMarkup({ code: 'guest' }, locale), [], locale);
    return settingsView(person, locale);
  });
}

async function offerSettings(surface: Surface, caller: Caller, place: Place): Promise<void> {
  const { locale } = await readerOf(surface, caller);
  const words = SETTINGS[locale];
  const text = { type: 'plain_text' as const, text: words.open };
  await tell(surface, caller, place, {
    text: words.byButton,
    blocks: [section(words.byButton), ...row([{ type: 'button', action_id: SETTINGS_BUTTON, text }])],
  });
}

/** Saves what was chosen and says what comes next. */
export const submitSettings = (surface: Surface, caller: Caller, view: ViewPayload): Promise<Response> =>
  answerSubmission(
    surface,
    {
      caller,
      view,
      what: SETTINGS_FORM,
      title: (locale) => SETTINGS[locale].title,
      submit: (locale) => MODALS[locale].save,
    },
    async () => {
      const { person, locale } = await readerOf(surface, caller);
      const habits = readSettings(view.state.values, person?.habits ?? DEFAULT_HABITS);
      const refusal = await surface.desk.chooseHabits(caller.workspace, caller.person, habits);
      const said =
        refusal === null
          ? await nextWords(surface, caller, habits, person?.zone ?? 'UTC', locale)
          : refusalMarkup(refusal, locale);
      return { response_action: 'update', view: endView(SETTINGS[locale].title, said, [], locale) };
    },
  );

async function nextWords(
  surface: Surface,
  caller: Caller,
  habits: Parameters<Surface['desk']['nextBriefings']>[2],
  zone: string,
  locale: Locale,
): Promise<string> {
  const words = SETTINGS[locale];
  const next = await surface.desk.nextBriefings(caller.workspace, caller.person, habits);
  const lines = next.map(({ kind, dueAt }) => words.next[kind](readerTime(dueAt, zone, locale)));
  const isOff = habits.morningAt === null && !habits.beforeWindow;
  const [otherwise] = lines.length > 0 ? [] : [isOff ? words.nothing : words.notStarted];
  return [words.saved, ...lines, otherwise].filter(Boolean).join('\n');
}
