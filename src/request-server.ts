import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { Locale } from './domain/locale.ts';
import { listenProblem } from './slack/start-check.ts';

/** Where Slack's signed requests come to. */
export interface RequestServer {
  readonly port: number;
  readonly mount: (listener: RequestListener | null) => void;
  readonly stop: () => Promise<void>;
}

/** @throws StartProblem where the port is taken. */
export async function requestServer(port: number, locale: Locale): Promise<RequestServer> {
  let mounted: RequestListener | null = null;
  const server = createServer((request, response) => {
    if (mounted) mounted(request, response);
    else response.writeHead(503).end();
  });
  server.listen(port);
  await once(server, 'listening').catch((err: unknown) => {
    throw listenProblem(err, locale);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    mount: (listener) => {
      mounted = listener;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
