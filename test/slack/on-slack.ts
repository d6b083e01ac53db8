import { onTestFinished } from 'vitest';
import type { LogFields } from '../../src/desk/ports/log.ts';
import { openFrontDoor } from '../../src/health.ts';
import {
  type LocalSlack,
  type LocalSlackOptions,
  startLocalSlack,
} from '../../src/sandbox/local-slack/local-slack.ts';
import { SHORTCUTS } from '../../src/slack/shortcuts/ids.ts';
import { startSlack } from '../../src/slack/slack-app.ts';
import { FakeDesk } from './fake-desk.ts';

export const CASES = 'C0CASES';
/** A channel that Docket is no member of. */
export const GENERAL = 'C0GENERAL';

const NO_PARTS = { database: 'ok', queue: 'ok', slack: 'ok', sweep: 'ok' };

export interface Logged {
  readonly fields: LogFields;
  readonly message: string;
}

interface Wished extends Pick<LocalSlackOptions, 'ackMs' | 'eventRetryMs'> {
  readonly sockets?: number;
  /** What goes wrong from the start; then one socket is enough to begin with. */
  readonly spoil?: (slack: LocalSlack) => void;
}

/** The real surface over Socket Mode or HTTP on a local Slack, with a desk in the test's hands. */
export async function onSlack(kind: 'socket' | 'http' = 'socket', wished: Wished = {}) {
  const { sockets = 1, spoil, ...options } = wished;
  const desk = new FakeDesk();
  const errors: Logged[] = [];
  const readiness = async () => ({ ready: true, role: 'all' as const, parts: NO_PARTS });
  const door = await openFrontDoor({ port: 0, readiness, slack: true });
  const url = `http://127.0.0.1:${door.port}/slack/events`;
  const slack = await startLocalSlack({
    shortcuts: SHORTCUTS.map(({ id: callbackId, name, type }) => ({ callbackId, name, type })),
    ...options,
    now: () => desk.now(),
    ...(kind === 'http' ? { requestUrl: url } : {}),
  });
  const quiet = () => {};
  const start = () =>
    startSlack({
      transport:
        kind === 'socket'
          ? { kind, appToken: slack.appToken, sockets }
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
  spoil?.(slack);
  const app = await start();
  const atFirst = spoil ? 1 : sockets;
  if (kind === 'socket') await slack.eventually(() => slack.connections >= atFirst);
  onTestFinished(async () => {
    await app.stop();
    await slack.close();
    await door.close();
  });
  return { desk, slack, app, errors, url, start };
}

/** Everything that can be read in a person's top modal, as JSON. */
export const modalOf = (slack: LocalSlack, user: string): string =>
  JSON.stringify(slack.views(user).at(-1)?.view ?? null);

/** What a person was told last, beside their modals. */
export const lastTold = (slack: LocalSlack, user: string): string => {
  const last = slack.ephemerals(user).at(-1);
  return last ? `${last.text} ${JSON.stringify(last.blocks)}` : '';
};
