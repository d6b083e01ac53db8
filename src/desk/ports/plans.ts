import type { PlanKind, PlannedBriefing } from '../../domain/briefings/plan.ts';
import type { PersonId, WorkspaceId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { NewBrief } from './briefs.ts';
import type { PeopleWake } from './wake.ts';

/** The next step of one kind for one person. Rows stay for ever, because their steps count on. */
export interface PlanRow {
  readonly person: PersonId;
  readonly kind: PlanKind;
  /** Counted from 1; the key of what is told is person + kind + step. */
  readonly step: number;
  /** Steps up to here are past: they were told, or lay before the plan was made. */
  readonly since: Instant;
  /** Null while it rests: not wanted, away, or no part in the team's cases. */
  readonly next: PlannedBriefing | null;
}

/** What people are told regularly: when each of them is next. */
export interface Plans {
  /** Workspaces in which somebody pressed *Start*. */
  started(): Promise<readonly { readonly workspace: WorkspaceId; readonly at: Instant }[]>;
  /** Whoever takes part: owners, keepers, covers, submitters, default owners, leads, reviewers. */
  participants(workspace: WorkspaceId): Promise<readonly PersonId[]>;
  rows(workspace: WorkspaceId, person?: PersonId): Promise<readonly PlanRow[]>;
  /** Makes rows, and moves those that still stand at the step and time that were read. */
  arrange(
    workspace: WorkspaceId,
    changes: readonly { readonly was: PlanRow | null; readonly now: PlanRow }[],
  ): Promise<void>;
  /**
   * Claims a step: what is to be told and the step after it are written with it, or nothing is. False for a
   * twin: somebody fired it before, or moved it.
   */
  fire(
    workspace: WorkspaceId,
    was: PlanRow,
    brief: NewBrief,
    next: Pick<PlanRow, 'since' | 'next'>,
  ): Promise<boolean>;
  /** Steps due before an instant, soonest first. */
  due(before: Instant, limit: number): Promise<readonly PeopleWake[]>;
}
