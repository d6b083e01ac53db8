import { personId } from '../../domain/ids.ts';
import { MODALS } from '../../i18n/modals.ts';
import { ACTIONS } from '../action-ids.ts';
import type { CaseForm } from './case-form.ts';
import { personField } from './pieces.ts';
import { personIn } from './typed.ts';

const WHO = 'who';

export const askReviewForm: CaseForm = {
  id: ACTIONS.askReview,
  asks: { type: 'ask_review', reviewer: personId('') },
  obstacle: (c) => (c.message.trim() ? null : { code: 'no_message', number: c.number }),
  title: (locale) => MODALS[locale].askReview.title,
  submit: (locale) => MODALS[locale].askReview.title,
  draw: ({ locale }) => {
    const words = MODALS[locale].askReview;
    return [personField({ id: WHO, label: words.who, hint: words.hint })];
  },
  read: (values, { locale }) => {
    const reviewer = personIn(values, WHO);
    if (reviewer === null) return { ok: false, errors: { [WHO]: MODALS[locale].problems.personMissing } };
    return { ok: true, commands: [{ type: 'ask_review', reviewer }] };
  },
  fieldOf: ({ code }) => (code === 'own_review' || code === 'not_a_member' ? WHO : null),
};
