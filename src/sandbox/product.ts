import { randomUUID } from 'node:crypto';
import { type App, type AppOptions, buildApp } from '../app.ts';
import { anchoredClock } from '../clock.ts';
import { UNLIMITED } from '../desk/deliver/pacing.ts';
import type { Log } from '../desk/ports/log.ts';
import { channelId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { COMMAND, EVENTS } from '../slack/hears.ts';
import { DESCRIPTION, SCOPES, USAGE_HINT } from '../slack/manifest.ts';
import { SHORTCUTS } from '../slack/shortcuts/ids.ts';
import { KeptWorld } from './kept-world.ts';
import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from './local-slack/local-slack.ts';
import { clockFrom, type MovableClock, movableClock } from './movable-clock.ts';
import { type Turner, turner } from './turn.ts';
import { upcoming } from './upcoming.ts';

/** The app as the manifest makes it: what it does not ask for, the local Slack refuses. */
const INSTALLED: LocalSlackOptions = {
  scopes: [...SCOPES],
  events: Object.keys(EVENTS),
  commands: [{ name: COMMAND, hint: USAGE_HINT, description: DESCRIPTION }],
  shortcuts: SHORTCUTS.map(({ id: callbackId, name, type }) => ({ callbackId, name, type })),
};

/** How long the product may take to reach its local Slack. */
const CONNECT_LIMIT_MS = 30_000;

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
  readonly redisUrl?: string;
  /** A folder in which all of it outlives a restart; it then holds the database too. */
  readonly keepIn?: string;
  readonly transport?: 'socket' | 'http';
  /** How many Socket Mode connections; one, where it is not said. */
  readonly sockets?: number;
  /** Where the clock starts; now, where it is not said. */
  readonly startAt?: Instant;
  readonly locale?: 'en' | 'zh-CN';
  readonly caseChannel?: string;
  readonly log: Log;
}

/** Starts both and lets them find each other. The sandbox and the journeys use it alike. */
export async function startProduct(options: SandboxOptions): Promise<SandboxProduct> {
  const { keepIn, sockets = 1 } = options;
  const kept = keepIn === undefined ? undefined : new KeptWorld(keepIn, options.log);
  const running = options.startAt === undefined ? anchoredClock(Date.now()) : clockFrom(options.startAt);
  const clock = movableClock(running, () => kept?.changed());
  const started: { app?: App; turner?: Turner } = {};
  const slack = await startLocalSlack({
    ...INSTALLED,
    ...options.slack,
    now: () => clock.now(),
    ...(options.transport === 'http'
      ? { requestUrl: () => `http://127.0.0.1:${started.app?.port ?? 0}/slack/events` }
      : {}),
    hooks: {
      upcoming: async () => (started.app ? upcoming(started.app) : []),
      turn: async (by) => started.turner?.turnTo(clock.now() + by),
      turnToNext: async () => started.turner?.turnToNext(),
    },
  });
  const end = async (stopApp: () => Promise<void>): Promise<void> => {
    try {
      kept?.finish();
      await stopApp();
    } finally {
      kept?.end();
      await slack.close();
    }
  };
  const app = await buildApp({
    slack: {
      botToken: slack.botToken,
      apiUrl: slack.apiUrl,
      transport:
        options.transport === 'http'
          ? { kind: 'http', signingSecret: slack.signingSecret }
          : { kind: 'socket', appToken: slack.appToken, sockets },
    },
    ...(options.transport === 'http' ? { port: 0 } : {}),
    ...(options.redisUrl === undefined ? {} : { redisUrl: options.redisUrl }),
    database: keepIn === undefined ? (options.database ?? {}) : { dataDir: keepIn },
    settings: {
      caseChannel: channelId(options.caseChannel ?? 'C0CASES'),
      zone: 'Asia/Shanghai',
      locale: options.locale ?? 'en',
    },
    clock: (databaseNow) => {
      clock.anchor(databaseNow);
      // Not sooner: only now does the database's lock hold the folder, and nobody else writes there.
      kept?.takeUp(slack, clock);
      return clock;
    },
    newId: randomUUID,
    rates: UNLIMITED,
    log: options.log,
  }).catch(async (error: unknown) => {
    await end(async () => {});
    throw error;
  });
  // Bolt says that it started before Slack has the socket; a command in between would fail.
  if (options.transport !== 'http')
    await slack.eventually(() => slack.connections >= sockets, CONNECT_LIMIT_MS);
  started.app = app;
  const turn = turner(app, clock);
  started.turner = turn;
  return {
    ...turn,
    slack,
    app,
    clock,
    stop: () => end(() => app.stop()),
  };
}
