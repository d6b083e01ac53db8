import type { AmazonReference, Store } from './case.ts';
import type { CategoryKey } from './categories.ts';
import type { DeadlineFact, ReplyMeaning } from './events.ts';
import type { Subject } from './identifiers.ts';
import type { ChannelId, PersonId } from './ids.ts';
import type { MarketplaceCode } from './marketplaces.ts';
import type { Instant } from './time.ts';

/** Registers a case; the only command that has no case yet. */
export interface OpenCase {
  readonly type: 'open';
  readonly channel: ChannelId;
  readonly store: Store;
  readonly marketplace: MarketplaceCode;
  readonly category: CategoryKey;
  readonly subjects: readonly Subject[];
  readonly problem: string;
  readonly message: string;
  readonly deadline: DeadlineFact | null;
  /** "Different problem, because …"; empty when the person did not say so. */
  readonly different: string;
  /** Who has it from the start, where that is not whoever opens it. */
  readonly owner?: PersonId;
  readonly premium?: true;
}

/** What a person asks of a case that exists. */
export type CaseCommand =
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'add_subjects'; readonly subjects: readonly Subject[] }
  | { readonly type: 'edit'; readonly summary: string; readonly message: string }
  | { readonly type: 'set_deadline'; readonly at: Instant | null }
  | { readonly type: 'take' }
  | { readonly type: 'release' }
  | { readonly type: 'hand_over'; readonly to: PersonId; readonly note: string }
  | { readonly type: 'accept_offer' }
  | { readonly type: 'decline_offer'; readonly why: string }
  | { readonly type: 'ask_review'; readonly reviewer: PersonId }
  | { readonly type: 'pass_review' }
  | { readonly type: 'return_review'; readonly why: string }
  | { readonly type: 'make_ready' }
  | { readonly type: 'take_back' }
  | { readonly type: 'submit'; readonly reference: AmazonReference }
  | { readonly type: 'correct_reference'; readonly reference: AmazonReference }
  | { readonly type: 'check_nothing' }
  | { readonly type: 'send_note' }
  | {
      readonly type: 'record_reply';
      readonly meaning: ReplyMeaning;
      readonly text: string;
      readonly promisedAt: Instant | null;
      readonly deadlineAt: Instant | null;
    }
  | { readonly type: 'solve' }
  | { readonly type: 'close' }
  | { readonly type: 'reopen'; readonly why: string }
  | { readonly type: 'withdraw'; readonly why: string }
  | { readonly type: 'snooze'; readonly until: Instant; readonly why: string };

export type CommandType = CaseCommand['type'];

/** Who asks, with what deciding needs to know of them. */
export interface Actor {
  readonly id: PersonId;
  readonly isLead: boolean;
  /** Looks after the case's store, as its keeper or cover. */
  readonly keeps?: boolean;
  /** Stands in for the case's owner, who is away now. */
  readonly standsIn?: boolean;
  /** Stands in for whoever was asked to read the message. */
  readonly reads?: boolean;
  /** Can sign in at Amazon for the case's store. */
  readonly signsIn?: boolean;
}
