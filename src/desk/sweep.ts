import { DAY, type Duration } from '../domain/time.ts';
import { sweepPeople } from './briefings/due.ts';
import { LEASE } from './deliver/timing.ts';
import type { DeskDeps } from './deps.ts';
import { HORIZON, type OutboxWake, type PeopleWake, type WakeTimer } from './ports/wake.ts';

/** A request is repeated by Slack for minutes; a week and more is plenty to remember its answer. */
const RECEIPTS_KEPT: Duration = 7 * DAY;

/** Timers that one sweep takes of each workspace; what is beyond comes with the next. */
const TIMERS = 2_000;
/** Cases that one sweep wakes in each channel: whoever is woken goes on with the others. */
const LANES = 50;

/**
 * What there is to wake for: all that is overdue, and all that is due inside the horizon, whether or not a job
 * for it exists already. Losing every job costs at most one sweep.
 */
export async function sweep(deps: DeskDeps): Promise<{
  readonly timers: readonly WakeTimer[];
  readonly outbox: readonly OutboxWake[];
  readonly people: readonly PeopleWake[];
}> {
  const now = deps.now();
  await deps.cases.forgetReceipts(now - RECEIPTS_KEPT);
  return {
    timers: await deps.cases.timersDue(now + HORIZON, TIMERS),
    outbox: await deps.outbox.lanesDue(now + HORIZON, now - LEASE, LANES),
    people: await sweepPeople(deps),
  };
}
