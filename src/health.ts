import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { Readiness } from './readiness.ts';

export interface FrontDoor {
  readonly port: number;
  /** Who answers what Slack sends; while nobody does, it is asked to come again. */
  mount(listener: RequestListener | null): void;
  /** Lets answers under way end, for a moment. */
  close(): Promise<void>;
}

export interface FrontDoorOptions {
  /** 0: any that is free. */
  readonly port: number;
  readonly readiness: () => Promise<Readiness>;
  /** Whether Slack's requests come this way. */
  readonly slack: boolean;
}

/** Connections that do not end by themselves are cut after this. */
const HANG_UP_MS = 2_000;
const SLACK = '/slack/events';

/**
 * The one HTTP server of a process: `/healthz` while it lives, `/readyz` with each part's state, and what Slack
 * sends. It listens before anything else is there. @throws as `listen` does, EADDRINUSE for one.
 */
export async function openFrontDoor({ port, readiness, slack }: FrontDoorOptions): Promise<FrontDoor> {
  let mounted: RequestListener | null = slack ? comeAgain : null;

  const server = createServer((request, response) => {
    const [path] = (request.url ?? '').split('?');
    if (path === '/healthz') return answer(response, 200, { alive: true });
    if (path === '/readyz') {
      readiness().then(
        (said) => answer(response, said.ready ? 200 : 503, said),
        () => answer(response, 503, { ready: false }),
      );
      return;
    }
    if (path !== SLACK || mounted === null) return answer(response, 404, { found: false });
    try {
      mounted(request, response);
    } catch {
      // Bolt throws at what is no request of Slack's, a GET for one; unheard, that would end the process.
      answer(response, 404, { found: false });
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  const address = server.address();

  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    mount: (listener) => {
      mounted = listener ?? comeAgain;
    },
    close: async () => {
      const cut = setTimeout(() => server.closeAllConnections(), HANG_UP_MS);
      await new Promise((resolve) => server.close(resolve));
      clearTimeout(cut);
    },
  };
}

/** Slack sends it again; a load balancer asks somebody else. */
const comeAgain: RequestListener = (_request, response) => {
  response.setHeader('Retry-After', '1');
  answer(response, 503, { ready: false });
};

function answer(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
}
