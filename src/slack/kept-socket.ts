import { setTimeout as pause } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import { WebAPIPlatformError, type WebClientOptions } from '@slack/web-api';
import { leftToSlack } from './answering-app.ts';
import { giveEventsToAll } from './socket-messages.ts';

/** One Socket Mode connection. */
export interface KeptSocket {
  readonly receiver: SocketModeReceiver;
  readonly isOpen: () => boolean;
  /** Opens it, however long that takes. @throws what Slack says where it refuses. */
  open(): Promise<void>;
  /** Has it open, and opens it again whenever it is lost, until it is closed. Never throws. */
  keep(): Promise<void>;
  close(): Promise<void>;
}

/** How long to wait before a socket is opened again: so often in a row it failed. In milliseconds. */
const WAITS = [1_000, 2_000, 4_000, 8_000] as const;
const LONGEST = 8_000;

/** A connection that does not end by itself is left after this. */
const HANG_UP_MS = 2_000;

/**
 * The client of socket-mode 3.1 reconnects by itself too, but after five seconds at the earliest, and where
 * Slack then refuses or fails, its rejection is heard by nobody and ends the process. So it is told not to.
 */
export function keptSocket(appToken: string, { logger, ...options }: WebClientOptions): KeptSocket {
  const { rejectRateLimitedCalls: _, ...shared } = options;
  const clientOptions = { ...shared, retryConfig: { retries: 0 }, ...(logger ? { logger } : {}) };
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
    processEventErrorHandler: ({ logger: log }) => leftToSlack(log),
    ...(logger ? { logger } : {}),
  });
  const { client } = receiver;
  giveEventsToAll(client, logger);
  let isOpen = false;
  let closed = false;
  let failures = 0;
  client.on('connected', () => {
    isOpen = true;
    failures = 0;
  });
  client.on('disconnected', () => {
    isOpen = false;
  });

  async function wait(why: string, err?: unknown): Promise<void> {
    const ms = WAITS[failures] ?? LONGEST;
    failures += 1;
    logger?.warn(`${why}; opening one in ${ms} ms`, ...(err === undefined ? [] : [err]));
    await pause(ms, undefined, { ref: false });
  }

  async function open(): Promise<void> {
    while (!isOpen && !closed) {
      try {
        await receiver.start();
        // A close that came meanwhile found nothing to close.
        if (closed) await client.disconnect();
      } catch (err) {
        if (err instanceof WebAPIPlatformError) throw err;
        await wait('A socket to Slack does not open', err);
      }
    }
  }

  async function keep(): Promise<void> {
    while (!closed) {
      await open().catch((err: unknown) => wait('Slack refuses a socket', err));
      if (!isOpen) continue;
      await new Promise((resolve) => client.once('disconnected', resolve));
      if (!closed) await wait('A socket to Slack was lost');
    }
  }

  async function close(): Promise<void> {
    closed = true;
    await Promise.race([client.disconnect(), pause(HANG_UP_MS, undefined, { ref: false })]);
  }

  return { receiver, isOpen: () => isOpen, open, keep, close };
}
