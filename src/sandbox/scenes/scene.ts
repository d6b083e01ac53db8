import type { OpenRequest } from '../../desk/desk.ts';
import type { CaseCommand } from '../../domain/commands.ts';
import type { CaseNumber } from '../../domain/ids.ts';
import type { MarketplaceCode } from '../../domain/marketplaces.ts';
import type { Instant } from '../../domain/time.ts';

/** What somebody opens a case about; what is left out is usual. */
export type Opening = Pick<OpenRequest, 'category' | 'subjects' | 'problem'> & Partial<OpenRequest>;

/** A store as the set-up asks for it; whoever is left out is nobody in particular. */
export interface StoreOf {
  readonly name: string;
  readonly marketplaces: readonly MarketplaceCode[];
  readonly keeper?: string;
  readonly cover?: string;
  readonly submitters?: readonly string[];
}

export interface TeamOf {
  readonly stores: readonly StoreOf[];
  readonly leads: readonly string[];
  readonly reviewers: readonly string[];
}

/** People who live through a scene. Each step is a command of the product; a refusal throws. */
export interface Team {
  /** Turns the clock there; all that is due on the way happens. */
  readonly at: (iso: string) => Promise<void>;
  /** The set-up, as a lead goes through it. */
  readonly setUp: (by: string, team: TeamOf) => Promise<void>;
  /** From now on people are written to directly. */
  readonly start: (by: string) => Promise<void>;
  /** A list of live cases, a line each, as `/case import` takes it. */
  readonly bringIn: (person: string, lines: readonly string[]) => Promise<void>;
  /** Days as `2026-10-01`, on the person's own calendar. */
  readonly away: (person: string, from: string, to: string, cover: string | null) => Promise<void>;
  readonly open: (person: string, what: Opening) => Promise<CaseNumber>;
  readonly act: (person: string, number: CaseNumber, command: CaseCommand) => Promise<void>;
  /** Text in the channel's language. */
  readonly say: (en: string, zh: string) => string;
}

/** The same people with Slack at hand. */
export interface TeamInSlack extends Team {
  /** Types into #cases, such as `/case list`, waits for its effect, and puts away what only that person was told. */
  readonly type: (person: string, text: string) => Promise<void>;
}

/** A world to begin with. To add one: a file beside this one, and its name in `all.ts`. */
export interface Scene {
  readonly name: string;
  /** Where its clock starts; null for now. */
  readonly startAt: Instant | null;
  /** False where nobody has chosen a channel for cases yet. */
  readonly isSetUp?: false;
  /**
   * Lived through before the product runs, by its own desk without a job queue: for hundreds of cases, which would
   * take minutes otherwise. All that falls due happens at its instant; nobody can type.
   */
  readonly past?: (team: Team) => Promise<void>;
  /** Lived through with the whole product running. */
  readonly story?: (team: TeamInSlack) => Promise<void>;
}

/** `2026-10-23T22:40+08:00` as an instant. */
export function instantOf(iso: string): Instant {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant)) throw new Error(`Not a time: ${iso}`);
  return instant;
}
