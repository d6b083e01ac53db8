import type { Opening } from '../../domain/calendar.ts';
import type { CaseNumber, PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { CaseView } from './case-view.ts';

/** Why a case stands in somebody's briefing. */
export type LineReason =
  | 'your_turn'
  | 'stale'
  | 'deadline'
  | 'note_to_send'
  | 'review'
  | 'offer'
  | 'ready'
  | 'in_review'
  | 'preparing'
  | 'close_out'
  | 'covered';

export interface BriefingLine {
  readonly view: CaseView;
  readonly reason: LineReason;
}

/** What a look into Seller Central brought today; null while nobody looked. */
export type Looked = 'nothing' | 'answered' | 'closed' | null;

export interface CheckLine {
  readonly view: CaseView;
  readonly looked: Looked;
  /** Set where today is the day: its follow-up falls due, or the date that Amazon named has come. */
  readonly isDue: boolean;
}

/** The cases of one store that wait for Amazon. */
export interface StoreCheck {
  readonly store: string;
  readonly lines: readonly CheckLine[];
}

/** Somebody who is away, and whose cases the reader has meanwhile. */
export interface Covering {
  readonly person: PersonId;
  readonly name: string;
  readonly cases: readonly CaseNumber[];
}

/** Who of the team is away, for leads. */
export interface AwayLine {
  readonly name: string;
  readonly cases: number;
  readonly cover: string | null;
}

/** The team's state for a lead: numbers of cases under what is said of them. */
export interface Digest {
  readonly red: readonly CaseNumber[];
  readonly unowned: readonly CaseNumber[];
  readonly stale: readonly CaseNumber[];
  readonly missedWindow: readonly CaseNumber[];
  readonly inReview: readonly CaseNumber[];
  readonly away: readonly AwayLine[];
  /** Since the working day before. */
  readonly opened: number;
  readonly closed: number;
  /** Holiday calendars that run out soon, and their last day. */
  readonly calendars: readonly { readonly office: string; readonly endsAt: Instant }[];
}

/** Hours in which Amazon answers fastest, on Amazon's clock. */
export interface TonightsWindow {
  readonly opening: Opening;
  readonly zone: string;
}

export interface MorningView {
  readonly kind: 'morning';
  readonly at: Instant;
  /** The reader's zone: whose day it is. */
  readonly zone: string;
  readonly window: TonightsWindow | null;
  /** Set on the first day back: what happened to the reader's cases, and since when. */
  readonly back: {
    readonly since: Instant;
    readonly views: readonly CaseView[];
    readonly more: number;
  } | null;
  readonly checks: readonly StoreCheck[];
  readonly alsoWaiting: readonly CaseNumber[];
  readonly yourTurn: readonly BriefingLine[];
  readonly closeOuts: readonly BriefingLine[];
  /** Lines that found no room. */
  readonly more: number;
  readonly covering: readonly Covering[];
  readonly digest: Digest | null;
}

export interface BeforeWindowView {
  readonly kind: 'before_window';
  readonly at: Instant;
  readonly window: TonightsWindow;
  readonly ready: readonly BriefingLine[];
  /** Still in preparation or review, and could make it. */
  readonly inWork: readonly BriefingLine[];
  readonly more: number;
}

export interface CoverView {
  readonly kind: 'cover';
  readonly at: Instant;
  readonly away: string;
  /** The last day away, as an instant inside it; null where nobody knows. */
  readonly until: Instant | null;
  readonly zone: string;
  readonly lines: readonly BriefingLine[];
  readonly more: number;
}

export type BriefView = MorningView | BeforeWindowView | CoverView;
