import { App, LogLevel } from '@slack/bolt';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';

/** A real Bolt app over Socket Mode against the local Slack; the test adds its listeners, then starts it. */
export function socketApp(slack: LocalSlack): App {
  return new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    convoStore: false,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, timeout: 2_500 },
  });
}
