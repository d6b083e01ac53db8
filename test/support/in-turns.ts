import type { Cases } from '../../src/desk/ports/cases.ts';

type Work<T> = (turn: () => Promise<void>) => Promise<T>;

/**
 * Several pieces of work, of which one moves at a time: from where it awaits its turn to where it awaits the
 * next. `choose` says which of those that wait.
 */
export async function inTurns<T>(
  works: readonly Work<T>[],
  choose: (waiting: number) => number,
): Promise<T[]> {
  const waiting: (() => void)[] = [];
  let alive = works.length;
  const next = (): void => {
    if (waiting.length > 0 && waiting.length === alive) waiting.splice(choose(waiting.length), 1)[0]?.();
  };
  const turn = (): Promise<void> =>
    new Promise((go) => {
      waiting.push(go);
      next();
    });
  const run = async (work: Work<T>): Promise<T> => {
    try {
      return await work(turn);
    } finally {
      alive -= 1;
      next();
    }
  };
  return Promise.all(works.map(run));
}

/** Cases whose reader and writer await their turn before each load and each commit. */
export const gated = (cases: Cases, turn: () => Promise<void>): Cases => ({
  ...cases,
  load: async (...args) => {
    await turn();
    return cases.load(...args);
  },
  commit: async (change) => {
    await turn();
    return cases.commit(change);
  },
});
