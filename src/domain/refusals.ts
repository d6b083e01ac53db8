import type { Status } from './case.ts';
import type { CommandType } from './commands.ts';
import type { CaseNumber, PersonId } from './ids.ts';
import type { LocalDate } from './local-time.ts';
import type { Instant } from './time.ts';

/** A case that stands in the way, with what a person needs to go there. */
export interface Rival {
  readonly number: CaseNumber;
  readonly owner: PersonId | null;
  readonly status: Status;
  /** The shared subjects, as people write them. */
  readonly shared: readonly string[];
  readonly closedAt: Instant | null;
}

/** Why Docket says no. A value, never an exception; the surface words it and says what to do next. */
export type Refusal =
  | { readonly code: 'unknown_case'; readonly number: number }
  | { readonly code: 'guest' }
  | { readonly code: 'no_channel' }
  | { readonly code: 'not_lead'; readonly leads: readonly PersonId[] }
  | { readonly code: 'not_yours'; readonly number: CaseNumber; readonly owner: PersonId | null }
  | { readonly code: 'already_owned'; readonly number: CaseNumber; readonly owner: PersonId }
  | { readonly code: 'yours_already'; readonly number: CaseNumber }
  | {
      readonly code: 'wrong_status';
      readonly number: CaseNumber;
      readonly status: Status;
      readonly asked: CommandType;
    }
  | { readonly code: 'duplicate'; readonly rivals: readonly Rival[] }
  | { readonly code: 'recently_closed'; readonly rivals: readonly Rival[] }
  | { readonly code: 'case_id_taken'; readonly number: CaseNumber; readonly caseId: string }
  | { readonly code: 'no_offer'; readonly number: CaseNumber }
  | { readonly code: 'offer_for_other'; readonly number: CaseNumber; readonly to: PersonId }
  | { readonly code: 'to_oneself'; readonly number: CaseNumber }
  | { readonly code: 'not_a_member'; readonly person: PersonId }
  | { readonly code: 'own_review'; readonly number: CaseNumber }
  | { readonly code: 'not_reviewer'; readonly number: CaseNumber; readonly reviewer: PersonId }
  | { readonly code: 'no_message'; readonly number: CaseNumber }
  | { readonly code: 'empty'; readonly field: 'text' | 'why' | 'reference' }
  | { readonly code: 'no_subject' }
  | { readonly code: 'time_past' }
  | { readonly code: 'time_far'; readonly days: number }
  | { readonly code: 'dates_unknown' }
  | { readonly code: 'dates_backwards' }
  | { readonly code: 'dates_long' }
  | { readonly code: 'cover_self' }
  /** Whoever is to cover is away then too; `to` is null where nobody knows until when. */
  | {
      readonly code: 'cover_away';
      readonly person: PersonId;
      readonly from: LocalDate;
      readonly to: LocalDate | null;
    }
  | { readonly code: 'review_needed'; readonly number: CaseNumber }
  | { readonly code: 'too_busy' };

export type RefusalCode = Refusal['code'];
