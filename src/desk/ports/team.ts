import type { ChannelId, PersonId, WorkspaceId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Absence, Habits, StoreProfile } from '../../domain/team.ts';
import type { Instant } from '../../domain/time.ts';
import type { Person } from './people.ts';

/** What a workspace chose in its set-up; null where it has not chosen (then the environment's default counts). */
export interface WorkspaceChoices {
  readonly caseChannel: ChannelId | null;
  readonly locale: Locale | null;
  readonly zone: string | null;
  /** Whoever sets Docket up, once somebody does. */
  readonly installer: PersonId | null;
  /** When somebody pressed *Start*: before, nobody but the installer is written to directly. */
  readonly startedAt: Instant | null;
}

/** The team and its stores: who is who, who is there, and what the workspace chose. */
export interface Team {
  choices(workspace: WorkspaceId): Promise<WorkspaceChoices>;
  choose(workspace: WorkspaceId, choices: WorkspaceChoices): Promise<void>;

  /** In the order of their names. */
  stores(workspace: WorkspaceId): Promise<readonly StoreProfile[]>;
  /** Replaces everything of a store but its id. */
  saveStore(workspace: WorkspaceId, profile: StoreProfile): Promise<void>;

  /** Everybody whom Docket knows, guests left out. */
  people(workspace: WorkspaceId): Promise<readonly Person[]>;
  setReviewers(workspace: WorkspaceId, ids: readonly PersonId[]): Promise<void>;
  /** The holiday calendar that somebody's office keeps; null: that of their zone. */
  setOffice(workspace: WorkspaceId, person: PersonId, office: string | null): Promise<void>;
  setHabits(workspace: WorkspaceId, person: PersonId, habits: Habits): Promise<void>;
  /** Replaces what overlaps. */
  addAbsence(workspace: WorkspaceId, person: PersonId, absence: Absence): Promise<void>;
  /** Ends or takes back every absence that is not over yet at a date: the person is here again. */
  endAbsences(workspace: WorkspaceId, person: PersonId, from: Absence['from']): Promise<void>;
}
