import { type FetchFunction, type Logger, LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../desk/ports/log.ts';

/** Assumed where Slack says "too many" without saying for how long. In seconds. */
const RETRY_AFTER_UNSAID = '30';

interface ClientSettings {
  readonly slackApiUrl: string;
  readonly log: Log;
}

/**
 * For direct answers to a person: short, because somebody waits, and quick to give up, because a 429 would
 * pause every other call of the client. Also what Bolt's own client is made with.
 */
export const interactiveOptions = ({ slackApiUrl, log }: ClientSettings): WebClientOptions => ({
  slackApiUrl,
  logger: loggerOf(log),
  fetch: saysHowLong,
  rejectRateLimitedCalls: true,
  retryConfig: { retries: 1, minTimeout: 100, maxTimeout: 300 },
  timeout: 2_500,
});

/** For the outbox, which owns repeats: a client that repeats by itself posts twice. */
export const deliveryOptions = ({ slackApiUrl, log }: ClientSettings): WebClientOptions => ({
  slackApiUrl,
  logger: loggerOf(log),
  fetch: saysHowLong,
  rejectRateLimitedCalls: true,
  retryConfig: { retries: 0 },
  // A refused post is tried once more without its blocks: both together stay under the claim’s lease (15 s).
  timeout: 7_000,
});

export const interactiveClient = (token: string, settings: ClientSettings): WebClient =>
  new WebClient(token, interactiveOptions(settings));

export const deliveryClient = (token: string, settings: ClientSettings): WebClient =>
  new WebClient(token, deliveryOptions(settings));

/** Without a Retry-After, web-api throws an error that nothing but its English tells from a lost connection. */
const saysHowLong: FetchFunction = async (url, init) => {
  const response = await fetch(url, init);
  const after = response.headers.get('retry-after');
  if (response.status !== 429 || (after !== null && /^\d+$/.test(after))) return response;
  await response.body?.cancel();
  return new Response(null, { status: 429, headers: { 'retry-after': RETRY_AFTER_UNSAID } });
};

/** The client's own words at the level that they deserve here; its debug lines hold what people wrote. */
function loggerOf(log: Log): Logger {
  const said = (words: unknown[]) => ({ said: words.map(String).join(' ') });
  return {
    debug: () => {},
    info: (...words) => log.debug(said(words), 'Slack client'),
    warn: (...words) => log.warn(said(words), 'Slack client'),
    error: (...words) => log.error(said(words), 'Slack client'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
