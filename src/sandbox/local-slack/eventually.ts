import type { World } from './world.ts';

const POLL_MS = 20;

/** What a check that came true returned. */
export type Present<T> = Exclude<T, undefined | null | false>;

function isPresent<T>(value: T): value is Present<T> {
  return Boolean(value);
}

/**
 * Waits until the check returns something truthy and does not throw. It looks after each change in the workspace,
 * and a little in between for what changes elsewhere. In the end it says what was wrong and shows the messages.
 */
export async function eventually<T>(
  world: World,
  check: () => T | Promise<T>,
  timeoutMs: number,
): Promise<Present<Awaited<T>>> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const changed = nextChange(world);
    let problem: unknown;
    try {
      const value = await check();
      if (isPresent(value)) return value;
      problem = `the check returned ${String(value)}`;
    } catch (error) {
      problem = error;
    }
    if (performance.now() > deadline) throw failure(world, problem, timeoutMs);
    await changed;
  }
}

/** The next change, or a moment later. */
function nextChange(world: World): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, POLL_MS);
    const stop = world.onChange(done);
  });
}

function failure(world: World, problem: unknown, timeoutMs: number): Error {
  const reason = problem instanceof Error ? problem.message : String(problem);
  return new Error(`Not within ${timeoutMs} ms: ${reason}\n${dump(world)}`, { cause: problem });
}

/** A compact picture of what stands in the channels. */
function dump(world: World): string {
  const nameOf = (id: string) => world.people.get(id)?.name ?? id;
  const lines = world.messages.map(({ channel, ts, threadTs, user, text, blocks }) => {
    const place = `${world.channels.get(channel)?.name ?? channel}${threadTs ? ` ↳${threadTs}` : ''}`;
    return `  [${place}] ${ts} ${nameOf(user)}: ${text.slice(0, 160)} (${blocks.length} blocks)`;
  });
  const whispers = world.ephemerals.map(({ user, text }) => `  (only ${nameOf(user)}) ${text.slice(0, 160)}`);
  const errors = world.slackErrors.map(({ user, text }) => `  (Slack to ${nameOf(user)}) ${text}`);
  return [
    'Messages:',
    ...lines,
    ...whispers,
    ...errors,
    ...world.warnings.map((it) => `  warning: ${it}`),
  ].join('\n');
}
