import type { AmazonReference, DeadlineSource, Store } from './case.ts';
import type { CategoryKey } from './categories.ts';
import type { Subject } from './identifiers.ts';
import type { CaseNumber, ChannelId, PersonId } from './ids.ts';
import type { ImportStatus } from './import/row.ts';
import type { MarketplaceCode } from './marketplaces.ts';
import type { Instant } from './time.ts';

/** What Amazon's answer means for us, as the person who read it says. */
export type ReplyMeaning = 'needs_us' | 'holding' | 'solved' | 'refused';

export interface DeadlineFact {
  readonly at: Instant;
  readonly source: DeadlineSource;
}

export interface Opened {
  readonly type: 'opened';
  readonly channel: ChannelId;
  readonly store: Store;
  readonly marketplace: MarketplaceCode;
  readonly category: CategoryKey;
  readonly subjects: readonly Subject[];
  readonly problem: string;
  readonly message: string;
  readonly deadline: DeadlineFact | null;
  readonly different: { readonly because: string; readonly from: readonly CaseNumber[] } | null;
  /** Who has it from the start, where that is not whoever opened it. */
  readonly owner?: PersonId;
  /** The store's support answers within an hour. */
  readonly premium?: true;
}

/** Follows `opened` in the same commit where a case was live at Amazon before Docket knew it. */
export interface Imported {
  readonly type: 'imported';
  readonly status: ImportStatus;
  readonly reference: AmazonReference | null;
  /** When it was submitted, as the list says: Amazon's time counts from then. */
  readonly submittedAt: Instant;
  readonly owner: PersonId | null;
}

/** Everything that can happen to a case. Past tense: a fact, never a wish. */
export type CaseEvent =
  | Opened
  | Imported
  | { readonly type: 'noted'; readonly text: string }
  | { readonly type: 'subjects_added'; readonly subjects: readonly Subject[] }
  | { readonly type: 'edited'; readonly summary: string | null; readonly message: string }
  | { readonly type: 'deadline_set'; readonly deadline: DeadlineFact | null }
  | { readonly type: 'taken' }
  | { readonly type: 'released' }
  | { readonly type: 'assigned'; readonly to: PersonId }
  | { readonly type: 'offered'; readonly to: PersonId; readonly note: string }
  | { readonly type: 'offer_accepted' }
  | { readonly type: 'offer_declined'; readonly why: string }
  | { readonly type: 'review_asked'; readonly reviewer: PersonId }
  | { readonly type: 'review_passed' }
  | { readonly type: 'review_returned'; readonly why: string }
  | { readonly type: 'made_ready' }
  | { readonly type: 'taken_back' }
  /** `unread`: a red case that no second person had looked at. */
  | { readonly type: 'submitted'; readonly reference: AmazonReference; readonly unread?: true }
  | { readonly type: 'reference_corrected'; readonly reference: AmazonReference }
  /** `early`: somebody looked before Docket asked, so the question is still to come. */
  | { readonly type: 'checked_nothing'; readonly early?: true }
  | { readonly type: 'note_sent' }
  | {
      readonly type: 'amazon_replied';
      readonly meaning: ReplyMeaning;
      readonly text: string;
      readonly promisedAt: Instant | null;
      readonly deadline: DeadlineFact | null;
    }
  | { readonly type: 'solved' }
  | { readonly type: 'closed_at_amazon' }
  | { readonly type: 'reopened'; readonly why: string }
  | { readonly type: 'withdrawn'; readonly why: string }
  | { readonly type: 'snoozed'; readonly until: Instant; readonly why: string }
  | { readonly type: 'timers_fired'; readonly keys: readonly string[] };

/** Raised when the shape of stored events changes; a reader of old rows can tell them apart. */
export const EVENT_SCHEMA = 1;

/** An event with its place in the history. `by` is null where Docket itself acted (a timer). */
export type Stamped<E extends CaseEvent = CaseEvent> = E & {
  readonly seq: number;
  readonly at: Instant;
  readonly by: PersonId | null;
};
