import type { CaseNumber, PersonId, WorkspaceId } from '../../domain/ids.ts';
import type { Notice } from '../../domain/notices.ts';
import type { Instant } from '../../domain/time.ts';

/** The posts of one case, delivered one after the other: its card first, then what belongs in the thread. */
export interface Lane {
  readonly workspaceId: WorkspaceId;
  readonly case: CaseNumber;
}

/** The card: one wanted version, latest wins. */
export interface CardRow {
  readonly channel: string;
  readonly ts: string | null;
  readonly wanted: number;
  readonly posted: number;
  readonly state: SendState;
  /** Counts the claims so far. */
  readonly fence: number;
}

/** `parked` is what could not be sent and is not tried again; it is kept and reported. */
export type SendState =
  | { readonly kind: 'waiting'; readonly notBefore: Instant; readonly attempts: number }
  | { readonly kind: 'sending'; readonly since: Instant; readonly fence: number }
  | { readonly kind: 'parked'; readonly reason: string };

export interface OutboxRow {
  readonly id: number;
  readonly notice: Notice;
  readonly state: SendState;
  /** The key of the message that carries it, once one was attempted. */
  readonly messageKey: string | null;
  readonly createdAt: Instant;
  /** When it should stand there: at once, or where somebody slept, in the morning. */
  readonly dueAt: Instant;
  readonly attempts: number;
}

export interface LaneState {
  readonly card: CardRow | null;
  /** All that is not finished, oldest first. */
  readonly rows: readonly OutboxRow[];
}

/** Everything that Docket still has to say. Claims carry a fence: a late mark of an older claim does nothing. */
export interface Outbox {
  lane(lane: Lane): Promise<LaneState>;

  /** Null if somebody claimed the card since its `fence` was read: what was read is true no longer. */
  claimCard(lane: Lane, fence: number, at: Instant): Promise<number | null>;
  cardSent(lane: Lane, fence: number, ts: string, version: number): Promise<void>;
  /** Back to waiting; `notBefore` says until when. */
  cardLater(lane: Lane, fence: number, notBefore: Instant): Promise<void>;
  cardParked(lane: Lane, fence: number, reason: string): Promise<void>;

  /** Claims waiting rows for one message; null if one of them waits no longer. */
  claimRows(lane: Lane, ids: readonly number[], messageKey: string, at: Instant): Promise<number | null>;
  rowsSent(
    lane: Lane,
    ids: readonly number[],
    fence: number,
    ts: string,
    /** Whose mentions of the day this message counts among. */
    counted: readonly PersonId[],
    at: Instant,
  ): Promise<void>;
  /** Back to waiting: what held it up makes it late. */
  rowsLater(lane: Lane, ids: readonly number[], fence: number, notBefore: Instant): Promise<void>;
  rowsParked(lane: Lane, ids: readonly number[], fence: number, reason: string): Promise<void>;
  /** Moves rows that nobody holds to a later instant (quiet hours); they are not late before that. */
  defer(lane: Lane, ids: readonly number[], notBefore: Instant): Promise<void>;
  /** The cause is gone: they are never sent. */
  obsolete(lane: Lane, ids: readonly number[]): Promise<void>;

  /** How often a person was mentioned since an instant. */
  mentionsSince(workspace: WorkspaceId, person: PersonId, since: Instant): Promise<number>;
  /** Lanes with something to do before an instant, or held since before `staleBefore`. */
  lanesDue(
    before: Instant,
    staleBefore: Instant,
    limit: number,
  ): Promise<readonly (Lane & { readonly notBefore: Instant })[]>;
}
