import type { AnchoredClock } from '../clock.ts';
import type { Duration, Instant } from '../domain/time.ts';

/** A clock that runs like the real one and can be turned forward: what the sandbox and the tests live by. */
export interface MovableClock extends AnchoredClock {
  turn(by: Duration): void;
  turnTo(instant: Instant): void;
}

/** Never backwards: what has happened has happened. */
export function movableClock(real: AnchoredClock): MovableClock {
  let ahead = 0;
  const now = (): Instant => real.now() + ahead;
  const turn = (by: Duration): void => {
    ahead += Math.max(0, by);
  };
  return { now, anchor: (databaseNow) => real.anchor(databaseNow), turn, turnTo: (to) => turn(to - now()) };
}
