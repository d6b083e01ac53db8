import type { RequestListener } from 'node:http';
import { HTTPReceiver, type Receiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { leftToSlack } from './answering-app.ts';
import { keptSocket } from './kept-socket.ts';

/** How Slack reaches us. */
export type SlackTransport =
  | {
      readonly kind: 'socket';
      readonly appToken: string;
      /** Each payload comes by one of them: while one is renewed or lost, the others go on. Slack allows ten. */
      readonly sockets: number;
    }
  | {
      readonly kind: 'http';
      readonly signingSecret: string;
      /** Takes what answers Slack's requests, at `/slack/events`; null once nothing does any more. */
      readonly mount: (listener: RequestListener | null) => void;
    };

/** One way in, with an end that waits: Bolt's own `stop` of a socket does not. */
export interface Line extends Receiver {
  /** Whether anything from Slack can reach us now. */
  readonly isOpen: () => boolean;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function lineOf(transport: SlackTransport, clientOptions: WebClientOptions): Line {
  switch (transport.kind) {
    case 'socket':
      return socketLine(transport, clientOptions);
    case 'http':
      return httpLine(transport, clientOptions);
    default: {
      const never: never = transport;
      return never;
    }
  }
}

/** Starts with its first socket; the others come when they can. */
function socketLine(
  { appToken, sockets }: Extract<SlackTransport, { kind: 'socket' }>,
  clientOptions: WebClientOptions,
): Line {
  const { logger } = clientOptions;
  const first = keptSocket(appToken, clientOptions);
  const others = Array.from({ length: sockets - 1 }, () => keptSocket(appToken, clientOptions));
  const all = [first, ...others];
  return {
    isOpen: () => all.some((socket) => socket.isOpen()),
    init: (app) => {
      for (const { receiver } of all) receiver.init(app);
    },
    start: async () => {
      await first.open();
      Promise.all(all.map((socket) => socket.keep())).catch((err: unknown) =>
        logger?.error('The sockets to Slack are not kept any more', err),
      );
    },
    stop: async () => {
      await Promise.all(all.map((socket) => socket.close()));
    },
  };
}

function httpLine(
  { signingSecret, mount }: Extract<SlackTransport, { kind: 'http' }>,
  { logger }: WebClientOptions,
): Line {
  const receiver = new HTTPReceiver({
    signingSecret,
    processEventErrorHandler: ({ logger: log, response }) => {
      if (!response.headersSent) response.writeHead(500).end();
      return leftToSlack(log);
    },
    unhandledRequestHandler: ({ logger: log, response }) => {
      if (response.headersSent) return;
      log.warn('A payload was not worked off in three seconds; Slack sends it again');
      response.writeHead(503).end();
    },
    ...(logger ? { logger } : {}),
  });
  return {
    isOpen: () => true,
    init: (app) => receiver.init(app),
    start: async () => {
      mount(receiver.requestListener);
    },
    stop: async () => mount(null),
  };
}
