import type { Log, LogFields } from '../desk/ports/log.ts';
import { MINUTE } from '../domain/time.ts';

export interface ErrorLog {
  /** BullMQ tells the same fault many times a second while the database is away; it is logged once a minute. */
  readonly fault: (err: unknown) => void;
  readonly failed: (fields: LogFields) => void;
}

export function errorLog(log: Log, queue: string): ErrorLog {
  const told = new Set<string>();
  return {
    fault: (err) => {
      const message = String(err);
      if (told.has(message)) return;
      told.add(message);
      setTimeout(() => told.delete(message), MINUTE).unref();
      log.error({ queue, err }, 'The queue reports a fault');
    },
    failed: (fields) => log.error({ queue, ...fields }, 'A job failed; the sweep tries it again'),
  };
}
