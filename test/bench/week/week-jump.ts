import { DAY, SECOND } from '../../../src/domain/time.ts';
import { createLogger } from '../../../src/log.ts';
import { startProduct } from '../../../src/sandbox/product.ts';
import { type Result, type Round, resultOf } from '../result.ts';
import { fortyCases } from './forty-cases.ts';

const LIMIT = 3 * SECOND;
const ROUNDS = 3;

/** How long the sandbox takes to turn a week over forty live cases; beside it stands what a person waits for gladly. */
export async function weekJump(): Promise<Result> {
  const rounds: Round[] = [];
  const messages: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const product = await startProduct({ scene: fortyCases, log: createLogger('warn') });
    try {
      const all = (): number =>
        product.slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
      const before = all();
      const started = performance.now();
      await product.turnTo(product.clock.now() + 7 * DAY);
      rounds.push({ ours: performance.now() - started, beside: LIMIT });
      messages.push(all() - before);
    } finally {
      await product.stop();
    }
  }
  const mark = {
    key: 'week_jump',
    unit: 'ms',
    target: '<= 3,000 ms',
    met: ({ ours }: Round) => ours <= LIMIT,
  };
  return resultOf(mark, rounds, { messages, cases: 40 });
}
