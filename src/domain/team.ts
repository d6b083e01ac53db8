import type { Store } from './case.ts';
import type { ChannelId, PersonId } from './ids.ts';
import { type ClockTime, type LocalDate, localDate } from './local-time.ts';
import type { MarketplaceCode } from './marketplaces.ts';
import type { Instant } from './time.ts';

/** Days on which somebody is not at work, counted on their own calendar; both ends belong to it. */
export interface Absence {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Who gets what would be theirs meanwhile; null: the stores' covers, then the leads. */
  readonly cover: PersonId | null;
}

/** A holiday status in Slack; `until` is null where its owner set no end. */
export interface Vacation {
  readonly until: Instant | null;
}

/** What somebody wants to be told directly, and when. */
export interface Habits {
  /** On the person's own clock; null: no morning briefing. */
  readonly morningAt: ClockTime | null;
  /** Whether what is to be submitted is told before the window. */
  readonly beforeWindow: boolean;
  /** For leads: whether the morning briefing ends with the team's digest. */
  readonly digest: boolean;
}

export const DEFAULT_HABITS: Habits = {
  morningAt: { hour: 9, minute: 30 },
  beforeWindow: true,
  digest: true,
};

/** A store with the people who look after it. */
export interface StoreProfile {
  readonly store: Store;
  readonly marketplaces: readonly MarketplaceCode[];
  /** Checks the store at Amazon in the morning. */
  readonly keeper: PersonId | null;
  /** Stands in for whoever of the store is away. */
  readonly cover: PersonId | null;
  /** Who gets its new cases; null: whoever opens them. */
  readonly defaultOwner: PersonId | null;
  /** Where its cases are posted; null: the channel of all cases. */
  readonly channel: ChannelId | null;
  /** Who can sign in at Amazon; empty: not known, so anybody may be able to. */
  readonly submitters: readonly PersonId[];
  /** Premium support answers within an hour (domain.md 1). */
  readonly premium: boolean;
}

const dayOf = ({ year, month, day }: LocalDate): number => year * 10_000 + month * 100 + day;

/** The absence in which an instant lies, on the person's own calendar; null while they are there. */
export function absenceAt(
  person: { readonly zone: string; readonly absences: readonly Absence[] },
  at: Instant,
): Absence | null {
  const today = dayOf(localDate(at, person.zone));
  return person.absences.find(({ from, to }) => dayOf(from) <= today && today <= dayOf(to)) ?? null;
}

/** True on a day of absence, and while Slack shows a holiday status. */
export const isAway = (
  person: {
    readonly zone: string;
    readonly absences: readonly Absence[];
    readonly vacation: Vacation | null;
  },
  at: Instant,
): boolean =>
  absenceAt(person, at) !== null ||
  (person.vacation !== null && (person.vacation.until === null || at < person.vacation.until));
