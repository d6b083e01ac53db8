import type { Log } from '../desk/ports/log.ts';
import { type Duration, HOUR, type Instant, MINUTE } from '../domain/time.ts';
import { type Ask, type Reply, startControl } from './control.ts';
import { keepDaily, type Snapshots } from './snapshots.ts';

export interface SafekeepingOptions {
  readonly snapshots: Snapshots;
  /** How many daily snapshots stay; 0 for none. */
  readonly kept: number;
  readonly now: () => Instant;
  readonly log: Log;
  /** Ends this process so that another one takes up a restored database. */
  readonly restart: () => void;
  /** The first look comes a minute after the start, so that a server that never gets up takes none. */
  readonly firstAfter?: Duration;
  readonly every?: Duration;
}

/** The copies of a running embedded database: one each day, and one whenever `npm run backup` asks. */
export async function startSafekeeping(options: SafekeepingOptions): Promise<{ stop(): Promise<void> }> {
  const { snapshots, kept, now, log, restart, firstAfter = MINUTE, every = HOUR } = options;
  let busy: Promise<unknown> = Promise.resolve();
  /** One at a time: each holds a copy of the database in memory. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = busy.then(work);
    busy = mine.catch(() => undefined);
    return mine;
  };

  const look = (): void => {
    alone(() => keepDaily(snapshots, kept, now())).then(
      (taken) => taken && log.info({ ...taken }, 'Took the snapshot of the day'),
      (err: unknown) =>
        log.error(
          { err, folder: snapshots.dataDir },
          'The snapshot of the day failed; Docket runs on and tries again in an hour. Is the disk full?',
        ),
    );
  };
  const first = setTimeout(look, firstAfter).unref();
  const again = setInterval(look, every).unref();

  const answer = async (ask: Ask): Promise<Reply> => {
    switch (ask) {
      case 'snapshot':
        return { ok: true, ...(await alone(() => snapshots.take('asked', now()))) };
      case 'restart':
        log.info({}, 'Asked to restart, for a restored database');
        // The answer goes out first.
        setTimeout(restart, 100).unref();
        return { ok: true };
      default: {
        const never: never = ask;
        return never;
      }
    }
  };
  const control = await startControl(snapshots.dataDir, answer).catch((err: unknown) => {
    log.warn({ err }, "Docket runs, but npm run backup and npm run restore can't reach it");
    return null;
  });

  return {
    stop: async () => {
      clearTimeout(first);
      clearInterval(again);
      await control?.stop();
      await busy;
    },
  };
}
