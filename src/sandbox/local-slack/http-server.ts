import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SandboxState } from '../protocol.ts';
import type { ApiCall } from './faults.ts';
import type { Json } from './json.ts';
import { actOnPage, type ClockHooks } from './page/act.ts';
import { serveStatic } from './page/static-files.ts';
import type { StateStream } from './page/stream.ts';
import type { Stage } from './people/stage.ts';
import { Refusal } from './refusal.ts';
import { serveFile, serveLogin, serveUpload } from './transport/file-routes.ts';
import { bodyOf } from './transport/request-body.ts';
import { json, serveWebApi, type WebApiOptions, withFaults } from './transport/web-api.ts';

export interface Routes {
  webApi: WebApiOptions;
  stage: Stage;
  stream: StateStream;
  readState: () => Promise<SandboxState>;
  clock: ClockHooks;
  pageDir: string | undefined;
}

/** All that the local Slack serves over HTTP, on one port. */
export function httpServer(routes: Routes): Server {
  const server = createServer((request, response) => {
    route(request, response, routes).catch((error: unknown) => {
      // A client that was killed while it was sending is no failure of ours.
      if (request.destroyed && !request.complete) return;
      const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
      routes.stage.world.warn(`The local Slack failed at ${request.url}: ${problem}`);
      json(response, 500, { ok: false, error: 'local_slack_failed', problem });
    });
  });
  // Longer than any client keeps an idle connection: otherwise reuse and close race, and a call fails by chance.
  server.keepAliveTimeout = 120_000;
  return server;
}

export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address: string | AddressInfo | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The local Slack has no port');
  return address.port;
}

async function route(request: IncomingMessage, response: ServerResponse, routes: Routes): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname.startsWith('/api/')) {
    return serveWebApi(pathname.slice('/api/'.length), request, response, routes.webApi);
  }
  if (pathname.startsWith('/response/'))
    return serveResponseUrl(pathname.slice(1), request, response, routes);
  if (pathname.startsWith('/files-pri/')) return serveFile(pathname, request, response, routes.webApi);
  if (pathname === '/signin') return serveLogin(response);
  if (pathname === '/sandbox/upload' && request.method === 'POST') {
    return serveUpload(request, response, routes.stage);
  }
  if (pathname === '/sandbox/state') return json(response, 200, { ...(await routes.readState()) });
  if (pathname === '/sandbox/stream') return routes.stream.add(response);
  if (pathname === '/sandbox/act' && request.method === 'POST') return serveAct(request, response, routes);
  if (routes.pageDir !== undefined && request.method === 'GET') {
    return serveStatic(routes.pageDir, pathname, response);
  }
  response.writeHead(404).end();
}

async function serveResponseUrl(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  { webApi, stage }: Routes,
): Promise<void> {
  const body = parsed(await bodyOf(request));
  const args: Json = typeof body === 'object' && body !== null ? { ...body } : {};
  const call: ApiCall = { method: 'response_url', args, at: stage.world.now(), realAt: Date.now() };
  webApi.calls.push(call);
  let status = 200;
  await withFaults(call, response, webApi.faults, () => {
    try {
      stage.responseUrls.use(path, body);
      return { ok: true };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      status = error.code.endsWith('_url') ? 404 : 400;
      return { ok: false, error: error.code, ...error.details };
    }
  });
  if (call.answer && (!call.fault || call.fault.kind === 'delay')) json(response, status, call.answer);
}

async function serveAct(request: IncomingMessage, response: ServerResponse, routes: Routes): Promise<void> {
  try {
    await actOnPage(routes.stage, parsed(await bodyOf(request)), routes.clock);
    routes.stream.sendNow();
    json(response, 200, { ok: true });
  } catch (error) {
    // A refusal is an answer, not a fault of the page: browsers write a line to the console for any 4xx.
    json(response, 200, { ok: false, error: error instanceof Error ? error.message : String(error) });
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
