import type { PersonId } from '../ids.ts';
import { type LocalDate, localDate } from '../local-time.ts';
import type { Refusal } from '../refusals.ts';
import type { Absence, Vacation } from '../team.ts';
import type { Instant } from '../time.ts';
import { checkDays, orderOf, type ReadDays } from './days.ts';

/** What must be known of somebody who is to cover. */
export interface Cover {
  readonly id: PersonId;
  readonly zone: string;
  readonly isGuest: boolean;
  readonly absences: readonly Absence[];
  readonly vacation: Vacation | null;
}

/** What is wrong with the days, as a refusal. */
export function daysRefusal(read: ReadDays): Refusal | null {
  if (read.ok) return null;
  switch (read.why) {
    case 'unknown':
      return { code: 'dates_unknown' };
    case 'backwards':
      return { code: 'dates_backwards' };
    case 'past':
      return { code: 'time_past' };
    case 'long':
      return { code: 'dates_long' };
    default: {
      const never: never = read.why;
      return never;
    }
  }
}

/** Why somebody can't be away so; `cover` is undefined where nobody is named, null where nobody knows them. */
export function awayRefusal(
  absence: Absence,
  cover: Cover | null | undefined,
  me: { readonly id: PersonId; readonly zone: string },
  now: Instant,
): Refusal | null {
  const wrong = daysRefusal(checkDays(absence, localDate(now, me.zone)));
  if (wrong || absence.cover === null) return wrong;
  if (absence.cover === me.id) return { code: 'cover_self' };
  if (!cover || cover.isGuest) return { code: 'not_a_member', person: absence.cover };
  const clash = clashOf(absence, cover, now);
  return clash && { code: 'cover_away', person: cover.id, ...clash };
}

/** When the cover is away in those days themselves; null if they are there throughout. */
function clashOf(
  { from, to }: Absence,
  { absences, vacation, zone }: Cover,
  now: Instant,
): { from: LocalDate; to: LocalDate | null } | null {
  const clash = absences.find((own) => orderOf(own.from) <= orderOf(to) && orderOf(from) <= orderOf(own.to));
  if (clash) return { from: clash.from, to: clash.to };
  if (!vacation) return null;
  const until = vacation.until === null ? null : localDate(vacation.until, zone);
  const over =
    vacation.until !== null && (vacation.until <= now || (until && orderOf(until) < orderOf(from)));
  return over ? null : { from: localDate(now, zone), to: until };
}
