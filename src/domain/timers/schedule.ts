import type { OfficeHours } from '../calendar.ts';
import type { Policy } from '../policy.ts';

/** What the arithmetic counts in: the team's numbers, and the office of whoever has to act. */
export interface Schedule {
  readonly policy: Policy;
  readonly office: OfficeHours;
}
