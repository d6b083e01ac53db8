import { CATEGORIES, isSupportCase } from '../../domain/categories.ts';
import { MODALS } from '../../i18n/modals.ts';
import { ACTIONS } from '../action-ids.ts';
import { readReference } from './amazon-reference.ts';
import { type CaseForm, shownOf } from './case-form.ts';
import { choiceField, option, textField } from './pieces.ts';
import { chosenIn, textIn } from './typed.ts';

const KIND = 'kind';
const REFERENCE = 'reference';

/** Asks for the Case ID, or for what the other door gave instead. */
export const submittedForm: CaseForm = {
  id: ACTIONS.submitted,
  asks: { type: 'submit', reference: { kind: 'door', text: '' } },
  title: (locale) => MODALS[locale].submitted.title,
  submit: (locale) => MODALS[locale].save,
  draw: ({ locale, view }) => {
    const words = MODALS[locale].submitted;
    const { category, reference } = view.case;
    const usual = isSupportCase(CATEGORIES[category].door) ? 'case_id' : 'door';
    return [
      choiceField({ id: KIND, label: words.kind, chosen: reference?.kind ?? usual }, [
        option(words.caseId, 'case_id'),
        option(words.door, 'door'),
      ]),
      textField({
        id: REFERENCE,
        label: words.reference,
        hint: words.hint,
        // A pasted mail may have lines; Enter must not send the form either.
        multiline: true,
        initial: shownOf(view).reference ?? '',
      }),
    ];
  },
  read: (values, { locale }) => {
    const kind = chosenIn(values, KIND) === 'door' ? 'door' : 'case_id';
    const given = readReference(kind, textIn(values, REFERENCE), locale);
    if (!given.ok) return { ok: false, errors: { [REFERENCE]: given.problem } };
    return { ok: true, commands: [{ type: 'submit', reference: given.reference }] };
  },
  fieldOf: ({ code }) => (code === 'case_id_taken' || code === 'empty' ? REFERENCE : null),
};
