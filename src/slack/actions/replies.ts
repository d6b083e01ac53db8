import { checkAnsweredForm, checkClosedForm, repliedForm } from '../modals/reply-form.ts';
import { asking } from './ask.ts';
import { directly } from './direct.ts';

/** What Seller Central shows, and what we did there. */
export const checkNothing = directly({ type: 'check_nothing' });
export const checkAnswered = asking(checkAnsweredForm);
export const checkClosed = asking(checkClosedForm);
export const replied = asking(repliedForm);
export const noteSent = directly({ type: 'send_note' });
