import type { CaseNumber, WorkspaceId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';

/** A timer that is due, or soon will be. */
export interface WakeTimer {
  readonly workspaceId: WorkspaceId;
  readonly case: CaseNumber;
  readonly key: string;
  readonly dueAt: Instant;
}

/** A case that has something to say; its posts are delivered in order by one job. */
export interface OutboxWake {
  readonly workspaceId: WorkspaceId;
  readonly case: CaseNumber;
  readonly notBefore: Instant;
}

/**
 * Asks the scheduler to come back. A hint, never a promise: the truth is in Postgres, and the next sweep finds
 * what a lost hint named. So it never throws and never waits long, and nobody waits for it before an ack.
 */
export interface Wake {
  timers(due: readonly WakeTimer[]): Promise<void>;
  outbox(lanes: readonly OutboxWake[]): Promise<void>;
}
