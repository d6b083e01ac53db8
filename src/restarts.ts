import { type Duration, MINUTE, SECOND } from './domain/time.ts';
import { EXIT } from './exit-codes.ts';

/** One run of the server that has ended. */
export interface Ended {
  /** Null where a signal killed it. */
  readonly code: number | null;
  readonly ranFor: Duration;
}

export type Next =
  | { readonly kind: 'restart'; readonly after: Duration; readonly failures: number }
  | { readonly kind: 'stop'; readonly code: number; readonly why: 'asked' | 'settings' | 'hopeless' };

/** Whoever ran this long is healthy: what ends it then is a new trouble, not the old one. */
const HEALTHY: Duration = MINUTE;
const DELAYS: readonly Duration[] = [1, 2, 4, 8, 15].map((seconds) => seconds * SECOND);

/**
 * What to do after the server ended: start again, a little later each time, so that a passing trouble costs
 * seconds; and stop where it never gets up, so that somebody looks.
 */
export function afterEnd({ code, ranFor }: Ended, failuresBefore: number): Next {
  if (code === EXIT.stopped) return { kind: 'stop', code, why: 'asked' };
  if (code === EXIT.settings) return { kind: 'stop', code, why: 'settings' };
  if (code === EXIT.restart) return { kind: 'restart', after: 0, failures: failuresBefore };
  const failures = ranFor >= HEALTHY ? 1 : failuresBefore + 1;
  const after = DELAYS[failures - 1];
  if (after === undefined) return { kind: 'stop', code: code ?? EXIT.fault, why: 'hopeless' };
  return { kind: 'restart', after, failures };
}
