import { askReviewForm } from '../modals/ask-review-form.ts';
import { returnReviewForm } from '../modals/text-forms.ts';
import { asking } from './ask.ts';
import { directly } from './direct.ts';

/** A second pair of eyes before Amazon reads it. */
export const askReview = asking(askReviewForm);
export const passReview = directly({ type: 'pass_review' });
export const returnReview = asking(returnReviewForm);
