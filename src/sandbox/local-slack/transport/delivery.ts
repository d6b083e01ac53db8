import type { Json } from '../json.ts';
import type { World } from '../world.ts';

export type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api';

/** How the app took a payload. `body` is what it answered with, if anything. */
export type Ack = { acked: true; body: unknown } | { acked: false; error: string };

export interface Retry {
  attempt: number;
  reason: string;
}

/** Carries one payload to the app and waits for its acknowledgement. */
export interface Transport {
  send(type: EnvelopeType, payload: Json, retry?: Retry): Promise<Ack>;
}

/** A payload sent to the app, for the log. */
export interface Delivery {
  type: EnvelopeType;
  payload: Json;
  at: number;
  /** One per copy and retry, filled in as they settle. */
  attempts: { ack: Ack; ms: number; retry?: Retry }[];
}

export interface DeliveryOptions {
  transport: Transport;
  world: World;
  /** When Slack sends an unacknowledged event again, counted from each failure. */
  eventRetryMs: readonly number[];
}

/** Sends payloads, sends events again when they are not acknowledged, and keeps the log. */
export class Deliveries {
  readonly log: Delivery[] = [];
  readonly #options: DeliveryOptions;
  readonly #retries = new Set<NodeJS.Timeout>();
  #copies = 1;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** The next payload goes out this many times at once, with the same ids. */
  repeatNext(times: number): void {
    this.#copies = times;
  }

  /** Sends one payload; the answer is that of the first copy. */
  async send(type: EnvelopeType, payload: Json): Promise<Ack> {
    const delivery: Delivery = { type, payload, at: this.#options.world.now(), attempts: [] };
    this.log.push(delivery);
    const copies = this.#copies;
    this.#copies = 1;
    const first = this.#attempt(delivery, undefined);
    for (let copy = 1; copy < copies; copy += 1) {
      void this.#attempt(delivery, type === 'events_api' ? { attempt: copy, reason: 'timeout' } : undefined);
    }
    return first;
  }

  /** Slack sends once more what it has sent already; resolves with each answer. */
  again(delivery: Delivery, times: number): Promise<Ack[]> {
    const retry = delivery.type === 'events_api' ? { attempt: 1, reason: 'timeout' } : undefined;
    return Promise.all(Array.from({ length: times }, () => this.#attempt(delivery, retry)));
  }

  stop(): void {
    for (const timer of this.#retries) clearTimeout(timer);
    this.#retries.clear();
  }

  async #attempt(delivery: Delivery, retry: Retry | undefined): Promise<Ack> {
    const started = performance.now();
    const { transport, world } = this.#options;
    const ack = await transport.send(delivery.type, delivery.payload, retry);
    delivery.attempts.push({ ack, ms: performance.now() - started, ...(retry ? { retry } : {}) });
    world.changed();
    if (!ack.acked && delivery.type === 'events_api')
      this.#retryLater(delivery, (retry?.attempt ?? 0) + 1, ack.error);
    return ack;
  }

  #retryLater(delivery: Delivery, attempt: number, error: string): void {
    const wait = this.#options.eventRetryMs[attempt - 1];
    if (wait === undefined) return;
    const reason = error.startsWith('http_') ? 'http_error' : 'timeout';
    const timer = setTimeout(() => {
      this.#retries.delete(timer);
      void this.#attempt(delivery, { attempt, reason });
    }, wait);
    this.#retries.add(timer);
  }
}
