import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import type { Outcome } from '../desk/ports/messenger.ts';
import { isUncertain, refusedFor } from './permanent-errors.ts';

type Failure = Exclude<Outcome, { kind: 'sent' }>;

const SOON_MS = 30_000;
const LATER_MS = 60_000;

/** No connection came about, so nothing was sent. */
const NEVER_CONNECTED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * What became of a message whose call failed. In doubt it is `unknown`: looking costs a call, a repeat costs
 * a second message in the thread.
 */
export function outcomeOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) return limited(error.retryAfter * 1000, 'ratelimited');
  if (error instanceof WebAPIPlatformError) return answered(error);
  if (error instanceof WebAPIHTTPError) {
    const why = `HTTP ${error.statusCode}`;
    return error.statusCode >= 500 || error.statusCode === 408 ? unknown(why) : later(LATER_MS, why);
  }
  if (error instanceof WebAPIRequestError) {
    const code = codeOf(error.original) ?? codeOf(error.original.cause);
    return NEVER_CONNECTED.has(code) ? later(SOON_MS, String(code)) : unknown(code ?? error.original.name);
  }
  return unknown(error instanceof Error ? error.name : 'unreadable failure');
}

function answered({ data }: WebAPIPlatformError): Failure {
  const code = data.error;
  // The client puts an answer that is no JSON here as it came: a proxy's page, or half of Slack's answer.
  if (!/^[a-z0-9_]{1,80}$/.test(code)) return unknown('unreadable answer');
  if (code === 'ratelimited' || code === 'rate_limited')
    return limited((data.response_metadata?.retryAfter ?? SOON_MS / 1000) * 1000, code);
  if (isUncertain(code)) return unknown(code);
  const about = refusedFor(code);
  return about === null ? later(LATER_MS, code) : { kind: 'refused', code, about };
}

const unknown = (why: string): Failure => ({ kind: 'unknown', why });
const later = (afterMs: number, why: string): Failure => ({ kind: 'later', afterMs, why, limited: false });
const limited = (afterMs: number, why: string): Failure => ({ kind: 'later', afterMs, why, limited: true });

function codeOf(error: unknown): string | null {
  const has = typeof error === 'object' && error !== null && 'code' in error;
  return has && typeof error.code === 'string' ? error.code : null;
}
