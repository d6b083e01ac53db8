import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApiCall, Behaviour, Faults } from '../faults.ts';
import type { Json } from '../json.ts';
import { METHODS } from '../methods/all-methods.ts';
import { Args } from '../methods/args.ts';
import type { Method, Slack } from '../methods/method.ts';
import { Refusal } from '../refusal.ts';
import { argumentsOf } from './request-body.ts';

export interface Tokens {
  bot: string;
  app: string;
}

export interface WebApiOptions {
  slack: Slack;
  tokens: Tokens;
  faults: Faults;
  calls: ApiCall[];
  /** The bot's scopes; undefined grants all. */
  scopes: string[] | undefined;
}

/** Answers one call of `/api/<method>`. */
export async function serveWebApi(
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
  options: WebApiOptions,
): Promise<void> {
  const { slack, calls, scopes } = options;
  const given = await argumentsOf(request);
  const { token, ...args } = given ?? {};
  const call: ApiCall = { method, args: decoded(args), at: slack.world.now(), realAt: Date.now() };
  calls.push(call);
  if (scopes) response.setHeader('x-oauth-scopes', scopes.join(','));
  await withFaults(call, response, options.faults, () => {
    if (!given) return { ok: false, error: 'invalid_json' };
    const [, bearer] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    const presented = bearer ?? (typeof token === 'string' ? token : undefined);
    return answerOf(method, new Args(args), presented, options);
  });
  finish(response, call);
}

function answerOf(name: string, args: Args, token: string | undefined, options: WebApiOptions): Json {
  const { slack, tokens, scopes } = options;
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  try {
    if (!method) throw new Refusal('unknown_method', { req_method: name });
    refuseToken(method, token, tokens);
    if (scopes && method.scopes) refuseScopes(method.scopes(args, slack), scopes);
    return { ok: true, ...method.run(args, slack) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.code, ...error.details };
    throw error;
  }
}

function refuseToken({ token: wanted }: Method, token: string | undefined, tokens: Tokens): void {
  if (wanted === 'none') return;
  if (token === undefined) throw new Refusal('not_authed');
  if (token === tokens[wanted]) return;
  const known = token === tokens.bot || token === tokens.app;
  throw new Refusal(known ? 'not_allowed_token_type' : 'invalid_auth');
}

function refuseScopes(needed: string[], granted: string[]): void {
  const missing = needed.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return;
  throw new Refusal('missing_scope', { needed: missing.join(','), provided: granted.join(',') });
}

/** Runs the effect between the hooks, unless a fault prevents it; leaves the answer in the call. */
export async function withFaults(
  call: ApiCall,
  response: ServerResponse,
  faults: Faults,
  effect: () => Json,
): Promise<void> {
  await faults.reach('arrival', call);
  const fault = faults.take(call.method, call.args);
  if (fault) call.fault = fault;
  if (fault?.kind === 'delay') await pause(fault.ms);
  if (!fault || fault.kind === 'delay' || fault.kind.startsWith('accept_')) {
    call.answer = effect();
    await faults.reach('effect', call);
  }
  if (fault) spoil(fault, response);
}

function spoil(fault: Behaviour, response: ServerResponse): void {
  switch (fault.kind) {
    case 'error':
      return json(response, 200, { ok: false, error: fault.code });
    case 'rate_limited': {
      const seconds = fault.retryAfter === undefined ? 1 : fault.retryAfter;
      if (seconds !== null) response.setHeader('retry-after', String(seconds));
      return json(response, 429, { ok: false, error: 'ratelimited' });
    }
    case 'status':
    case 'accept_then_status':
      response.writeHead(fault.status).end('upstream error');
      return;
    case 'reset':
    case 'accept_then_reset':
      response.socket?.resetAndDestroy();
      return;
    case 'hang':
    case 'accept_then_hang':
    case 'delay':
      return;
    default:
      fault satisfies never;
  }
}

function finish(response: ServerResponse, { answer, fault }: ApiCall): void {
  const swallowed = fault !== undefined && fault.kind !== 'delay';
  if (answer && !swallowed) json(response, 200, answer);
}

export function json(response: ServerResponse, status: number, body: Json): void {
  if (response.writableEnded || response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

/** Arguments for the log, with the JSON inside form fields opened. */
function decoded(args: Json): Json {
  const open = (value: unknown): unknown => {
    if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  };
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, open(value)]));
}
