import type { OfficeHours } from '../calendar.ts';
import type { ClockTime } from '../local-time.ts';
import { MARKETPLACE_CODES } from '../marketplaces.ts';
import type { Absence, Habits, Vacation } from '../team.ts';
import { type SubmissionWindow, windowFor } from '../windows.ts';

/** All that decides when somebody is told something regularly. */
export interface Circumstances {
  readonly zone: string;
  readonly absences: readonly Absence[];
  readonly vacation: Vacation | null;
  readonly habits: Habits;
  /** The person's office: its weekdays and holidays are their days off. */
  readonly office: OfficeHours;
  /** Outside of these hours nobody is told anything that can wait. */
  readonly waking: { readonly from: ClockTime; readonly to: ClockTime };
  /** Before whose openings there is something to submit. */
  readonly windows: readonly SubmissionWindow[];
}

const found = MARKETPLACE_CODES.flatMap((code) => windowFor(code, 'support_case') ?? []);

/** Every submission window that there is, each once. */
export const WINDOWS: readonly SubmissionWindow[] = [...new Set(found)];
