import type { Duration } from '../domain/time.ts';

export interface Sweeper {
  /** Sweeps, after the one that is running if there is one: that may have read the clock too early. */
  now(): Promise<void>;
  stop(): void;
}

/**
 * Runs `sweep` at once and then again and again, never two at a time. It keeps no process alive. A sweep that
 * fails is reported, and the next one comes all the same.
 */
export function startSweeper(
  sweep: () => Promise<void>,
  every: Duration,
  report: (err: unknown) => void,
): Sweeper {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  const run = async (): Promise<void> => {
    try {
      await sweep();
    } catch (err) {
      report(err);
    } finally {
      running = null;
    }
  };
  const start = (): Promise<void> => (running = run());
  const now = (): Promise<void> => {
    if (running === null) return start();
    next ??= running.then(() => {
      next = null;
      return start();
    });
    return next;
  };
  const tick = (): void => {
    if (running === null) start().catch(report);
  };

  const timer = setInterval(tick, every).unref();
  setImmediate(tick);
  return { now, stop: () => clearInterval(timer) };
}
