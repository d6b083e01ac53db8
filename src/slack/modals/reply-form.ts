import type { KnownBlock } from '@slack/types';
import type { ReplyMeaning } from '../../domain/events.ts';
import type { Locale } from '../../domain/locale.ts';
import { MODALS } from '../../i18n/modals.ts';
import { refusalText } from '../../i18n/refusals.ts';
import { TERMS } from '../../i18n/terms.ts';
import { ACTIONS, type ActionId } from '../action-ids.ts';
import { section } from '../blocks/text.ts';
import type { CaseForm } from './case-form.ts';
import { choiceField, option, textField, timeField } from './pieces.ts';
import { chosenIn, instantIn, textIn } from './typed.ts';

/** Choosing the meaning draws the form again: only a holding answer has a promised date. */
export const MEANING = 'reply.meaning';
export const REPLY_TEXT = 'text';
export const PROMISED = 'promised';
const DEADLINE = 'deadline';

const MEANINGS: readonly ReplyMeaning[] = ['needs_us', 'holding', 'solved', 'refused'];

export const meaningOf = (raw: string | null): ReplyMeaning | null =>
  MEANINGS.find((meaning) => meaning === raw) ?? null;

export function replyBlocks(
  id: ActionId,
  meaning: ReplyMeaning | null,
  locale: Locale,
  initial = '',
): KnownBlock[] {
  const words = MODALS[locale].reply;
  return [
    ...(id === ACTIONS.checkClosed ? [section(words.closedAdvice)] : []),
    choiceField(
      { id: MEANING, label: words.meaning, chosen: meaning, dispatch: true },
      MEANINGS.map((one) => option(TERMS[locale].meanings[one], one)),
    ),
    ...(meaning === 'holding'
      ? [
          timeField({
            id: PROMISED,
            label: words.promised,
            hint: words.promisedHint,
            initial: null,
            optional: true,
          }),
        ]
      : []),
    textField({
      id: REPLY_TEXT,
      label: words.text,
      hint: words.textHint,
      initial,
      multiline: true,
      optional: true,
    }),
    timeField({ id: DEADLINE, label: words.deadline, initial: null, optional: true }),
  ];
}

const replyForm = (id: ActionId): CaseForm => ({
  id,
  asks: { type: 'record_reply', meaning: 'holding', text: '', promisedAt: null, deadlineAt: null },
  title: (locale) => MODALS[locale].reply.title,
  submit: (locale) => MODALS[locale].save,
  draw: ({ locale, text }) => replyBlocks(id, null, locale, text),
  read: (values, { locale, now }) => {
    const meaning = meaningOf(chosenIn(values, MEANING));
    if (meaning === null) return { ok: false, errors: { [MEANING]: MODALS[locale].problems.meaningMissing } };
    const promisedAt = meaning === 'holding' ? instantIn(values, PROMISED) : null;
    const deadlineAt = instantIn(values, DEADLINE);
    const past = refusalText({ code: 'time_past' }, locale, { names: String });
    const errors = {
      ...(promisedAt !== null && promisedAt <= now ? { [PROMISED]: past } : {}),
      ...(deadlineAt !== null && deadlineAt <= now ? { [DEADLINE]: past } : {}),
    };
    if (Object.keys(errors).length > 0) return { ok: false, errors };
    const text = textIn(values, REPLY_TEXT);
    return { ok: true, commands: [{ type: 'record_reply', meaning, text, promisedAt, deadlineAt }] };
  },
  // Both dates are checked above; what passes between the check and the decision is told as the form's end.
  fieldOf: () => null,
});

export const repliedForm = replyForm(ACTIONS.replied);
export const checkAnsweredForm = replyForm(ACTIONS.checkAnswered);
export const checkClosedForm = replyForm(ACTIONS.checkClosed);
