import type { Status } from '../case.ts';
import type { CategoryKey } from '../categories.ts';
import type { ParsedCaseId, Subject } from '../identifiers.ts';
import type { PersonId } from '../ids.ts';
import type { LocalDate } from '../local-time.ts';
import type { MarketplaceCode } from '../marketplaces.ts';

/** A line of a list, split into its cells. `line` counts from 1 and is where it begins. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What reading a list needs to know of the workspace. */
export interface Known {
  readonly stores: readonly { readonly name: string; readonly marketplaces: readonly MarketplaceCode[] }[];
  readonly people: readonly { readonly id: PersonId; readonly name: string }[];
  /** The importer's own day. */
  readonly today: LocalDate;
  readonly dayFirst: boolean;
  /** Who is meant by a name that nobody, or more than one, has; by the folded name. */
  readonly called: ReadonlyMap<string, PersonId>;
}

/** Where a live case may stand; a reviewer is never known, so what is in review is prepared again. */
export type ImportStatus = Exclude<Status, 'in_review' | 'closed' | 'withdrawn'>;

/** One case to bring in. */
export interface ImportRow {
  readonly storeName: string;
  readonly marketplace: MarketplaceCode;
  readonly category: CategoryKey;
  /** Never empty: a case without any identifier is about its own Case ID, so that it is claimed all the same. */
  readonly subjects: readonly Subject[];
  readonly caseId: string | null;
  /** Null: the list names nobody, or somebody whom we could not find (`calledOwner`). */
  readonly owner: PersonId | null;
  readonly calledOwner: string | null;
  /** When it was submitted, or last answered; null where the list does not say. */
  readonly date: LocalDate | null;
  readonly status: ImportStatus;
  readonly note: string;
}

/** Why a line can't be brought in as it stands. */
export type RowProblem =
  | { readonly code: 'case_id'; readonly text: string; readonly reason: CaseIdReason }
  | { readonly code: 'no_subject' }
  | { readonly code: 'identifier'; readonly text: string; readonly isNumber: boolean }
  | { readonly code: 'store_missing' }
  | { readonly code: 'store_unknown'; readonly text: string; readonly nearest: string | null }
  | { readonly code: 'marketplace_unknown'; readonly text: string }
  | {
      readonly code: 'marketplace_missing';
      readonly store: string;
      readonly among: readonly MarketplaceCode[];
    }
  | { readonly code: 'date_unknown'; readonly text: string }
  | { readonly code: 'date_future'; readonly date: LocalDate; readonly or: LocalDate | null };

export type CaseIdReason = Extract<ParsedCaseId, { kind: 'problem' }>['reason'] | 'shortened_by_excel';

/** What a line is brought in with, although it should be looked at. */
export type Remark =
  | { readonly code: 'date_ambiguous'; readonly date: LocalDate; readonly or: LocalDate }
  | { readonly code: 'date_missing' }
  | { readonly code: 'status_unknown'; readonly text: string }
  | { readonly code: 'category_unknown'; readonly text: string }
  | { readonly code: 'no_reviewer' }
  | { readonly code: 'store_new'; readonly store: string };

/** A line as it was understood. `over`: closed at Amazon, so there is nothing to follow up. */
export type ReadRow = { readonly line: number; readonly text: string } & (
  | { readonly kind: 'row'; readonly row: ImportRow; readonly remarks: readonly Remark[] }
  | { readonly kind: 'bad'; readonly problems: readonly [RowProblem, ...RowProblem[]] }
  | { readonly kind: 'over' }
);
