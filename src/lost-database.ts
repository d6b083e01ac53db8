import { type Duration, SECOND } from './domain/time.ts';
import { within } from './scheduler/time-limit.ts';

/** A busy database answers later than it should; one that died in the middle of a question never does. */
const ANSWER_LIMIT: Duration = 20 * SECOND;
/** One failure may be a hiccup. */
const TELLING = 2;

/**
 * Watches over a database inside this process: if it dies (its WebAssembly aborted), nothing here brings it
 * back, and only a fresh process does. Tells once, after two sweeps running without an answer.
 */
export function watchEmbedded<T>(ask: () => Promise<T>, lost: (err: unknown) => void): () => Promise<T> {
  let failures = 0;
  return async () => {
    try {
      const answer = await within(ANSWER_LIMIT, "The embedded database's answer", ask());
      failures = 0;
      return answer;
    } catch (err) {
      failures += 1;
      if (failures === TELLING) lost(err);
      throw err;
    }
  };
}
