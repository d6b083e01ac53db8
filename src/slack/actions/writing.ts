import { editForm } from '../modals/edit-form.ts';
import { snoozeForm } from '../modals/snooze-form.ts';
import { noteForm } from '../modals/text-forms.ts';
import { asking } from './ask.ts';

/** What people write on a case. */
export const edit = asking(editForm);
export const note = asking(noteForm);
export const snooze = asking(snoozeForm);
