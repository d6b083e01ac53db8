import type { CaseEvent } from '../../domain/events.ts';
import type { CaseNumber, PersonId, WorkspaceId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';

/** A step of a case, as the audit trail has it. */
export interface Happening {
  readonly case: CaseNumber;
  readonly type: CaseEvent['type'];
  readonly at: Instant;
  readonly by: PersonId | null;
}

/** Reads what happened; nothing is decided from it. */
export interface Happenings {
  /** Oldest first, `from` included, `to` not. */
  between(workspace: WorkspaceId, from: Instant, to: Instant): Promise<readonly Happening[]>;
}
