import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { type App, type AppOptions, buildApp } from '../../src/app.ts';
import { anchoredClock } from '../../src/clock.ts';
import { channelId } from '../../src/domain/ids.ts';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { silent } from './desk.ts';
import { CASES } from './journey.ts';

type Given = Partial<AppOptions> & { readonly sockets?: number };

/** The product as a process of some role would run it, stopped after the test. */
export async function appOn(slack: LocalSlack, given: Given): Promise<App> {
  const app = await startOn(slack, given);
  onTestFinished(() => app.stop());
  return app;
}

/** The same, to be stopped by whoever started it; without a line where it works only. */
export function startOn(slack: LocalSlack, { sockets = 1, ...given }: Given): Promise<App> {
  return buildApp({
    slack: {
      botToken: slack.botToken,
      apiUrl: slack.apiUrl,
      transport:
        given.role === 'worker' ? { kind: 'none' } : { kind: 'socket', appToken: slack.appToken, sockets },
    },
    database: {},
    settings: { caseChannel: channelId(CASES), zone: 'Asia/Shanghai', locale: 'en' },
    clock: anchoredClock,
    newId: randomUUID,
    log: silent,
    ...given,
  });
}

/** What its HTTP server answers. */
export async function ask(port: number | undefined, path: string) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  const text = await answer.text();
  return { status: answer.status, text, headers: answer.headers };
}
