import type { CategoryKey } from './categories.ts';
import type { Subject } from './identifiers.ts';
import type { CaseNumber, ChannelId, PersonId, StoreId, WorkspaceId } from './ids.ts';
import type { MarketplaceCode } from './marketplaces.ts';
import type { Instant } from './time.ts';

/** The event that a schedule hangs on: its place in the case's history, and when it happened. */
export interface Anchor {
  readonly seq: number;
  readonly at: Instant;
}

/** What Amazon gave us: a support Case ID, or the reference of another door (appeal, claim, portal). */
export type AmazonReference =
  | { readonly kind: 'case_id'; readonly id: string }
  | { readonly kind: 'door'; readonly text: string };

/** What we wait for while it is Amazon's turn. */
export interface Waiting {
  /** The submission, our last note, or Amazon's last holding answer. */
  readonly from: Anchor;
  readonly basis: 'submission' | 'note' | 'holding_answer';
  /** A date that Amazon named since the submission; it overrides Docket's own arithmetic. */
  readonly promisedAt: Instant | null;
  /** Notes added at Amazon since the submission or its last answer. */
  readonly notes: number;
  /** Docket asked since `from`; somebody looked into Seller Central and found nothing. */
  readonly checked: Anchor | null;
}

/** Where the case stands, with what belongs to that place only. `since` is the event that brought it there. */
export type Phase =
  | { readonly status: 'preparing'; readonly since: Anchor }
  | { readonly status: 'in_review'; readonly since: Anchor; readonly reviewer: PersonId }
  | { readonly status: 'ready'; readonly since: Anchor }
  | {
      readonly status: 'awaiting_amazon';
      readonly since: Anchor;
      readonly submitted: Anchor;
      readonly waiting: Waiting;
    }
  | { readonly status: 'action_needed'; readonly since: Anchor }
  | { readonly status: 'resolved'; readonly since: Anchor }
  | { readonly status: 'closed'; readonly since: Anchor }
  | { readonly status: 'withdrawn'; readonly since: Anchor; readonly why: string };

export type Status = Phase['status'];
export type PhaseOf<S extends Status> = Extract<Phase, { status: S }>;

/** Where a deadline comes from; shown beside it, because a default must not look like Amazon's word. */
export type DeadlineSource = 'notice' | 'amazon_page' | 'team_default';

export interface Deadline {
  readonly at: Instant;
  readonly source: DeadlineSource;
  readonly set: Anchor;
  /** True once we submitted in answer to it: nothing counts down any more. */
  readonly met: boolean;
}

/** An offered hand-over; until it is accepted the giver owns the case. */
export interface Offer {
  readonly from: PersonId;
  readonly to: PersonId;
  readonly note: string;
  readonly made: Anchor;
}

export interface Snooze {
  readonly set: Anchor;
  readonly until: Instant;
  readonly why: string;
  /** When it came back; null while it sleeps. */
  readonly endedAt: Instant | null;
}

export interface Store {
  readonly id: StoreId;
  readonly name: string;
}

/** One problem that the team takes to Amazon. A value: `evolve` makes the next one. */
export interface Case {
  readonly workspace: WorkspaceId;
  readonly number: CaseNumber;
  /** How many events made it; a commit names the version that it loaded. */
  readonly version: number;
  readonly channel: ChannelId;
  readonly store: Store;
  readonly marketplace: MarketplaceCode;
  readonly category: CategoryKey;
  readonly subjects: readonly Subject[];
  /** Edited by a person, or null: then it is made from identifier, category and store. */
  readonly summary: string | null;
  /** What happened, in the opener's words. */
  readonly problem: string;
  /** The English text for Amazon, ready to copy; empty until somebody writes it. */
  readonly message: string;
  readonly opened: Anchor;
  readonly openedBy: PersonId;
  readonly owner: PersonId | null;
  /** The event since which this owner has the case; null while nobody does. */
  readonly ownedSince: Anchor | null;
  /** Set where it came from a list of live cases; what was overdue then rings nobody. */
  readonly imported?: Anchor;
  /** The event since which nobody owns the case; null while somebody does. */
  readonly unownedSince: Anchor | null;
  readonly offer: Offer | null;
  readonly phase: Phase;
  readonly reference: AmazonReference | null;
  readonly deadline: Deadline | null;
  readonly snooze: Snooze | null;
  /** Cases whose subjects this one shares on purpose, with the written reason. */
  readonly different: { readonly because: string; readonly from: readonly CaseNumber[] } | null;
  /** Support for its store answers within an hour; as it was when the case was opened. */
  readonly premium?: true;
  /** The review that passed since the message was last changed; absent where nobody looked. */
  readonly reviewed?: Anchor | null;
  /** Whether whoever has it, or a lead, has done anything with it since they got it. */
  readonly takenUp?: boolean;
  /** Timer keys that have fired, and when: a fired key is never planned again. */
  readonly fired: Readonly<Record<string, Instant>>;
}

/** True until a person closed or withdrew it; open cases hold their claims. */
export const isOpen = (c: Case): boolean => c.phase.status !== 'closed' && c.phase.status !== 'withdrawn';

/** True while a snooze holds back everything but deadlines. */
export const isSnoozed = (c: Case): boolean => c.snooze !== null && c.snooze.endedAt === null;

/** Whose turn it is, as the status table of the design says. */
export type Turn = 'owner' | 'reviewer' | 'amazon' | 'nobody';

const TURNS: Readonly<Record<Status, Turn>> = {
  preparing: 'owner',
  in_review: 'reviewer',
  ready: 'owner',
  awaiting_amazon: 'amazon',
  action_needed: 'owner',
  resolved: 'owner',
  closed: 'nobody',
  withdrawn: 'nobody',
};

export const turnOf = (status: Status): Turn => TURNS[status];
