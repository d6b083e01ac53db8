import type { PlanKind } from '../../domain/briefings/plan.ts';
import type { CaseNumber, PersonId, WorkspaceId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { SendState } from './outbox.ts';
import type { PeopleWake } from './wake.ts';

/** `cover`: whoever stands in for somebody from today on is told what that is. */
export type BriefKind = PlanKind | 'cover';

/** What is known of a message before it is sent; what it says is read from the cases just before. */
export interface BriefContent {
  /** Cases that it told of. */
  readonly cases: readonly CaseNumber[];
  /** The cases of its store check, which keep their place in it. */
  readonly checks: readonly CaseNumber[];
  /** Of `cover`: for whom. */
  readonly away: PersonId | null;
}

export interface NewBrief {
  readonly person: PersonId;
  /** Unique in its workspace; travels in the message's metadata. */
  readonly key: string;
  readonly kind: BriefKind;
  readonly content: BriefContent;
  readonly dueAt: Instant;
}

export interface BriefRow extends NewBrief {
  readonly id: number;
  readonly state: SendState;
  readonly attempts: number;
}

export interface SentBrief extends NewBrief {
  readonly ts: string;
  readonly sentAt: Instant;
}

/** Direct messages that belong to no single case. The outbox's rules: claims carry a fence. */
export interface Briefs {
  /** Does nothing where the key is there already. */
  add(workspace: WorkspaceId, briefs: readonly NewBrief[]): Promise<void>;
  /** All that is not finished, oldest first. */
  pending(workspace: WorkspaceId, person: PersonId): Promise<readonly BriefRow[]>;
  /** With what it is about to say; null if it waits no longer. */
  claim(workspace: WorkspaceId, id: number, content: BriefContent, at: Instant): Promise<number | null>;
  sent(workspace: WorkspaceId, id: number, fence: number, ts: string, at: Instant): Promise<void>;
  /** Back to waiting. */
  later(workspace: WorkspaceId, id: number, fence: number, notBefore: Instant): Promise<void>;
  parked(workspace: WorkspaceId, id: number, fence: number, reason: string): Promise<void>;
  /** Not before an instant; who holds it goes on holding it. */
  putOff(workspace: WorkspaceId, id: number, until: Instant): Promise<void>;
  /** There is nothing to say, or somebody else is to be told: it is never sent. */
  obsolete(workspace: WorkspaceId, ids: readonly number[]): Promise<void>;
  /** The last message of a kind that somebody got. */
  latest(workspace: WorkspaceId, person: PersonId, kind: BriefKind): Promise<SentBrief | null>;
  /** Whether somebody was told of a case since an instant. */
  told(workspace: WorkspaceId, person: PersonId, number: CaseNumber, since: Instant): Promise<boolean>;
  /** People with something to send before an instant, or held since before `staleBefore`. */
  due(before: Instant, staleBefore: Instant, limit: number): Promise<readonly PeopleWake[]>;
}
