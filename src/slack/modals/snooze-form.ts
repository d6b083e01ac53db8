import { addDays, localDate, toInstant } from '../../domain/local-time.ts';
import type { Instant } from '../../domain/time.ts';
import { MODALS } from '../../i18n/modals.ts';
import { refusalText } from '../../i18n/refusals.ts';
import { ACTIONS } from '../action-ids.ts';
import type { CaseForm } from './case-form.ts';
import { textField, timeField } from './pieces.ts';
import { instantIn, textIn } from './typed.ts';

const UNTIL = 'until';
const WHY = 'why';

/** Nine in the morning of the next day on the person's own wall. */
export const tomorrowMorning = (now: Instant, zone: string): Instant =>
  toInstant(addDays(localDate(now, zone), 1), { hour: 9, minute: 0 }, zone);

export const snoozeForm: CaseForm = {
  id: ACTIONS.snooze,
  asks: { type: 'snooze', until: 0, why: '' },
  title: (locale) => MODALS[locale].snooze.title,
  submit: (locale) => MODALS[locale].save,
  draw: ({ locale, now, zone }) => {
    const words = MODALS[locale].snooze;
    return [
      timeField({ id: UNTIL, label: words.until, initial: tomorrowMorning(now, zone) }),
      textField({ id: WHY, label: words.why, hint: words.hint, multiline: true }),
    ];
  },
  read: (values, { locale }) => {
    const until = instantIn(values, UNTIL);
    const why = textIn(values, WHY);
    const empty = refusalText({ code: 'empty', field: 'why' }, locale, { names: String });
    if (until !== null && why) return { ok: true, commands: [{ type: 'snooze', until, why }] };
    return {
      ok: false,
      errors: {
        ...(until === null ? { [UNTIL]: MODALS[locale].problems.timeMissing } : {}),
        ...(why ? {} : { [WHY]: empty }),
      },
    };
  },
  fieldOf: ({ code }) =>
    code === 'time_past' || code === 'time_far' ? UNTIL : code === 'empty' ? WHY : null,
};
