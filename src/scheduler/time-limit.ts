import type { Duration } from '../domain/time.ts';

/** Rejects once the limit has passed. The work goes on; how it ends then interests nobody. */
export async function within<T>(limit: Duration, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${limit} ms`)), limit);
  });
  try {
    return await Promise.race([work, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
