import { handOverForm } from '../modals/hand-over-form.ts';
import { declineForm } from '../modals/text-forms.ts';
import { asking } from './ask.ts';
import { directly } from './direct.ts';

/** Who has the case. */
export const take = directly({ type: 'take' });
export const acceptOffer = directly({ type: 'accept_offer' });
export const handOver = asking(handOverForm);
export const declineOffer = asking(declineForm);
