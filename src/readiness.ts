import type { Role } from './config.ts';
import { type Duration, SECOND } from './domain/time.ts';
import { within } from './scheduler/time-limit.ts';

const PARTS = ['database', 'queue', 'slack', 'sweep'] as const;
export type Part = (typeof PARTS)[number];

export interface Readiness {
  readonly ready: boolean;
  readonly role: Role;
  /** `ok`, `starting`, `reconnecting`, or why not: in words without a secret, for whoever asks is not asked who they are. */
  readonly parts: Readonly<Record<Part, string>>;
}

/** A part that nothing was said of is starting. */
export interface ReadinessBoard {
  /** `state` answers `ok` or why not. */
  say(part: Part, state: () => string): void;
  /** A part that is well if the question is answered. */
  ask(part: Part, question: () => Promise<unknown>): void;
  read(): Promise<Readiness>;
}

/** A check that takes longer counts as no answer. */
const CHECK_LIMIT: Duration = 2 * SECOND;

/**
 * What must be well. A command commits while the queue refuses and sweeps are late, and without readiness it
 * would be lost; a worker has nothing to do without any one of the four. A process that Slack can't reach is not
 * ready, though nothing is sent elsewhere for that: only `/healthz` decides about a restart, which mends no line.
 */
const NEEDED: Readonly<Record<Role, readonly Part[]>> = {
  all: ['database', 'slack'],
  web: ['database', 'slack'],
  worker: PARTS,
};

/** What a process knows of its own parts. Nothing is asked before somebody asks. */
export function readinessBoard(role: Role): ReadinessBoard {
  const checks = new Map<Part, () => Promise<string>>();
  const stateOf = (part: Part): Promise<string> => checks.get(part)?.() ?? Promise.resolve('starting');
  return {
    say: (part, state) => void checks.set(part, async () => state()),
    ask: (part, question) => void checks.set(part, oneAtATime(question)),
    read: async () => {
      const [database, queue, slack, sweep] = await Promise.all([
        stateOf('database'),
        stateOf('queue'),
        stateOf('slack'),
        stateOf('sweep'),
      ]);
      const parts = { database, queue, slack, sweep };
      return { ready: NEEDED[role].every((part) => parts[part] === 'ok'), role, parts };
    },
  };
}

/** However many ask, a part that hangs is asked once, and everybody has an answer in time. */
function oneAtATime(question: () => Promise<unknown>): () => Promise<string> {
  let asking: Promise<string> | null = null;
  const ask = (): Promise<string> =>
    question()
      .then(() => 'ok', whyNot)
      .finally(() => (asking = null));
  return () =>
    within(CHECK_LIMIT, 'A check', (asking ??= ask())).catch(
      () => `no answer within ${CHECK_LIMIT / SECOND} s`,
    );
}

/** Only its code, or the one that begins its message (Redis: `OOM command not allowed…`): never an address. */
function whyNot(err: unknown): string {
  const code = typeof err === 'object' && err !== null && 'code' in err ? err.code : undefined;
  if (typeof code === 'string' && /^\w{2,30}$/.test(code)) return `not working (${code})`;
  const word = err instanceof Error ? /^[A-Z]{3,20}\b/.exec(err.message)?.[0] : undefined;
  return word === undefined ? 'not working' : `not working (${word})`;
}
