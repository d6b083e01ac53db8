import type { CaseCommand } from '../../domain/commands.ts';
import { ALLOWED } from '../../domain/decide/guards.ts';
import { parseIdentifiers } from '../../domain/identifiers.ts';
import { MODALS } from '../../i18n/modals.ts';
import { ACTIONS } from '../action-ids.ts';
import { readReference } from './amazon-reference.ts';
import { type CaseForm, shownOf } from './case-form.ts';
import { identifierError } from './identifier-problems.ts';
import { option, textField, tickField, timeField } from './pieces.ts';
import { instantIn, isTicked, textIn } from './typed.ts';

const SUMMARY = 'summary';
const MESSAGE = 'message';
const IDENTIFIERS = 'identifiers';
const DEADLINE = 'deadline';
const NO_DEADLINE = 'no_deadline';
const REFERENCE = { case_id: 'reference_case_id', door: 'reference_door' } as const;
const SUMMARY_LIMIT = 150;

/** Everything about a case that may be corrected; only what was changed becomes a command. */
export const editForm: CaseForm = {
  id: ACTIONS.edit,
  asks: { type: 'edit', summary: '', message: '' },
  title: (locale) => MODALS[locale].edit.title,
  submit: (locale) => MODALS[locale].save,
  draw: ({ locale, view }) => {
    const words = MODALS[locale].edit;
    const { summary, message, deadline, reference } = view.case;
    return [
      textField({
        id: SUMMARY,
        label: words.summary,
        hint: words.summaryHint,
        initial: summary ?? '',
        max: SUMMARY_LIMIT,
        optional: true,
      }),
      textField({ id: MESSAGE, label: words.message, initial: message, multiline: true, optional: true }),
      textField({ id: IDENTIFIERS, label: words.identifiers, multiline: true, optional: true }),
      // In every category: Amazon may set a date for any problem, and then the best time must not be waited for.
      timeField({ id: DEADLINE, label: words.deadline, initial: deadline?.at ?? null, optional: true }),
      ...(deadline
        ? [tickField({ id: NO_DEADLINE, label: words.deadline }, option(words.noDeadline, NO_DEADLINE))]
        : []),
      ...(reference && ALLOWED.correct_reference.includes(view.case.phase.status)
        ? [
            textField({
              id: REFERENCE[reference.kind],
              label: words.reference,
              initial: shownOf(view).reference ?? '',
            }),
          ]
        : []),
    ];
  },
  read: (values, { shown, locale }) => {
    const errors: Record<string, string> = {};
    const edit: CaseCommand = {
      type: 'edit',
      summary: textIn(values, SUMMARY),
      message: textIn(values, MESSAGE),
    };
    const commands: CaseCommand[] = [edit];

    const { subjects, problems } = parseIdentifiers(textIn(values, IDENTIFIERS));
    const wrong = identifierError(problems, locale);
    if (wrong) errors[IDENTIFIERS] = wrong;
    if (subjects.length > 0) commands.push({ type: 'add_subjects', subjects });

    const at = isTicked(values, NO_DEADLINE) ? null : instantIn(values, DEADLINE);
    if (minuteOf(at) !== minuteOf(shown.deadlineAt)) commands.push({ type: 'set_deadline', at });

    for (const kind of ['case_id', 'door'] as const) {
      const text = textIn(values, REFERENCE[kind]);
      if (!(REFERENCE[kind] in values) || text === shown.reference) continue;
      const given = readReference(kind, text, locale);
      if (given.ok) commands.push({ type: 'correct_reference', reference: given.reference });
      else errors[REFERENCE[kind]] = given.problem;
    }
    return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, commands };
  },
  fieldOf: (refusal) => {
    switch (refusal.code) {
      case 'duplicate':
        return IDENTIFIERS;
      case 'time_past':
        return DEADLINE;
      case 'case_id_taken':
        return REFERENCE.case_id;
      case 'empty':
        return REFERENCE.door;
      default:
        return null;
    }
  },
};

/** The picker knows minutes only: a deadline that nobody touched must not look changed. */
const minuteOf = (at: number | null): number | null => (at === null ? null : Math.floor(at / 60_000));
