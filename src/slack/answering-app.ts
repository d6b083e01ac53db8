import { App, type AppOptions, type Logger } from '@slack/bolt';
import { z } from 'zod';
import { BoundedMap } from './bounded-map.ts';
import type { Running } from './gate.ts';
import { digest } from './request-key.ts';

/** One payload, as a receiver hands it over. */
type Delivery = Parameters<App['processEvent']>[0];

interface Answer {
  /** What the acknowledgement said; mostly nothing. */
  readonly body: unknown;
}

const eventSchema = z.object({ type: z.enum(['event_callback', 'app_rate_limited']) });

/** Whether nobody waits for the acknowledgement but Slack, which sends an event again that gets none. */
export const isEvent = (body: unknown): boolean => eventSchema.safeParse(body).success;

/**
 * Bolt acknowledges an event before its listeners run, so that a crash in between loses it. Here an event is
 * acknowledged once its work is committed: a listener that throws leaves it to Slack to send it again.
 *
 * What Slack delivers more than once is done once and answered alike, for as long as this process remembers;
 * the receipts that the desk keeps do the same for longer, and across processes.
 */
export class AnsweringApp extends App {
  readonly #running: Running;
  /** By payload; null where no answer came of it, so that the next delivery is a new try. */
  readonly #answers = new BoundedMap<Promise<Answer | null>>(1_000);

  constructor(options: AppOptions, running: Running) {
    super(options);
    this.#running = running;
  }

  override processEvent(delivery: Delivery): Promise<void> {
    return this.#running.track(() => this.#answer(delivery));
  }

  async #answer(delivery: Delivery): Promise<void> {
    const key = keyOf(delivery.body);
    const earlier = key === null ? undefined : this.#answers.get(key);
    const answer = earlier && (await earlier);
    if (answer) return delivery.ack(answer.body);
    let answered: (how: Answer | null) => void = () => {};
    if (key !== null)
      this.#answers.set(
        key,
        new Promise((resolve) => {
          answered = resolve;
        }),
      );
    const ack = async (body?: unknown): Promise<void> => {
      answered({ body });
      await delivery.ack(body);
    };
    try {
      if (!isEvent(delivery.body)) return await super.processEvent({ ...delivery, ack });
      await super.processEvent({ ...delivery, ack: async () => {} });
      await ack();
    } finally {
      answered(null);
    }
  }
}

/**
 * For a receiver whose payload stays unacknowledged: what failed stands in the log already, with its reference,
 * and Bolt would write an error of its own beside it.
 */
export async function leftToSlack(logger: Logger): Promise<false> {
  logger.info('A payload stays unacknowledged');
  return false;
}

const namedSchema = z.union([z.object({ event_id: z.string() }), z.object({ trigger_id: z.string() })]);

/** Each thing that happens has an id of its own in its payload; without one, two payloads may just look alike. */
const keyOf = (body: unknown): string | null => (namedSchema.safeParse(body).success ? digest(body) : null);
