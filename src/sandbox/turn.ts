import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '../app.ts';
import type { Instant } from '../domain/time.ts';
import type { MovableClock } from './movable-clock.ts';

/** How long one instant may take to be worked off before turning goes on; a fault must not stop the clock. */
const SETTLE_LIMIT_MS = 5_000;

/** Later than anything that is planned. */
const FAR = Number.MAX_SAFE_INTEGER;

/** Turns the product's time, stopping at everything that is due on the way, as a night would. */
export interface Turner {
  turnTo(target: Instant): Promise<void>;
  /** To the next thing that is due; a day where nothing is. */
  turnToNext(): Promise<void>;
  /** Waits until all that is due now has been said. */
  settle(): Promise<void>;
}

export function turner(
  app: Pick<App, 'cases' | 'outbox' | 'peopleDue' | 'sweep'>,
  clock: MovableClock,
): Turner {
  async function nextDue(): Promise<Instant | null> {
    const [timer] = await app.cases.timersDue(FAR, 1);
    const [lane] = await app.outbox.lanesDue(FAR, FAR, 1);
    const briefings = (await app.peopleDue(FAR)).map(({ at }) => at);
    const times = [timer?.dueAt, lane?.notBefore, ...briefings].filter((t) => t !== undefined);
    return times.length > 0 ? Math.min(...times) : null;
  }

  async function isSettled(): Promise<boolean> {
    const now = clock.now();
    const timers = await app.cases.timersDue(now, 1);
    // Whatever is being sent right now counts too, however fresh its claim.
    return (
      timers.length === 0 &&
      (await app.outbox.lanesDue(now, FAR, 1)).length === 0 &&
      (await app.peopleDue(now)).length === 0
    );
  }

  async function settle(): Promise<void> {
    const limit = performance.now() + SETTLE_LIMIT_MS;
    await app.sweep();
    while (!(await isSettled()) && performance.now() < limit) await pause(5);
  }

  async function turnTo(target: Instant): Promise<void> {
    await settle();
    for (;;) {
      const next = await nextDue();
      if (next === null || next > target) break;
      // A millisecond on: nothing is ever early, so nothing is due at the very instant before.
      clock.turnTo(next);
      await settle();
      if (next <= clock.now() && (await nextDue()) === next) break;
    }
    clock.turnTo(target);
    await settle();
  }

  return {
    turnTo,
    settle,
    turnToNext: async () => {
      await settle();
      const next = await nextDue();
      await turnTo(next === null ? clock.now() + 86_400_000 : Math.max(next, clock.now()));
    },
  };
}
