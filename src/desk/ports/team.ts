import type { ChannelId, PersonId, StoreId, WorkspaceId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import type { SetupStep } from '../../domain/setup/steps.ts';
import type { Absence, Habits, StoreProfile } from '../../domain/team.ts';
import type { Instant } from '../../domain/time.ts';
import type { Person } from './people.ts';

/** A message that is sent once for all: where it is on its way. `fence` counts the tries, one sender each. */
export type OnceSent =
  | { readonly kind: 'sending'; readonly to: string; readonly since: Instant; readonly fence: number }
  | { readonly kind: 'sent'; readonly to: string; readonly ts: string }
  /** For good; nobody is told another way. */
  | { readonly kind: 'refused'; readonly to: string };

/** What a workspace chose in its set-up; null where it has not chosen (then the environment's default counts). */
export interface WorkspaceChoices {
  readonly caseChannel: ChannelId | null;
  readonly locale: Locale | null;
  readonly zone: string | null;
  /** Whoever sets Docket up, once somebody does. */
  readonly installer: PersonId | null;
  /** When somebody pressed *Start*: before, nobody but the installer is written to directly. */
  readonly startedAt: Instant | null;
  /** What somebody saved or left out. */
  readonly steps?: Readonly<Partial<Record<SetupStep, 'done' | 'skipped'>>>;
  /** The message to whoever sets Docket up. */
  readonly greeting?: OnceSent | null;
  /** The note in the case channel that Docket is on. */
  readonly started?: OnceSent | null;
}

/** `changed`: it is no longer what was shown. `name_taken`: another store's name reads the same. */
export type StoreSaved = 'saved' | 'changed' | 'name_taken' | 'gone';

/** The team and its stores: who is who, who is there, and what the workspace chose. */
export interface Team {
  choices(workspace: WorkspaceId): Promise<WorkspaceChoices>;
  /** Of every workspace that chose anything. */
  everyChoice(): Promise<ReadonlyMap<WorkspaceId, WorkspaceChoices>>;
  /** False, and nothing is written, where they are no longer what was shown. */
  choose(workspace: WorkspaceId, choices: WorkspaceChoices, shown?: WorkspaceChoices): Promise<boolean>;

  /** In the order of their names. */
  stores(workspace: WorkspaceId): Promise<readonly StoreProfile[]>;
  store(workspace: WorkspaceId, id: StoreId): Promise<StoreProfile | null>;
  /** Replaces everything of a store but its id, unless it is no longer what was shown. */
  saveStore(workspace: WorkspaceId, profile: StoreProfile, shown?: StoreProfile): Promise<StoreSaved>;

  /** Everybody whom Docket knows, guests left out. */
  people(workspace: WorkspaceId): Promise<readonly Person[]>;
  /** Exactly these of the people whom Docket knows. */
  setLeads(workspace: WorkspaceId, ids: readonly PersonId[]): Promise<void>;
  setReviewers(workspace: WorkspaceId, ids: readonly PersonId[]): Promise<void>;
  /** The holiday calendar that somebody's office keeps; null: that of their zone. */
  setOffice(workspace: WorkspaceId, person: PersonId, office: string | null): Promise<void>;
  setHabits(workspace: WorkspaceId, person: PersonId, habits: Habits): Promise<void>;
  /** Replaces what overlaps. */
  addAbsence(workspace: WorkspaceId, person: PersonId, absence: Absence): Promise<void>;
  /** Ends or takes back every absence that is not over yet at a date: the person is here again. */
  endAbsences(workspace: WorkspaceId, person: PersonId, from: Absence['from']): Promise<void>;
}
