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
  /** Set where the channel refused it: who is told directly, and what Slack said. */
  readonly direct: { readonly person: PersonId; readonly code: string } | null;
}

/** Part of a message that stands in the thread and asked somebody to act. */
export interface StandingRow {
  readonly id: number;
  readonly notice: Notice;
  readonly ts: string;
  /** Once it is no longer due: when the message may be marked so. */
  readonly ending: { readonly notBefore: Instant } | null;
}

export interface LaneState {
  readonly card: CardRow | null;
  /** All that is not finished, oldest first. */
  readonly rows: readonly OutboxRow[];
  /** What was sent and still asks, oldest first. */
  readonly standing: readonly StandingRow[];
}

/** What may be done in a channel now; each has paces of its own. `look`: what became of an uncertain message. */
export type Work = 'post' | 'update' | 'look';

/** Everything that Docket still has to say. Claims carry a fence: a late mark of an older claim does nothing. */
export interface Outbox {
  lane(lane: Lane): Promise<LaneState>;

  /** Null if somebody claimed the card since its `fence` was read: what was read is true no longer. */
  claimCard(lane: Lane, fence: number, at: Instant): Promise<number | null>;
  cardSent(lane: Lane, fence: number, ts: string, version: number): Promise<void>;
  /** Back to waiting; `notBefore` says until when. */
  cardLater(lane: Lane, fence: number, notBefore: Instant): Promise<void>;
  cardParked(lane: Lane, fence: number, reason: string): Promise<void>;
  /** Somebody deleted the message: the case gets another one. Does nothing if another stands already. */
  cardGone(lane: Lane, ts: string): Promise<void>;

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
    /** Whether the message asks somebody to act, so that it is marked once that is no longer due. */
    asks: boolean,
  ): Promise<void>;
  /** Back to waiting: what held it up makes it late. */
  rowsLater(lane: Lane, ids: readonly number[], fence: number, notBefore: Instant): Promise<void>;
  rowsParked(lane: Lane, ids: readonly number[], fence: number, reason: string): Promise<void>;
  /**
   * The place refuses them for good: they are parked, and the same is to be told to a person directly, if any.
   * `fence` is null for rows that nobody claimed.
   */
  rowsAside(
    lane: Lane,
    ids: readonly number[],
    fence: number | null,
    person: PersonId | null,
    code: string,
    at: Instant,
  ): Promise<void>;
  /** Moves rows that nobody holds to a later instant (quiet hours); they are not late before that. */
  defer(lane: Lane, ids: readonly number[], notBefore: Instant): Promise<void>;
  /**
   * Nothing can be done for them now: they are passed over until an instant, and are no less late. Held ones stay
   * held. With null, all that the case has to say.
   */
  putOff(lane: Lane, ids: readonly number[] | null, until: Instant): Promise<void>;
  /** The cause is gone: they are never sent. */
  obsolete(lane: Lane, ids: readonly number[]): Promise<void>;

  /** Standing messages that are to be marked as no longer due, from an instant on. */
  ending(lane: Lane, ids: readonly number[], notBefore: Instant): Promise<void>;
  /** They are marked, or can't be. */
  ended(lane: Lane, ids: readonly number[]): Promise<void>;

  /** How often a person was mentioned since an instant. */
  mentionsSince(workspace: WorkspaceId, person: PersonId, since: Instant): Promise<number>;
  /** Where the messages of a case go; null if there is no such case. */
  channelOf(lane: Lane): Promise<string | null>;
  /**
   * The case of a channel whose turn it is now, among those with something to do, the first kind of work before
   * the next: each person's notices queue up behind each other, not in front of everybody else's; red ones come first.
   */
  next(
    workspace: WorkspaceId,
    channel: string,
    work: readonly Work[],
    now: Instant,
    staleBefore: Instant,
    except: readonly CaseNumber[],
  ): Promise<CaseNumber | null>;
  /** Lanes with something to do before an instant, or held since before `staleBefore`; so many of each channel. */
  lanesDue(
    before: Instant,
    staleBefore: Instant,
    perChannel: number,
  ): Promise<readonly (Lane & { readonly notBefore: Instant })[]>;
}
