import { randomUUID } from 'node:crypto';
import { type App, type AppOptions, buildApp } from '../app.ts';
import { anchoredClock } from '../clock.ts';
import type { Log } from '../desk/ports/log.ts';
import { channelId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from './local-slack/local-slack.ts';
import { type MovableClock, movableClock } from './movable-clock.ts';
import { type Turner, turner } from './turn.ts';
import { upcoming } from './upcoming.ts';

/** The real product against a local Slack, with a clock that can be turned. */
export interface SandboxProduct extends Turner {
  readonly slack: LocalSlack;
  readonly app: App;
  readonly clock: MovableClock;
  stop(): Promise<void>;
}

export interface SandboxOptions {
  readonly slack?: LocalSlackOptions;
  readonly database?: AppOptions['database'];
  readonly transport?: 'socket' | 'http';
  /** Where the clock starts; now, where it is not said. */
  readonly startAt?: Instant;
  readonly locale?: 'en' | 'zh-CN';
  readonly caseChannel?: string;
  readonly log: Log;
}

/** Starts both and lets them find each other. The sandbox and the journeys use it alike. */
export async function startProduct(options: SandboxOptions): Promise<SandboxProduct> {
  const clock = movableClock(anchoredClock(Date.now()));
  if (options.startAt !== undefined) clock.turnTo(options.startAt);
  const started: { app?: App; turner?: Turner } = {};
  const slack = await startLocalSlack({
    ...options.slack,
    now: clock.now,
    ...(options.transport === 'http'
      ? { requestUrl: () => `http://127.0.0.1:${started.app?.port ?? 0}/slack/events` }
      : {}),
    hooks: {
      upcoming: async () => (started.app ? upcoming(started.app) : []),
      turn: async (by) => started.turner?.turnTo(clock.now() + by),
      turnToNext: async () => started.turner?.turnToNext(),
    },
  });
  const app = await buildApp({
    slack: {
      botToken: slack.botToken,
      apiUrl: slack.apiUrl,
      transport:
        options.transport === 'http'
          ? { kind: 'http', signingSecret: slack.signingSecret, port: 0 }
          : { kind: 'socket', appToken: slack.appToken },
    },
    database: options.database ?? {},
    settings: {
      caseChannel: channelId(options.caseChannel ?? 'C0CASES'),
      zone: 'Asia/Shanghai',
      locale: options.locale ?? 'en',
    },
    clock: (databaseNow) => {
      clock.anchor(databaseNow);
      return clock;
    },
    newId: randomUUID,
    log: options.log,
  });
  started.app = app;
  const turn = turner(app, clock);
  started.turner = turn;
  return {
    ...turn,
    slack,
    app,
    clock,
    stop: async () => {
      await app.stop();
      await slack.close();
    },
  };
}
