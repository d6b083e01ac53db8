import type { RequestListener } from 'node:http';
import { HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { WebAPIPlatformError, WebClient, type WebClientOptions } from '@slack/web-api';
import { giveEventsToAll } from './socket-messages.ts';
import { within } from './within.ts';

/** How Slack reaches us. */
export type SlackTransport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | {
      readonly kind: 'http';
      readonly signingSecret: string;
      /** Puts a listener where Slack's requests come to, in place of the one before. */
      readonly mount: (listener: RequestListener) => void;
    };

/** One way in, with an end that waits: Bolt's own `stop` of a socket does not. */
export interface Line {
  readonly receiver: SocketModeReceiver | HTTPReceiver;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A socket that is not open by then may never be: its client goes on trying whatever Slack refuses. */
const DOUBT_MS = 3_000;

/** Connections that do not end by themselves are cut after this. */
const HANG_UP_MS = 2_000;

export function lineOf(transport: SlackTransport, clientOptions: WebClientOptions): Line {
  switch (transport.kind) {
    case 'socket':
      return socketLine(transport.appToken, clientOptions);
    case 'http':
      return httpLine(transport, clientOptions);
    default: {
      const never: never = transport;
      return never;
    }
  }
}

function socketLine(appToken: string, { logger, ...options }: WebClientOptions): Line {
  // Reconnecting goes on for as long as it takes: the socket client's own policy, but never silent for long.
  const { rejectRateLimitedCalls: _, ...shared } = options;
  const clientOptions = { ...shared, retryConfig: { retries: 100, factor: 1.3, maxTimeout: 5_000 } };
  const receiver = new SocketModeReceiver({
    appToken,
    installerOptions: { clientOptions: { ...clientOptions, ...(logger ? { logger } : {}) } },
    ...(logger ? { logger } : {}),
  });
  giveEventsToAll(receiver.client, logger);
  return {
    receiver,
    start: async () => {
      const started = receiver.start();
      if (!(await within(DOUBT_MS, started, () => {})).late) return;
      try {
        await refusalOf(new WebClient(appToken, { ...shared, ...(logger ? { logger } : {}) }));
      } catch (err) {
        await receiver.client.disconnect();
        throw err;
      }
      await started;
    },
    stop: () => soonEnough(receiver.client.disconnect()),
  };
}

/** Asks for a connection once more, to hear what is wrong. @throws what Slack says of the token. */
async function refusalOf(client: WebClient): Promise<void> {
  try {
    await client.apps.connections.open();
  } catch (err) {
    if (err instanceof WebAPIPlatformError) throw err;
  }
}

function httpLine(
  { signingSecret, mount }: Extract<SlackTransport, { kind: 'http' }>,
  { logger }: WebClientOptions,
): Line {
  const receiver = new HTTPReceiver({ signingSecret, ...(logger ? { logger } : {}) });
  return {
    receiver,
    start: async () => mount(receiver.requestListener),
    stop: async () => mount((_request, response) => void response.writeHead(503).end()),
  };
}

async function soonEnough(ended: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, HANG_UP_MS);
  });
  try {
    await Promise.race([ended, patience]);
  } finally {
    clearTimeout(timer);
  }
}
