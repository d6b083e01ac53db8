import type { Logger } from '@slack/web-api';
import { z } from 'zod';

type Reader = (...message: unknown[]) => unknown;

/** The part of the socket client that hands on what arrives. */
interface Emitter {
  listeners(event: string): Reader[];
  removeAllListeners(event: string): unknown;
  on(event: string, listener: Reader): unknown;
}

const ARRIVES = 'ws_message';

/**
 * socket-mode 3.1 reads `payload.event.type` of every event; `app_rate_limited` has no event, and the rejection,
 * heard by nobody, ends the process. Such a message becomes the event that it tells of, so it is acknowledged.
 */
export function giveEventsToAll(client: Emitter, logger: Logger | undefined): void {
  const readers = client.listeners(ARRIVES);
  client.removeAllListeners(ARRIVES);
  client.on(ARRIVES, (data, ...rest) => {
    const eventless = readEventless(data);
    if (eventless) logger?.warn(`Slack sent no event but word of ${eventless.type}`);
    for (const read of readers) read(eventless?.message ?? data, ...rest);
  });
}

const eventlessSchema = z.looseObject({
  type: z.literal('events_api'),
  payload: z.looseObject({ type: z.string(), event: z.undefined().optional() }),
});

/** Null for everything that the client can read itself. */
export function readEventless(data: unknown): { readonly type: string; readonly message: string } | null {
  const { data: found } = eventlessSchema.safeParse(parsed(data));
  if (!found) return null;
  const { type } = found.payload;
  return { type, message: JSON.stringify({ ...found, payload: { ...found.payload, event: { type } } }) };
}

function parsed(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}
