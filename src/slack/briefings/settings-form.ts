import type { ModalView } from '@slack/types';
import type { ClockTime } from '../../domain/local-time.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Habits } from '../../domain/team.ts';
import { MODALS } from '../../i18n/modals.ts';
import { SETTINGS } from '../../i18n/settings.ts';
import { cityOf } from '../../i18n/times.ts';
import { context } from '../blocks/text.ts';
import { choiceField, modal, option, selectField } from '../modals/pieces.ts';
import { chosenIn } from '../modals/typed.ts';
import type { InputValues } from '../payloads.ts';

export const SETTINGS_FORM = 'briefing.settings_form';

export const SETTING = { morning: 'morning', beforeWindow: 'before_window', digest: 'digest' } as const;

/** Waking hours only: Docket wakes nobody for a briefing. */
const TIMES = ['09:00', '09:30', '10:00', '10:30', '11:00', '12:00', '14:00', '16:00', '18:00'];
const OFF = 'off';

const written = ({ hour, minute }: ClockTime): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

function readTime(raw: string | null): ClockTime | null {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(raw ?? '') ?? [];
  return hour === undefined || minute === undefined ? null : { hour: Number(hour), minute: Number(minute) };
}

interface Reader {
  readonly habits: Habits;
  readonly zone: string;
  readonly isLead: boolean;
}

export function settingsView({ habits, zone, isLead }: Reader, locale: Locale): ModalView {
  const words = SETTINGS[locale];
  const chosen = habits.morningAt === null ? OFF : written(habits.morningAt);
  const times = [...new Set([...TIMES, ...(chosen === OFF ? [] : [chosen])])].sort();
  const yesOrNo = (id: string, label: string, is: boolean, hint?: string) =>
    choiceField({ id, label, hint, chosen: is ? 'yes' : 'no' }, [
      option(words.yes, 'yes'),
      option(words.no, 'no'),
    ]);
  return modal({
    title: words.title,
    submit: MODALS[locale].save,
    close: MODALS[locale].cancel,
    callback: SETTINGS_FORM,
    blocks: [
      context(words.clock(cityOf(zone, locale))),
      selectField({ id: SETTING.morning, label: words.morning, hint: words.morningHint, chosen }, [
        ...times.map((time) => option(time, time)),
        option(words.off, OFF),
      ]),
      yesOrNo(SETTING.beforeWindow, words.beforeWindow, habits.beforeWindow, words.beforeWindowHint),
      ...(isLead ? [yesOrNo(SETTING.digest, words.digest, habits.digest)] : []),
    ],
  });
}

/** What was chosen; what the form did not ask stays as it was. */
export function readSettings(values: InputValues, before: Habits): Habits {
  const yes = (id: string, otherwise: boolean): boolean => {
    const chosen = chosenIn(values, id);
    return chosen === null ? otherwise : chosen === 'yes';
  };
  return {
    morningAt: readTime(chosenIn(values, SETTING.morning)),
    beforeWindow: yes(SETTING.beforeWindow, before.beforeWindow),
    digest: yes(SETTING.digest, before.digest),
  };
}
