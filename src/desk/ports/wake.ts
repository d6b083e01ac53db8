import type { CaseNumber, PersonId, WorkspaceId } from '../../domain/ids.ts';
import { type Duration, type Instant, MINUTE } from '../../domain/time.ts';

/** A timer's row that is to be fired when it is due. */
export interface WakeTimer {
  readonly workspaceId: WorkspaceId;
  readonly case: CaseNumber;
  readonly key: string;
  readonly dueAt: Instant;
}

/** The lane of one case: all its pending posts are delivered in order by one job. */
export interface OutboxWake {
  readonly workspaceId: WorkspaceId;
  readonly case: CaseNumber;
  readonly notBefore: Instant;
}

/** Somebody for whom a briefing falls due or waits to be sent. */
export interface PeopleWake {
  readonly workspaceId: WorkspaceId;
  readonly person: PersonId;
  readonly at: Instant;
}

/** The queue holds what is due within this long; what lies further off waits for a later sweep. */
export const HORIZON: Duration = 10 * MINUTE;

/**
 * Tells the scheduler what there will be to do. Only a hint: they return soon, whatever the queue does, and
 * never reject; what is lost is found by the next sweep. Call them after the commit, never inside it.
 */
export interface Wake {
  timers(due: readonly WakeTimer[]): Promise<void>;
  outbox(lanes: readonly OutboxWake[]): Promise<void>;
  people(due: readonly PeopleWake[]): Promise<void>;
}
