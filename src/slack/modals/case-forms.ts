import { askReviewForm } from './ask-review-form.ts';
import type { CaseForm } from './case-form.ts';
import { editForm } from './edit-form.ts';
import { handOverForm } from './hand-over-form.ts';
import { checkAnsweredForm, checkClosedForm, repliedForm } from './reply-form.ts';
import { snoozeForm } from './snooze-form.ts';
import { submittedForm } from './submitted-form.ts';
import { declineForm, noteForm, reopenForm, returnReviewForm, withdrawForm } from './text-forms.ts';

/** Every form about a case; each gets a listener for its submission. */
export const CASE_FORMS: readonly CaseForm[] = [
  askReviewForm,
  checkAnsweredForm,
  checkClosedForm,
  declineForm,
  editForm,
  handOverForm,
  noteForm,
  repliedForm,
  reopenForm,
  returnReviewForm,
  snoozeForm,
  submittedForm,
  withdrawForm,
];
