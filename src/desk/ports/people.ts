import type { PersonId, WorkspaceId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Absence, Habits, Vacation } from '../../domain/team.ts';

/** What Slack says of a colleague. */
export interface Profile {
  readonly id: PersonId;
  readonly name: string;
  /** IANA zone; never an offset, which a season would make wrong. */
  readonly zone: string;
  readonly locale: Locale;
  /** Guests, bots and people of other organisations may look, not act. */
  readonly isGuest: boolean;
  /** What Slack's status says of a holiday; null: nothing. */
  readonly vacation: Vacation | null;
}

export interface Person extends Profile {
  readonly isLead: boolean;
  /** Reads messages of others before they go to Amazon. */
  readonly isReviewer: boolean;
  /** The holiday calendar of their office, such as `CN`; null: that of their zone. */
  readonly office: string | null;
  readonly habits: Habits;
  /** Those that are not long over, soonest first. */
  readonly absences: readonly Absence[];
}

/** Asks Slack who somebody is. */
export interface Profiles {
  /** Null for somebody whom this workspace does not have. @throws where Slack can't be asked in time. */
  find(workspace: WorkspaceId, id: PersonId): Promise<Profile | null>;
  /** The workspace's admins and owners: the leads until somebody names others. */
  admins(workspace: WorkspaceId): Promise<readonly Profile[]>;
}

/** What Docket itself remembers of people: the last profile, and who is a lead. */
export interface Roster {
  recall(workspace: WorkspaceId, id: PersonId): Promise<Person | null>;
  remember(workspace: WorkspaceId, profiles: readonly Profile[]): Promise<void>;
  leads(workspace: WorkspaceId): Promise<readonly Person[]>;
  makeLeads(workspace: WorkspaceId, ids: readonly PersonId[]): Promise<void>;
}
