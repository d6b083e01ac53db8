import type { Duration, Instant } from '../domain/time.ts';
import type { WakeKind } from './wake-kinds.ts';

export interface WakeJob {
  readonly id: string;
  readonly delay: Duration;
}

/**
 * The job that wakes a row. Its id holds the instant, because BullMQ keeps the old delay when a delayed id is
 * added again. A row that is due now gets an id apart, so that it runs at once even where a delayed job of the
 * same instant lies (the clock was turned); and the id names who adds it, so that a job left behind by a
 * process that died does not stand in the way. Twins are harmless: firing claims the row.
 */
export function wakeJob<W>(kind: WakeKind<W>, wake: W, now: Instant, addedBy: string): WakeJob {
  const at = kind.at(wake);
  const parts = [...kind.name(wake), at, ...(at <= now ? ['now', addedBy] : [])];
  // Encoded parts have neither the colon, which BullMQ forbids, nor the slash between them.
  return { id: parts.map(encodeURIComponent).join('/'), delay: Math.max(0, at - now) };
}
