import type { CaseNumber, PersonId } from '../../domain/ids.ts';
import type { ReadRow } from '../../domain/import/row.ts';
import type { Refusal } from '../../domain/refusals.ts';

/** A list of live cases as a person gave it, with what they said about it. */
export interface CaseList {
  readonly text: string;
  /** How 3/11/2026 is meant. */
  readonly dayFirst: boolean;
  /** Who is meant by a name that none, or more than one, of ours has. */
  readonly called: readonly { readonly name: string; readonly person: PersonId }[];
}

/** A line as it would be brought in, or why not. */
export type CheckedRow =
  | ReadRow
  | {
      readonly line: number;
      readonly text: string;
      readonly kind: 'there';
      /** The case that has it, or the earlier line that names the same. */
      readonly of: { readonly number: CaseNumber } | { readonly line: number };
      /** What both are about: a Case ID or an identifier. */
      readonly shared: string;
    };

export type ListCheck =
  | { readonly kind: 'checked'; readonly rows: readonly CheckedRow[] }
  | { readonly kind: 'too_many'; readonly count: number; readonly most: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What became of each line that was ready. */
export type BroughtIn =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'done';
      readonly created: readonly CaseNumber[];
      readonly already: readonly CaseNumber[];
      readonly failed: readonly { readonly line: number; readonly refusal: Refusal }[];
      readonly unowned: number;
    };

/** What it would be about, whatever of it is in the way. */
export const readyRows = (rows: readonly CheckedRow[]) =>
  rows.flatMap((row) => (row.kind === 'row' ? [row] : []));
