import type { Instant } from '../domain/time.ts';
import { arrangeAll } from './briefings/arrange.ts';
import { attend } from './briefings/attend.ts';
import { peopleDue } from './briefings/due.ts';
import type { DeskDeps } from './deps.ts';
import { fire } from './fire.ts';
import type { Lane } from './ports/outbox.ts';

/** Later than anything that is planned. */
const FAR = Number.MAX_SAFE_INTEGER;
/** Timers looked at in one round; when more are due, there is another one. */
const TIMERS = 200;
/** What goes on for longer is a fault; the sweep comes back to it. */
const ROUNDS = 100;

/**
 * Does what is due now, here and in a row, and says when there is something to do next: not later than now where
 * something stays undone, because somebody else is at it or Slack allows no more. For a clock that is turned over
 * days; workers that are woken come to the same, and claims keep the two apart.
 */
export async function workOff(deps: DeskDeps, deliver: (lane: Lane) => Promise<void>): Promise<Instant> {
  await arrangeAll(deps);
  let before = '';
  for (let round = 0; round < ROUNDS; round += 1) {
    const now = deps.now();
    const timers = await deps.cases.timersDue(FAR, TIMERS);
    const firing = timers.filter(({ dueAt }) => dueAt <= now);
    for (const { workspaceId, case: number } of eachOnce(firing, (one) => `${one.workspaceId}/${one.case}`))
      await fire(deps, workspaceId, number);
    // Whatever is being sent right now counts too, however fresh its claim.
    const lanes = await deps.outbox.lanesDue(FAR, FAR, 1);
    const sending = lanes.filter(({ notBefore }) => notBefore <= now);
    for (const lane of sending) await deliver(lane);
    const people = await peopleDue(deps, FAR, FAR);
    const attending = people.filter(({ at }) => at <= now);
    for (const { workspaceId, person } of eachOnce(attending, (one) => `${one.workspaceId}/${one.person}`))
      await attend(deps, workspaceId, person);

    if (firing.length + sending.length + attending.length === 0)
      return Math.min(
        ...timers.map(({ dueAt }) => dueAt),
        ...lanes.map(({ notBefore }) => notBefore),
        ...people.map(({ at }) => at),
        FAR,
      );
    const done = JSON.stringify([firing, sending, attending]);
    if (done === before) return now;
    before = done;
  }
  return deps.now();
}

const eachOnce = <T>(all: readonly T[], nameOf: (one: T) => string): Iterable<T> =>
  new Map(all.map((one) => [nameOf(one), one])).values();
