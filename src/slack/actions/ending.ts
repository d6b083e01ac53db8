import { reopenForm, withdrawForm } from '../modals/text-forms.ts';
import { asking } from './ask.ts';
import { directly } from './direct.ts';

/** How a case ends, and how it comes back. */
export const solved = directly({ type: 'solve' });
export const closed = directly({ type: 'close' });
export const reopen = asking(reopenForm);
export const withdraw = asking(withdrawForm);
