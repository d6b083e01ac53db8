import type { AddressInfo } from 'node:net';
import { App, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import {
  type LocalSlack,
  type LocalSlackOptions,
  startLocalSlack,
} from '../../src/sandbox/local-slack/local-slack.ts';

/** A local Slack that ends with the test. */
export async function localSlack(options: LocalSlackOptions = {}): Promise<LocalSlack> {
  const slack = await startLocalSlack(options);
  onTestFinished(() => slack.close());
  return slack;
}

/** The real client, which neither retries nor waits. */
export function clientOf(slack: LocalSlack, token = slack.botToken): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    logLevel: LogLevel.ERROR,
    logger: silent,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 500,
  });
}

const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** Adds a test's listeners to a real Bolt app. */
export type Listeners = (app: App) => void;

/** A real Bolt app over Socket Mode. */
export async function socketApp(slack: LocalSlack, listen: Listeners): Promise<App> {
  const { botToken: token, appToken } = slack;
  const app = new App({ ...common(slack), token, appToken, socketMode: true });
  listen(app);
  await app.start();
  onTestFinished(async () => void (await app.stop()));
  return app;
}

/** A local Slack and a real Bolt app that talk signed HTTP. */
export async function httpPair(listen: Listeners, options: LocalSlackOptions = {}): Promise<LocalSlack> {
  let requestUrl = '';
  const slack = await localSlack({ ...options, requestUrl: () => requestUrl });
  const app = new App({ ...common(slack), token: slack.botToken, signingSecret: slack.signingSecret });
  listen(app);
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  requestUrl = `http://127.0.0.1:${portOf(server.address())}/slack/events`;
  onTestFinished(async () => void (await app.stop()));
  return slack;
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The app has no port');
  return address.port;
}

/** A local Slack and a real Bolt app that talk Socket Mode. */
export async function socketPair(listen: Listeners, options: LocalSlackOptions = {}): Promise<LocalSlack> {
  const slack = await localSlack(options);
  await socketApp(slack, listen);
  return slack;
}

function common(slack: LocalSlack) {
  return {
    logger: silent,
    convoStore: false as const,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, timeout: 2_500 },
  };
}
