import { randomBytes, randomUUID } from 'node:crypto';
import type { DatabaseOptions } from '../../../src/store/database.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { percentile } from '../numbers.ts';
import { type Result, type Round, resultOf } from '../result.ts';
import { backlog } from './backlog.ts';
import { startChild } from './processes.ts';

const ROUNDS = 3;
const SECONDS = 5;
const PER_SECOND = 100;
const NOTICES = 5_000;
/** The next sweep comes before the lanes that one has woken run out. */
const POSTS_PER_SWEEP = 1_500;
const MOST_RATIO = 1.5;
const MOST_MS = 100;

/** A command that was not acknowledged counts as this long. */
const SLACK_GAVE_UP_MS = 3_000;

interface Answered {
  readonly latencies: readonly number[];
  readonly lost: number;
  /** Notices per second that the product posted meanwhile. */
  readonly drained: number;
}

interface Listening {
  readonly url: string;
}

/**
 * From `/case open` to its acknowledgement while the outbox drains. In both halves of a round the product
 * drains 5,000 due notices on the same machine; only whom the commands go to differs. Web, worker, Slack, the
 * people and the bare Bolt are processes of their own.
 */
export async function ackLatency(
  database: DatabaseOptions & { url: string },
  redisUrl: string,
): Promise<Result> {
  const secret = randomBytes(16).toString('hex');
  const store = await openStore(database, randomUUID);
  const stops: (() => Promise<void>)[] = [() => store.database.close()];
  const start = async <Told>(file: string, options: unknown) => {
    const child = await startChild<Told>(file, options);
    stops.unshift(child.stop);
    return child;
  };
  try {
    const { refill } = await backlog(store, NOTICES);
    const slack = await start<Listening>('./slack.js', {});
    const bare = await start<Listening>('./bare.js', { secret });
    const people = await start('./people.js', { secret });
    const settings = { databaseUrl: database.url, redisUrl, apiUrl: slack.ready.url, secret };
    const product = await start<Listening>('./product.js', { ...settings, role: 'web' });
    const worker = await start('./product.js', { ...settings, role: 'worker' });
    const posted = async (): Promise<number> => Number(await slack.ask('posted'));

    const answered = async (url: string, seconds: number): Promise<Answered> => {
      const before = await posted();
      await worker.ask('sweep');
      let swept = before;
      const watch = setInterval(() => {
        posted().then((now) => {
          if (now - swept < POSTS_PER_SWEEP) return undefined;
          swept = now;
          return worker.ask('sweep');
        }, console.error);
      }, 500);
      const answers = (await people.ask({ url, perSecond: PER_SECOND, seconds })) as (number | null)[];
      clearInterval(watch);
      return {
        latencies: answers.map((latency) => latency ?? SLACK_GAVE_UP_MS),
        lost: answers.filter((latency) => latency === null).length,
        drained: Math.round(((await posted()) - before) / seconds),
      };
    };

    await refill(0);
    for (const { url } of [product.ready, bare.ready]) await answered(url, 2);
    const halves: { ours: Answered; beside: Answered }[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      await refill(2 * round);
      const ours = await answered(product.ready.url, SECONDS);
      await refill(2 * round + 1);
      const beside = await answered(bare.ready.url, SECONDS);
      halves.push({ ours, beside });
    }
    const each = (of: (half: Answered) => number): Round[] =>
      halves.map(({ ours, beside }) => ({ ours: of(ours), beside: of(beside) }));
    const mark = {
      key: 'ack_p99',
      unit: 'ms',
      target: `<= ${MOST_RATIO}x and < ${MOST_MS} ms`,
      met: ({ ratio, ours }: Round & { ratio: number }) => ratio <= MOST_RATIO && ours < MOST_MS,
    };
    return resultOf(
      mark,
      each(({ latencies }) => percentile(latencies, 0.99)),
      {
        perSecond: PER_SECOND,
        notices: NOTICES,
        medians: each(({ latencies }) => percentile(latencies, 0.5)),
        drainedPerSecond: each(({ drained }) => drained),
        notAcknowledged: each(({ lost }) => lost),
      },
    );
  } finally {
    for (const stop of stops) await stop();
  }
}
