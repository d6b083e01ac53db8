import { type Kysely, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Person } from '../desk/ports/people.ts';
import { personId, type WorkspaceId } from '../domain/ids.ts';
import type { LocalDate } from '../domain/local-time.ts';
import { LOCALES } from '../domain/locale.ts';
import { type Absence, DEFAULT_HABITS, type Habits } from '../domain/team.ts';
import type { Tables } from './schema.ts';

/** How a holiday status without an end is kept: later than anything. */
export const NO_END = Number.MAX_SAFE_INTEGER;

const clockTime = z.object({ hour: z.number().int(), minute: z.number().int() });
/** What is missing, or can't be read, is as it is for everybody: one row must not hide the whole team. */
const habitsSchema = z
  .object({
    morningAt: clockTime.nullable().catch(DEFAULT_HABITS.morningAt),
    beforeWindow: z.boolean().catch(DEFAULT_HABITS.beforeWindow),
    digest: z.boolean().catch(DEFAULT_HABITS.digest),
  })
  .catch(DEFAULT_HABITS);

export const habitsOf = (raw: unknown): Habits => habitsSchema.parse(raw ?? {});

export const writeDay = ({ year, month, day }: LocalDate): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

/** @throws RangeError on a day that `writeDay` did not write. */
export function readDay(text: string): LocalDate {
  const [year, month, day] = text.split('-').map(Number);
  if (!year || !month || !day) throw new RangeError(`Not a day: ${text}`);
  return { year, month, day };
}

/** People with their absences, in one question. */
export const selectPeople = (db: Kysely<Tables>, workspace: WorkspaceId) =>
  db
    .selectFrom('people')
    .selectAll('people')
    .select((people) =>
      people
        .selectFrom('absences')
        .select((absence) =>
          absence.fn
            .coalesce(
              absence.fn.jsonAgg(absence.table('absences')).orderBy('absences.first_day'),
              absence.cast<AbsenceRow[]>(absence.val('[]'), 'json'),
            )
            .as('all'),
        )
        .whereRef('absences.workspace_id', '=', 'people.workspace_id')
        .whereRef('absences.person_id', '=', 'people.person_id')
        .as('absences'),
    )
    .where('people.workspace_id', '=', workspace);

type AbsenceRow = Selectable<Tables['absences']>;
type Row = Selectable<Tables['people']> & { readonly absences: AbsenceRow[] | null };

export const personOf = (row: Row): Person => ({
  id: personId(row.person_id),
  name: row.name,
  zone: row.zone,
  locale: LOCALES.find((l) => l === row.locale) ?? 'en',
  isGuest: row.is_guest,
  vacation:
    row.vacation_until === null ? null : { until: row.vacation_until === NO_END ? null : row.vacation_until },
  isLead: row.is_lead,
  isReviewer: row.is_reviewer,
  office: row.office,
  habits: habitsOf(row.habits),
  absences: (row.absences ?? []).map(absenceOf),
});

const absenceOf = (row: AbsenceRow): Absence => ({
  from: readDay(row.first_day),
  to: readDay(row.last_day),
  cover: row.cover === null ? null : personId(row.cover),
});
