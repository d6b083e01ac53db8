import type { Refusal } from '../../domain/refusals.ts';

/** What somebody who goes away, or comes back, is told. */
export type AwayAnswer =
  | {
      readonly ok: true;
      /** Open ones that they own. */
      readonly cases: number;
      /** Whether there was an absence that this one replaces or ends. */
      readonly wasAway: boolean;
    }
  | { readonly ok: false; readonly refusal: Refusal };
