import type { KnownBlock, ModalView } from '@slack/types';
import { type CheckedRow, readyRows } from '../../desk/import/list.ts';
import type { Locale } from '../../domain/locale.ts';
import { IMPORT } from '../../i18n/import.ts';
import { MODALS } from '../../i18n/modals.ts';
import { context, section } from '../blocks/text.ts';
import {
  choiceField,
  fileField,
  modal,
  option,
  personField,
  textField,
  tickField,
} from '../modals/pieces.ts';
import { type Findings, findingsBlocks } from './findings.ts';
import { FIELD, IMPORT_FORM, whoField } from './ids.ts';
import type { ImportMeta } from './meta.ts';

/** Everything that the form shows. */
export interface ImportForm {
  readonly locale: Locale;
  readonly meta: ImportMeta;
  readonly text: string;
  readonly dayFirst: boolean;
  /** Null before the first check. */
  readonly findings: Findings | null;
  /** One sentence above all, where the list as a whole can't be taken. */
  readonly banner: string | null;
  /** False where Slack lets the app read no files: a form that asks for one would not open. */
  readonly mayRead: boolean;
}

/**
 * One form for list, findings and questions: the list stays in its input, so nothing is lost by a restart, wrong
 * lines are changed on the spot, and sending the same list again brings in what was shown.
 */
export function importView({
  locale,
  meta,
  text,
  dayFirst,
  findings,
  banner,
  mayRead,
}: ImportForm): ModalView {
  const words = IMPORT[locale];
  const ready = readyRows(findings?.rows ?? []);
  return modal({
    title: words.title,
    submit: ready.length > 0 ? words.apply(ready.length) : words.check,
    close: MODALS[locale].cancel,
    callback: IMPORT_FORM,
    metadata: JSON.stringify(meta),
    blocks: [
      ...(banner === null ? [] : [section(banner)]),
      ...(findings === null ? [section(words.intro)] : findingsBlocks(findings, locale)),
      ...(findings === null ? [] : questions(findings, meta, dayFirst, locale)),
      textField({
        id: FIELD.text,
        label: words.text,
        hint: words.textHint,
        placeholder: words.placeholder,
        multiline: true,
        optional: true,
        initial: text,
      }),
      mayRead
        ? fileField({
            id: FIELD.file,
            label: meta.file === null ? words.file : `${words.file} (${meta.file.name})`,
            hint: words.fileHint,
            filetypes: ['csv', 'txt'],
            optional: true,
          })
        : context(words.fileScope),
    ],
  });
}

/** What only the person can say; each is asked where a line needs it. */
function questions(
  { rows }: Findings,
  { names }: ImportMeta,
  dayFirst: boolean,
  locale: Locale,
): KnownBlock[] {
  const words = IMPORT[locale];
  const ready = readyRows(rows);
  const unowned = ready.filter(({ row }) => row.owner === null).length;
  return [
    ...(dayFirst || rows.some(isUnclear)
      ? [
          choiceField({ id: FIELD.dates, label: words.dates, chosen: dayFirst ? 'day' : 'month' }, [
            option(words.monthFirst, 'month'),
            option(words.dayFirst, 'day'),
          ]),
        ]
      : []),
    ...names.map((name, place) =>
      personField({ id: whoField(place), label: words.who(name), hint: words.whoHint, optional: true }),
    ),
    ...(unowned > 0 || names.length > 0
      ? [
          personField({
            id: FIELD.owner,
            label: words.owner(unowned),
            ...(names.length > 0 ? { hint: words.ownerHint } : {}),
            optional: true,
          }),
          tickField({ id: FIELD.unowned, label: words.unowned }, option(words.unownedOption, 'yes')),
        ]
      : []),
  ];
}

/** True where day and month of a line's date could be either. */
const isUnclear = (row: CheckedRow): boolean =>
  (row.kind === 'row' && row.remarks.some(({ code }) => code === 'date_ambiguous')) ||
  (row.kind === 'bad' && row.problems.some((one) => one.code === 'date_future' && one.or !== null));
