import { performance } from 'node:perf_hooks';
import type { Instant } from './domain/time.ts';

/** The one clock of a process. */
export interface Clock {
  readonly now: () => Instant;
}

export interface AnchoredClock extends Clock {
  /** Takes the database's time as the truth from here on. */
  readonly anchor: (databaseNow: Instant) => void;
}

/**
 * Monotonic time anchored to the database's clock: many processes agree, and a stepped system clock fires
 * nothing early. Anchored again at each sweep, so that a machine that slept catches up.
 */
export function anchoredClock(databaseNow: Instant): AnchoredClock {
  let base = databaseNow - performance.now();
  return {
    now: () => Math.round(base + performance.now()),
    anchor: (now) => {
      base = now - performance.now();
    },
  };
}
