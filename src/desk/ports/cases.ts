import type { Case, Store } from '../../domain/case.ts';
import type { Claim } from '../../domain/duplicates.ts';
import type { Stamped } from '../../domain/events.ts';
import type { CaseNumber, PersonId, StoreId, WorkspaceId } from '../../domain/ids.ts';
import type { MarketplaceCode } from '../../domain/marketplaces.ts';
import type { Notice } from '../../domain/notices.ts';
import type { Rival } from '../../domain/refusals.ts';
import type { Query } from '../../domain/search/terms.ts';
import type { Instant } from '../../domain/time.ts';
import type { PlannedTimer } from '../../domain/timers/plan.ts';
import type { Answer } from '../answer.ts';
import type { ThreadRef } from '../views/case-view.ts';

export interface LoadedCase {
  readonly case: Case;
  readonly timers: readonly PlannedTimer[];
  readonly thread: ThreadRef | null;
}

/** A change with all its consequences; they stand or fall together. */
export interface Commit {
  /** The version that was loaded; null for a new case. */
  readonly expected: number | null;
  readonly case: Case;
  readonly events: readonly Stamped[];
  /** The whole plan: rows are made, moved and removed until they match it. */
  readonly timers: readonly PlannedTimer[];
  /** All that the case holds from now on; empty once it is closed, null where that has not changed. */
  readonly claims: readonly Claim[] | null;
  readonly notices: readonly Notice[];
  /** Red: what is to be told of it comes before everything else. */
  readonly urgent: boolean;
  /** Null for a timer: its fired key is its receipt. */
  readonly receiptKey: string | null;
  readonly at: Instant;
}

/**
 * `committed`, or what stood in the way: another change came first, a subject or a Case ID is taken, or the
 * same request was answered already. After each of these the caller loads and decides again.
 */
export type CommitOutcome = 'committed' | 'version' | 'claim' | 'case_id' | 'receipt';

/** Which cases hold what a list names. */
export interface Holders {
  readonly caseIds: ReadonlyMap<string, CaseNumber>;
  readonly claims: readonly {
    readonly store: StoreId;
    readonly subject: string;
    readonly number: CaseNumber;
  }[];
}

/** The cases of all workspaces; every question names its workspace. */
export interface Cases {
  load(workspace: WorkspaceId, number: CaseNumber): Promise<LoadedCase | null>;
  /** The case whose card stands at the root of a thread. */
  ofThread(workspace: WorkspaceId, thread: ThreadRef): Promise<CaseNumber | null>;
  /** Open cases, the ones with the soonest timer first. */
  listOpen(workspace: WorkspaceId, owner: PersonId | null): Promise<readonly LoadedCase[]>;
  /** Cases that fit, open ones first, then the latest; at most 20. */
  find(workspace: WorkspaceId, query: Query): Promise<readonly LoadedCase[]>;
  /** Open cases that hold one of these subjects of the store, and those closed since an instant, latest first. */
  rivals(
    workspace: WorkspaceId,
    store: StoreId,
    subjects: readonly string[],
    since: Instant,
  ): Promise<{ readonly open: readonly Rival[]; readonly closed: readonly Rival[] }>;
  caseIdHolder(workspace: WorkspaceId, caseId: string): Promise<CaseNumber | null>;
  /** The same for many at once: Case IDs, and subjects of any store while their cases are open. */
  holders(workspace: WorkspaceId, caseIds: readonly string[], subjects: readonly string[]): Promise<Holders>;

  /**
   * Gives the case its number inside the transaction, so that numbers have no gaps. `commit` is what was
   * written, null if nothing was. */
  commitNew(
    workspace: WorkspaceId,
    build: (number: CaseNumber) => Commit,
  ): Promise<{ readonly outcome: CommitOutcome; readonly commit: Commit | null }>;
  commit(change: Commit): Promise<CommitOutcome>;
  /** Brings the rows in line with a plan that came out differently (a person moved to another zone). */
  replan(of: Case, timers: readonly PlannedTimer[]): Promise<void>;

  /** The answer that was given to a request before; null if it is new. */
  receipt(workspace: WorkspaceId, key: string): Promise<Answer | null>;
  /** Drops answers given before an instant: nobody repeats those requests any more. */
  forgetReceipts(before: Instant): Promise<void>;
  /** Keeps a refusal as the answer to a request; answers with what stands there in the end. */
  keepAnswer(workspace: WorkspaceId, key: string, answer: Answer, at: Instant): Promise<Answer>;

  stores(workspace: WorkspaceId): Promise<readonly { store: Store; marketplace: MarketplaceCode }[]>;
  /** Finds a store by name (case and outer spaces don't matter) without making it. */
  findStore(workspace: WorkspaceId, name: string): Promise<Store | null>;
  ensureStore(workspace: WorkspaceId, name: string, marketplace: MarketplaceCode): Promise<Store>;

  /** Timers that are due before an instant, the oldest first; so many of each workspace. */
  timersDue(
    before: Instant,
    perWorkspace: number,
  ): Promise<readonly { workspaceId: WorkspaceId; case: CaseNumber; key: string; dueAt: Instant }[]>;
}
