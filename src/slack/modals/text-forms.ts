import type { CaseCommand } from '../../domain/commands.ts';
import type { Locale } from '../../domain/locale.ts';
import { MODALS, type ModalWords } from '../../i18n/modals.ts';
import { refusalText } from '../../i18n/refusals.ts';
import { TERMS } from '../../i18n/terms.ts';
import { ACTIONS, type ActionId } from '../action-ids.ts';
import type { CaseForm } from './case-form.ts';
import { textField } from './pieces.ts';
import { textIn } from './typed.ts';

const TEXT = 'text';

interface TextForm {
  readonly id: ActionId;
  readonly words: (words: ModalWords) => {
    readonly title: string;
    readonly label: string;
    readonly hint?: string;
  };
  readonly submit: (locale: Locale) => string;
  readonly optional?: boolean;
  readonly empty: 'text' | 'why';
  readonly command: (text: string) => CaseCommand;
  readonly obstacle?: NonNullable<CaseForm['obstacle']>;
}

/** One question, one field. */
const textForm = ({ id, words, submit, optional = false, empty, command, obstacle }: TextForm): CaseForm => ({
  id,
  asks: command(''),
  ...(obstacle ? { obstacle } : {}),
  title: (locale) => words(MODALS[locale]).title,
  submit,
  draw: ({ locale }) => {
    const { label, hint } = words(MODALS[locale]);
    return [textField({ id: TEXT, label, hint, optional, multiline: true })];
  },
  read: (values, { locale }) => {
    const text = textIn(values, TEXT);
    if (text || optional) return { ok: true, commands: [command(text)] };
    const problem = refusalText({ code: 'empty', field: empty }, locale, { names: String });
    return { ok: false, errors: { [TEXT]: problem } };
  },
  fieldOf: ({ code }) => (code === 'empty' ? TEXT : null),
});

export const noteForm = textForm({
  id: ACTIONS.note,
  words: ({ note }) => ({ title: note.title, label: note.text }),
  submit: (locale) => MODALS[locale].save,
  empty: 'text',
  command: (text) => ({ type: 'note', text }),
});

export const declineForm = textForm({
  id: ACTIONS.declineOffer,
  words: ({ decline }) => ({ title: decline.title, label: decline.why }),
  submit: (locale) => TERMS[locale].buttons.declineOffer,
  optional: true,
  empty: 'why',
  command: (why) => ({ type: 'decline_offer', why }),
  obstacle: (c) => (c.offer ? null : { code: 'no_offer', number: c.number }),
});

export const returnReviewForm = textForm({
  id: ACTIONS.returnReview,
  words: ({ returnReview }) => ({ title: returnReview.title, label: returnReview.why }),
  submit: (locale) => MODALS[locale].save,
  empty: 'why',
  command: (why) => ({ type: 'return_review', why }),
});

export const reopenForm = textForm({
  id: ACTIONS.reopen,
  words: ({ reopen }) => ({ title: reopen.title, label: reopen.why }),
  submit: (locale) => TERMS[locale].buttons.reopen,
  empty: 'why',
  command: (why) => ({ type: 'reopen', why }),
});

export const withdrawForm = textForm({
  id: ACTIONS.withdraw,
  words: ({ withdraw }) => ({ title: withdraw.title, label: withdraw.why, hint: withdraw.hint }),
  submit: (locale) => TERMS[locale].buttons.withdraw,
  empty: 'why',
  command: (why) => ({ type: 'withdraw', why }),
});
