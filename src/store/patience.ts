import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../desk/ports/log.ts';

/** How a start waits for a server that is away. */
export interface Patience {
  /** Milliseconds. */
  readonly limit: number;
  readonly log: Log;
}

/** No route or nobody there, yet. */
const AWAY: ReadonlySet<string> = new Set(
  [
    'ECONNREFUSED ECONNRESET ENOTFOUND EAI_AGAIN ETIMEDOUT EPIPE ENOENT EHOSTUNREACH ENETUNREACH EHOSTDOWN',
    // Starting up, too many connections, shutting down, crashed: SQLSTATEs of a server that is not ready yet.
    '57P03 53300 57P01 57P02',
  ].flatMap((codes) => codes.split(' ')),
);
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 3_000;

/**
 * Tries until a Postgres answers, for as long as there is patience; what waiting can't mend ends it at once.
 *
 * @throws with the server's address, never its password, and what to do.
 */
export async function whenReachable<T>(
  url: string,
  attempt: () => Promise<T>,
  { limit, log }: Patience,
): Promise<T> {
  const { host, pathname } = new URL(url);
  const where = `Postgres at ${host || 'its socket'}`;
  let why = 'no answer';
  let over = false;
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      over = true;
      const remedy = 'start it or correct DATABASE_URL, then start again.';
      reject(new Error(`${where} can't be reached (${why}): ${remedy}`));
    }, limit);
  });

  const tryAgain = async (): Promise<T> => {
    let waited = false;
    for (let delay = FIRST_PAUSE_MS; ; delay = Math.min(delay * 2, LONGEST_PAUSE_MS)) {
      try {
        const reached = await attempt();
        if (waited && !over) log.info({}, `${where} is there; going on`);
        return reached;
      } catch (err) {
        if (over || !isAway(err)) throw refusal(err, where, pathname);
        why = reasonOf(err);
        if (!waited) log.warn({ why }, `${where} can't be reached; trying for a while`);
        waited = true;
      }
      await pause(delay);
    }
  };
  try {
    return await Promise.race([tryAgain(), timeUp]);
  } finally {
    clearTimeout(timer);
  }
}

const codeOf = (err: unknown): string | undefined =>
  typeof err === 'object' && err !== null && 'code' in err && typeof err.code === 'string'
    ? err.code
    : undefined;

/** pg gives its own time-outs and a line that was cut no code. */
function isAway(err: unknown): boolean {
  const code = codeOf(err);
  if (code !== undefined) return AWAY.has(code);
  return err instanceof Error && /timeout|terminated/i.test(err.message);
}

/** A host with two addresses fails with an error for each, and none of its own. */
const reasonOf = (err: unknown): string =>
  (err instanceof Error ? err.message : '') || (codeOf(err) ?? 'no answer');

function refusal(err: unknown, where: string, path: string): unknown {
  if (!(err instanceof pg.DatabaseError)) return err;
  switch (err.code) {
    case '28P01':
    case '28000':
      return new Error(
        `${where} refuses the user or the password (${err.code}): correct DATABASE_URL, then start again.`,
        { cause: err },
      );
    case '3D000':
      return new Error(
        `${where} has no database ${path.slice(1)}: create it or correct DATABASE_URL, ` +
          'then start again.',
        { cause: err },
      );
    default:
      return err;
  }
}
