import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process of its own, so that only itself is measured. It tells when it is ready, and answers requests. */
export interface Child<Told> {
  readonly ready: Told;
  ask(question: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

export async function startChild<Told>(file: string, options: unknown): Promise<Child<Told>> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, [JSON.stringify(options)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`))),
  );
  // Its end is waited for only while something is asked of it.
  ended.catch(() => {});
  const heard = (): Promise<unknown> =>
    Promise.race([new Promise((resolve) => child.once('message', resolve)), ended]);
  const ready = (await heard()) as Told;
  let last: Promise<unknown> = Promise.resolve();
  return {
    ready,
    // One after the other: answers carry no number.
    ask: (question) => {
      last = last.then(() => {
        const answer = heard();
        child.send(question as object);
        return answer;
      });
      return last;
    },
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** What the process was started with. */
export const givenOptions = <T>(): T => JSON.parse(process.argv[2] ?? '{}') as T;

export const tell = (message: unknown): void => void process.send?.(message as object);

export function onAsked<Q>(answer: (question: Q) => Promise<unknown>): void {
  process.on('message', (question: Q) => {
    answer(question).then(
      (said) => tell(said ?? null),
      (err: unknown) => {
        console.error(String(err));
        process.exit(1);
      },
    );
  });
}
