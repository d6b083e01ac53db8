import { createHmac } from 'node:crypto';
import { type Json, textOf } from '../json.ts';
import type { Ack, EnvelopeType, Retry, Transport } from './delivery.ts';

export interface Forgery {
  /** Signs with another secret. */
  secret?: string;
  /** Sends a timestamp this many seconds in the past, correctly signed. */
  ageSeconds?: number;
  /** Replaces the signature altogether. */
  signature?: string;
  retry?: Retry;
}

/** Sends payloads as HTTP requests with Slack's `v0` signature, made with the wall clock as Slack's are. */
export class SignedHttp implements Transport {
  readonly #url: () => string;
  readonly #secret: string;
  readonly #ackMs: number;

  constructor(url: () => string, secret: string, ackMs: number) {
    this.#url = url;
    this.#secret = secret;
    this.#ackMs = ackMs;
  }

  async send(type: EnvelopeType, payload: Json, retry?: Retry): Promise<Ack> {
    try {
      const { status, body } = await this.post(type, payload, retry ? { retry } : {});
      if (status !== 200) return { acked: false, error: `http_${status}` };
      return { acked: true, body: answerIn(body) };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      return { acked: false, error: timedOut ? 'operation_timeout' : 'dispatch_failed' };
    }
  }

  /** One request, well signed or forged. */
  async post(
    type: EnvelopeType,
    payload: Json,
    forgery: Forgery = {},
  ): Promise<{ status: number; body: string }> {
    const body = bodyFor(type, payload);
    const timestamp = Math.floor(Date.now() / 1000) - (forgery.ageSeconds ?? 0);
    const digest = createHmac('sha256', forgery.secret ?? this.#secret)
      .update(`v0:${timestamp}:${body}`)
      .digest('hex');
    const { retry } = forgery;
    const response = await fetch(this.#url(), {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(this.#ackMs),
      headers: {
        'content-type': type === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': forgery.signature ?? `v0=${digest}`,
        ...(retry
          ? { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }
          : {}),
      },
    });
    return { status: response.status, body: await response.text() };
  }
}

function bodyFor(type: EnvelopeType, payload: Json): string {
  if (type === 'events_api') return JSON.stringify(payload);
  if (type === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(payload)) form.set(name, textOf(value) ?? String(value));
  return form.toString();
}

function answerIn(body: string): unknown {
  if (body.trim() === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
