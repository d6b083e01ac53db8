import type { CaseNumber } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusals.ts';

/** What a request is answered; kept under the request's key, so that a repeat hears the same. */
export type Answer =
  | { readonly ok: true; readonly number: CaseNumber }
  | { readonly ok: false; readonly refusal: Refusal };
