import { personId } from '../../domain/ids.ts';
import { MODALS } from '../../i18n/modals.ts';
import { ACTIONS } from '../action-ids.ts';
import type { CaseForm } from './case-form.ts';
import { choiceField, option, personField, textField } from './pieces.ts';
import { chosenIn, personIn, textIn } from './typed.ts';

const HOW = 'how';
const WHO = 'who';
const NOTE = 'note';
const RELEASE = 'release';

/** To a colleague, or to nobody for now. */
export const handOverForm: CaseForm = {
  id: ACTIONS.handOver,
  asks: { type: 'hand_over', to: personId(''), note: '' },
  title: (locale) => MODALS[locale].handOver.title,
  submit: (locale) => MODALS[locale].handOver.title,
  draw: ({ locale, view }) => {
    const words = MODALS[locale].handOver;
    const colleague = option(words.toColleague, 'colleague');
    const ways = view.case.owner === null ? [colleague] : [colleague, option(words.toNobody, RELEASE)];
    return [
      ...(ways.length > 1 ? [choiceField({ id: HOW, label: words.how, chosen: 'colleague' }, ways)] : []),
      // Optional for Slack, because releasing needs nobody; reading the form asks for a name where it is needed.
      personField({ id: WHO, label: words.who, hint: words.hint, optional: ways.length > 1 }),
      textField({ id: NOTE, label: words.note, multiline: true, optional: true }),
    ];
  },
  read: (values, { locale }) => {
    const note = textIn(values, NOTE);
    if (chosenIn(values, HOW) === RELEASE)
      return {
        ok: true,
        commands: [...(note ? [{ type: 'note', text: note } as const] : []), { type: 'release' }],
      };
    const to = personIn(values, WHO);
    if (to === null) return { ok: false, errors: { [WHO]: MODALS[locale].problems.personMissing } };
    return { ok: true, commands: [{ type: 'hand_over', to, note }] };
  },
  fieldOf: ({ code }) => (code === 'to_oneself' || code === 'not_a_member' ? WHO : null),
};
