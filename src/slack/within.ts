/** A person waits three seconds for Slack's own error; ours comes before it. */
export const PATIENCE_MS = 2_500;

export type Timely<T> = { readonly late: false; readonly value: T } | { readonly late: true };

/** The work's result, if it comes in time. Late work goes on; what it throws then is the caller's to log. */
export async function within<T>(
  ms: number,
  work: Promise<T>,
  afterwards: (err: unknown) => void,
): Promise<Timely<T>> {
  let timer: NodeJS.Timeout | undefined;
  let late = false;
  const timeOut = new Promise<Timely<T>>((resolve) => {
    timer = setTimeout(() => {
      late = true;
      resolve({ late: true });
    }, ms);
  });
  const done = work.then(
    (value): Timely<T> => ({ late: false, value }),
    (err: unknown): Timely<T> => {
      if (!late) throw err;
      afterwards(err);
      return { late: true };
    },
  );
  try {
    return await Promise.race([done, timeOut]);
  } finally {
    clearTimeout(timer);
  }
}
