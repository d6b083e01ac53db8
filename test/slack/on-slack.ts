import { onTestFinished } from 'vitest';
import type { LogFields } from '../../src/desk/ports/log.ts';
import { openFrontDoor } from '../../src/health.ts';
import { type LocalSlack, startLocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { startSlack } from '../../src/slack/slack-app.ts';
import { FakeDesk } from './fake-desk.ts';

export const CASES = 'C0CASES';
/** A channel that Docket is no member of. */
export const GENERAL = 'C0GENERAL';

export interface Logged {
  readonly fields: LogFields;
  readonly message: string;
}

/** The real surface over Socket Mode or HTTP on a local Slack, with a desk in the test's hands. */
export async function onSlack(kind: 'socket' | 'http' = 'socket') {
  const desk = new FakeDesk();
  const errors: Logged[] = [];
  let requestUrl = '';
  const slack = await startLocalSlack({
    now: () => desk.now(),
    ...(kind === 'http' ? { requestUrl: () => requestUrl } : {}),
  });
  const quiet = () => {};
  const readiness = () => Promise.reject(new Error('Nobody asks'));
  const door = await openFrontDoor({ port: 0, readiness, slack: true });
  const app = await startSlack({
    transport:
      kind === 'socket'
        ? { kind, appToken: slack.appToken }
        : { kind, signingSecret: slack.signingSecret, mount: door.mount },
    botToken: slack.botToken,
    apiUrl: slack.apiUrl,
    desk,
    log: {
      debug: quiet,
      info: quiet,
      warn: quiet,
      error: (fields, message) => errors.push({ fields, message }),
    },
    newReference: () => `REF${errors.length + 1}`,
    defaultLocale: 'en',
  });
  requestUrl = `http://127.0.0.1:${door.port}/slack/events`;
  onTestFinished(async () => {
    await app.stop();
    await door.close();
    await slack.close();
  });
  return { desk, slack, app, errors, url: requestUrl };
}

/** Everything that can be read in a person's top modal, as JSON. */
export const modalOf = (slack: LocalSlack, user: string): string =>
  JSON.stringify(slack.views(user).at(-1)?.view ?? null);

/** What a person was told last, beside their modals. */
export const lastTold = (slack: LocalSlack, user: string): string => {
  const last = slack.ephemerals(user).at(-1);
  return last ? `${last.text} ${JSON.stringify(last.blocks)}` : '';
};
