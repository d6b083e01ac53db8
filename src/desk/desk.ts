import type { Store } from '../domain/case.ts';
import type { CaseCommand, OpenCase } from '../domain/commands.ts';
import type { CaseNumber, ChannelId, PersonId, WorkspaceId } from '../domain/ids.ts';
import type { MarketplaceCode } from '../domain/marketplaces.ts';
import type { Refusal, Rival } from '../domain/refusals.ts';
import type { Absence, Habits } from '../domain/team.ts';
import type { Instant } from '../domain/time.ts';
import type { Answer } from './answer.ts';
import type { AwayAnswer } from './away/away-answer.ts';
import type { NextBriefing, StandingBriefing } from './briefings/desk-briefings.ts';
import type { BroughtIn, CaseList, ListCheck } from './import/list.ts';
import type { Person } from './ports/people.ts';
import type { SetupDesk } from './setup/setup.ts';
import type { CaseView, ThreadRef } from './views/case-view.ts';
import type { HomeView } from './views/home-view.ts';

/** Who asks, where, and the key under which Slack may ask the same again. */
export interface Request {
  readonly workspace: WorkspaceId;
  readonly person: PersonId;
  /** One per thing that a person did, however often Slack delivers it; the answer is kept under it. */
  readonly key: string;
}

/** What stands in the way of opening a case about these things. */
export interface Rivals {
  readonly open: readonly Rival[];
  readonly recentlyClosed: readonly Rival[];
}

/** `OpenCase` without what the desk knows itself. The store is found or made by its name. */
export type OpenRequest = Omit<OpenCase, 'type' | 'channel' | 'store' | 'owner' | 'premium'> & {
  readonly storeName: string;
};

/** The application: what people (through any surface) and timers may ask. */
export interface Desk {
  open(request: Request, what: OpenRequest): Promise<Answer>;
  act(request: Request, number: CaseNumber, command: CaseCommand): Promise<Answer>;
  /** Makes somebody a lead: any lead may, and anybody while the workspace has none. */
  makeLead(request: Request, who: PersonId): Promise<{ ok: true } | { ok: false; refusal: Refusal }>;
  /** What a list of live cases would bring in, line by line; changes nothing. */
  checkList(request: Omit<Request, 'key'>, list: CaseList): Promise<ListCheck>;
  /** Brings in what of it is ready and not there yet. Doing it again finds everything there. */
  bringIn(
    request: Omit<Request, 'key'>,
    list: CaseList,
    fallback: { readonly owner: PersonId | null },
  ): Promise<BroughtIn>;

  /** Notes days on which whoever asks is not at work; what falls due goes to their cover meanwhile. */
  goAway(request: Request, absence: Absence): Promise<AwayAnswer>;
  /** They are here again. */
  comeBack(request: Request): Promise<AwayAnswer>;

  /** Whose thread it is; null where it is no case's. */
  caseOfThread(workspace: WorkspaceId, thread: ThreadRef): Promise<CaseNumber | null>;
  view(workspace: WorkspaceId, number: CaseNumber): Promise<CaseView | null>;
  /** Open cases, the ones that are due soonest first; of one person where `owner` is given. */
  list(workspace: WorkspaceId, owner?: PersonId): Promise<readonly CaseView[]>;
  /** Cases by number, Case ID, identifier or words, open ones first; at most 20. */
  find(workspace: WorkspaceId, text: string): Promise<readonly CaseView[]>;
  rivals(
    workspace: WorkspaceId,
    about: { storeName: string } & Pick<OpenCase, 'category' | 'subjects'>,
  ): Promise<Rivals>;
  /** Each store with each of its marketplaces, in the order of their names. */
  stores(workspace: WorkspaceId): Promise<readonly { store: Store; marketplace: MarketplaceCode }[]>;
  readonly setup: SetupDesk;
  person(workspace: WorkspaceId, id: PersonId): Promise<Person | null>;
  /** Whether somebody keeps the store of a case, and so may say what Amazon shows of it. */
  keeps(workspace: WorkspaceId, person: PersonId, number: CaseNumber): Promise<boolean>;
  /** Today's morning briefing of somebody as it should look now; null where they got none. */
  todaysBriefing(workspace: WorkspaceId, person: PersonId): Promise<StandingBriefing | null>;
  /** What is somebody's now; null for guests and whoever Slack does not know. */
  home(workspace: WorkspaceId, person: PersonId): Promise<HomeView | null>;
  /** Null, or why not. */
  chooseHabits(workspace: WorkspaceId, person: PersonId, habits: Habits): Promise<Refusal | null>;
  /** What comes next for somebody under these habits; nothing before the team has started. */
  nextBriefings(workspace: WorkspaceId, person: PersonId, habits: Habits): Promise<readonly NextBriefing[]>;
  /** Where cases of this workspace are posted; null until somebody chose it. */
  caseChannel(workspace: WorkspaceId): Promise<ChannelId | null>;
  now(): Instant;
}
