import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '../app.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { MovableClock } from './movable-clock.ts';

/** How long one instant may take to be worked off before turning goes on; a fault must not stop the clock. */
const SETTLE_LIMIT_MS = 5_000;

/** Looking takes the database's time away from the work that is looked for: at most one part in so many. */
const LOOKING_SHARE = 5;

/** A worker or a click is at something that is due: it takes about this long. */
const AT_IT_MS = 20;

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
  app: Pick<App, 'cases' | 'outbox' | 'peopleDue' | 'sweep' | 'workOff'>,
  clock: MovableClock,
): Turner {
  /** When there is something to do next. Whatever is being sent right now counts too, however fresh its claim. */
  async function nextDue(): Promise<Instant> {
    const [timer] = await app.cases.timersDue(FAR, 1);
    // What is due already says enough: the question below is the dearer one.
    if (timer && timer.dueAt <= clock.now()) return timer.dueAt;
    const [lane] = await app.outbox.lanesDue(FAR, FAR, 1);
    const briefings = (await app.peopleDue(FAR)).map(({ at }) => at);
    return Math.min(timer?.dueAt ?? FAR, lane?.notBefore ?? FAR, ...briefings);
  }

  /** Waits until the product's workers have done what is due now; when there is something to do next. */
  async function settle(): Promise<Instant> {
    const limit = performance.now() + SETTLE_LIMIT_MS;
    await app.sweep();
    for (;;) {
      const asked = performance.now();
      const next = await nextDue();
      if (next > clock.now() || performance.now() >= limit) return next;
      await pause((performance.now() - asked) * LOOKING_SHARE);
    }
  }

  /** Does what is due now, without the workers: a night of it would take them a hundred times as long. */
  async function workOff(): Promise<Instant> {
    const limit = performance.now() + SETTLE_LIMIT_MS;
    for (;;) {
      const next = await app.workOff();
      if (next > clock.now() || performance.now() >= limit) return next;
      await pause(AT_IT_MS);
    }
  }

  async function turnTo(target: Instant): Promise<void> {
    let next = await workOff();
    while (next <= target) {
      const before = next;
      clock.turnTo(next);
      next = await workOff();
      // It can't be done: time goes on all the same.
      if (next === before) break;
    }
    clock.turnTo(target);
    await workOff();
    // Now the workers know what comes within minutes.
    await app.sweep();
  }

  return {
    turnTo,
    settle: async () => void (await settle()),
    turnToNext: async () => {
      const next = await workOff();
      await turnTo(next === FAR ? clock.now() + DAY : Math.max(next, clock.now()));
    },
  };
}
