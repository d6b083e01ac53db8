import type { Opening } from '../../domain/calendar.ts';
import type { ChannelId, PersonId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import type { MarketplaceCode } from '../../domain/marketplaces.ts';
import type { SetupStep } from '../../domain/setup/steps.ts';
import type { StoreProfile } from '../../domain/team.ts';
import type { Instant } from '../../domain/time.ts';

/** How far the set-up of a workspace is. */
export interface SetupView {
  readonly channel: ChannelId | null;
  /** False where the environment named it. */
  readonly isChannelChosen: boolean;
  readonly locale: Locale;
  readonly zone: string;
  readonly steps: Readonly<Record<SetupStep, 'open' | 'done' | 'skipped'>>;
  /** The first that is open; null once all are done or left out. */
  readonly next: SetupStep | null;
  readonly stores: readonly StoreProfile[];
  readonly leads: readonly PersonId[];
  readonly reviewers: readonly PersonId[];
  readonly openCases: number;
  readonly startedAt: Instant | null;
}

/** What would happen after *Start*, without anything being sent. */
export interface SetupPreview {
  /** The next hours in which support answers fastest, or those that are open now. */
  readonly windows: readonly {
    readonly marketplaces: readonly MarketplaceCode[];
    readonly opening: Opening;
    readonly zone: string;
  }[];
  /** Each person's next of each kind, the soonest first; only what has something in it. */
  readonly briefings: readonly PreviewedBriefing[];
}

/** Somebody's next briefing, and how many cases of which sort it would name. */
export interface PreviewedBriefing {
  readonly person: PersonId;
  readonly at: Instant;
  readonly zone: string;
  readonly counts: {
    /** Of the store check. */
    readonly checks: number;
    readonly turns: number;
    /** Of a colleague who is away. */
    readonly covered: number;
    /** To submit, or to finish, for the hours that open next. */
    readonly forWindow: number;
    /** Whether it ends with the team's state. */
    readonly digest: boolean;
  };
}
