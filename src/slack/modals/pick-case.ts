import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { CaseView } from '../../desk/views/case-view.ts';
import { foldWidth, parseIdentifiers, type Subject } from '../../domain/identifiers.ts';
import { type CaseNumber, caseNumber } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import { MODALS } from '../../i18n/modals.ts';
import { refusalText } from '../../i18n/refusals.ts';
import { SHORTCUT_WORDS } from '../../i18n/shortcuts.ts';
import { summaryOf } from '../blocks/naming.ts';
import type { InputValues } from '../payloads.ts';
import { plainText } from '../plain-text.ts';
import type { Errors } from './case-form.ts';
import { identifierError } from './identifier-problems.ts';
import { modal, option, selectField, textField } from './pieces.ts';
import { chosenIn, textIn } from './typed.ts';

/** The form that takes a message to a case: its callback id. */
export const PICK_FORM = 'shortcut.pick';
export const PICK = {
  chosen: 'pick.case',
  number: 'pick.number',
  text: 'pick.text',
  identifiers: 'pick.identifiers',
} as const;

/** What a message is for: a note, or Amazon's answer. */
const purpose = z.enum(['add', 'replied']);
export type Purpose = z.output<typeof purpose>;

const metaSchema = z.object({
  purpose,
  channel: z.string().nullable(),
  threadTs: z.string().nullable(),
});
export type PickMeta = z.output<typeof metaSchema>;

/** @throws where the metadata is not ours: nobody else writes it. */
export const readPickMeta = (metadata: string): PickMeta => metaSchema.parse(JSON.parse(metadata));

export interface PickForm {
  readonly meta: PickMeta;
  /** The likeliest first. */
  readonly cases: readonly CaseView[];
  readonly chosen: CaseNumber | null;
  readonly text: string;
  /** One to a line. */
  readonly identifiers: string;
  readonly locale: Locale;
}

/** Slack's limit for a menu. */
const MOST_OPTIONS = 100;

export const pickTitle = (of: Purpose, locale: Locale): string =>
  of === 'add' ? SHORTCUT_WORDS[locale].addTitle : SHORTCUT_WORDS[locale].repliedTitle;
export const pickSubmit = (of: Purpose, locale: Locale): string =>
  of === 'add' ? SHORTCUT_WORDS[locale].add : SHORTCUT_WORDS[locale].next;

export function pickCaseView({ meta, cases, chosen, text, identifiers, locale }: PickForm): ModalView {
  const words = SHORTCUT_WORDS[locale];
  const isNote = meta.purpose === 'add';
  const menu: KnownBlock[] =
    cases.length === 0
      ? []
      : [
          selectField(
            {
              id: PICK.chosen,
              label: words.which,
              placeholder: words.choose,
              chosen: chosen === null ? null : String(chosen),
              optional: true,
            },
            cases
              .slice(0, MOST_OPTIONS)
              .map(({ case: c }) =>
                option(plainText(`#${c.number} · ${summaryOf(c, locale)}`), String(c.number)),
              ),
          ),
        ];
  return modal({
    title: pickTitle(meta.purpose, locale),
    submit: pickSubmit(meta.purpose, locale),
    close: MODALS[locale].cancel,
    callback: PICK_FORM,
    metadata: JSON.stringify(meta),
    blocks: [
      ...menu,
      textField({ id: PICK.number, label: words.number, hint: words.numberHint, max: 20, optional: true }),
      textField({
        id: PICK.text,
        label: isNote ? words.note : words.answer,
        initial: text,
        multiline: true,
        optional: !isNote,
      }),
      ...(isNote
        ? [
            textField({
              id: PICK.identifiers,
              label: words.identifiers,
              hint: words.identifiersHint,
              initial: identifiers,
              multiline: true,
              optional: true,
            }),
          ]
        : []),
    ],
  });
}

export interface Picked {
  readonly number: CaseNumber;
  /** Where a problem with the case is told. */
  readonly field: string;
  readonly text: string;
  readonly subjects: readonly Subject[];
}

/** A number that was written outweighs the menu, which may have been filled in before. */
export function readPick(
  values: InputValues,
  of: Purpose,
  locale: Locale,
): { readonly ok: true; readonly picked: Picked } | { readonly ok: false; readonly errors: Errors } {
  const words = SHORTCUT_WORDS[locale];
  const typed = foldWidth(textIn(values, PICK.number)).trim();
  const number = /^#?\s*(\d{1,9})$/.exec(typed)?.[1] ?? (typed === '' ? chosenIn(values, PICK.chosen) : null);
  const field = typed === '' && PICK.chosen in values ? PICK.chosen : PICK.number;
  const text = textIn(values, PICK.text);
  const { subjects, problems } = parseIdentifiers(textIn(values, PICK.identifiers));
  const wrong = identifierError(problems, locale);
  const empty = refusalText({ code: 'empty', field: 'text' }, locale, { names: String });
  const errors: Errors = {
    ...(number === null ? { [field]: typed === '' ? words.whichMissing : words.numberWrong } : {}),
    ...(of === 'add' && !text ? { [PICK.text]: empty } : {}),
    ...(wrong === null ? {} : { [PICK.identifiers]: wrong }),
  };
  if (number === null || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, picked: { number: caseNumber(Number(number)), field, text, subjects } };
}
