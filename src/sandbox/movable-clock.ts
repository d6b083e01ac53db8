import { type AnchoredClock, anchoredClock } from '../clock.ts';
import type { Duration, Instant } from '../domain/time.ts';

/** A clock that runs like the real one and can be turned forward: what the sandbox and the tests live by. */
export interface MovableClock extends AnchoredClock {
  turn(by: Duration): void;
  turnTo(instant: Instant): void;
  /** How far it was turned in all. */
  ahead(): Duration;
}

/** Never backwards: what has happened has happened. `turned` hears of each turn. */
export function movableClock(real: AnchoredClock, turned: () => void = () => {}): MovableClock {
  let ahead = 0;
  const now = (): Instant => real.now() + ahead;
  const turn = (by: Duration): void => {
    if (by <= 0) return;
    ahead += by;
    turned();
  };
  return {
    now,
    anchor: (databaseNow) => real.anchor(databaseNow),
    turn,
    turnTo: (to) => turn(to - now()),
    ahead: () => ahead,
  };
}

/** Runs from a chosen instant, whatever the database says: a story that begins on a certain Friday. */
export const clockFrom = (startAt: Instant): AnchoredClock => ({
  now: anchoredClock(startAt).now,
  anchor: () => {},
});
