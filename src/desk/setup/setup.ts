import type { ChannelId, PersonId, StoreId, WorkspaceId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { SetupStep } from '../../domain/setup/steps.ts';
import type { ListedStore } from '../../domain/setup/stores-list.ts';
import type { StoreProfile } from '../../domain/team.ts';
import type { SetupPreview, SetupView } from '../views/setup-view.ts';

/** Who sets up, and where. */
export interface By {
  readonly workspace: WorkspaceId;
  readonly person: PersonId;
}

/** Why something of the set-up was not saved; nothing is half done. */
export type SetupProblem =
  | Refusal
  /** Somebody else changed it since it was shown. */
  | { readonly code: 'changed' }
  | { readonly code: 'store_taken'; readonly name: string };

export type Saved<T = unknown> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly problem: SetupProblem };

export interface ChannelChoice {
  readonly channel: ChannelId;
  readonly locale: Locale;
  readonly zone: string;
}

/** A store as a form has it; without an id it is a new one. */
export type StoreDraft = Omit<StoreProfile, 'store'> & { readonly id: StoreId | null; readonly name: string };

export interface Roles {
  readonly leads: readonly PersonId[];
  readonly reviewers: readonly PersonId[];
  /** Those whose people are named here too. */
  readonly stores: readonly StoreProfile[];
}

/**
 * How a workspace is set up. Only leads change it, and whoever was asked to; anybody while there is no lead.
 * `shown` is what the person saw: what somebody else changed meanwhile is not written over.
 */
export interface SetupDesk {
  view(workspace: WorkspaceId): Promise<SetupView>;
  preview(workspace: WorkspaceId): Promise<SetupPreview>;
  /** Null where somebody may change it. */
  whyNot(by: By): Promise<Refusal | null>;
  /** Whether Docket is not on yet, and somebody may change that. */
  isOpenFor(by: By): Promise<boolean>;
  /** False where the environment named the channel, or nobody did. */
  isChannelChosen(workspace: WorkspaceId): Promise<boolean>;
  chooseChannel(by: By, choice: ChannelChoice, shown: ChannelChoice | null): Promise<Saved>;
  /** Makes those that are new, and adds marketplaces to those that are known. */
  addStores(by: By, list: readonly ListedStore[]): Promise<Saved<{ added: number; known: number }>>;
  saveStore(by: By, draft: StoreDraft, shown: StoreProfile | null): Promise<Saved>;
  nameRoles(by: By, roles: Roles, shown: Roles): Promise<Saved>;
  skip(by: By, step: SetupStep): Promise<Saved>;
  /** `already`: somebody did before, and nothing changed. */
  start(by: By): Promise<Saved<{ already: boolean }>>;
}
