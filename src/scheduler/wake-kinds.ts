import { z } from 'zod';
import type { OutboxWake, PeopleWake, WakeTimer } from '../desk/ports/wake.ts';
import { caseNumber, personId, workspaceId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';

/** What differs between the queues. */
export interface WakeKind<W> {
  readonly queue: string;
  readonly schema: z.ZodType<W>;
  readonly at: (wake: W) => Instant;
  /** What names the row, apart from its instant. */
  readonly name: (wake: W) => readonly (string | number)[];
}

/** Postgres takes neither NUL nor half a surrogate pair, and one such job would fail its whole batch. */
const text = z
  .string()
  .min(1)
  .max(200)
  .refine((value) => !/[\p{Surrogate}\0]/u.test(value), 'must be clean text');
const instant = z.number().int();
const lane = {
  workspaceId: text.transform(workspaceId),
  case: z.number().int().positive().transform(caseNumber),
};

export const TIMERS: WakeKind<WakeTimer> = {
  queue: 'timers',
  schema: z.object({ ...lane, key: text, dueAt: instant }),
  at: (timer) => timer.dueAt,
  name: (timer) => [timer.workspaceId, timer.case, timer.key],
};

export const OUTBOX: WakeKind<OutboxWake> = {
  queue: 'outbox',
  schema: z.object({ ...lane, notBefore: instant }),
  at: (wake) => wake.notBefore,
  name: (wake) => [wake.workspaceId, wake.case],
};

export const PEOPLE: WakeKind<PeopleWake> = {
  queue: 'people',
  schema: z.object({ workspaceId: lane.workspaceId, person: text.transform(personId), at: instant }),
  at: (wake) => wake.at,
  name: (wake) => [wake.workspaceId, wake.person],
};
