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
import { type Database, openDatabase } from '../store/database.ts';
import { guideProgress } from './guide-progress.ts';
import { KeptWorld } from './kept-world.ts';
import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from './local-slack/local-slack.ts';
import { clockFrom, type MovableClock, movableClock } from './movable-clock.ts';
import { type DatabaseLine, outlivingDatabase } from './outliving-database.ts';
import type { SandboxScene, SandboxUpcoming } from './protocol.ts';
import { SCENES } from './scenes/all.ts';
import type { Scene } from './scenes/scene.ts';
import { teamAt, teamInSlack } from './scenes/team.ts';
import { inWorkshop } from './scenes/workshop.ts';
import { type Turner, turner } from './turn.ts';
import { unsaid } from './unsaid.ts';
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

const MUTE: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const muteable = (life: { readonly log: Log }): Log => ({
  debug: (...said) => life.log.debug(...said),
  info: (...said) => life.log.info(...said),
  warn: (...said) => life.log.warn(...said),
  error: (...said) => life.log.error(...said),
});

/** The real product against a local Slack, with a clock that can be turned. */
export interface SandboxProduct extends Turner {
  readonly slack: LocalSlack;
  /** The running one; after a kill another. */
  readonly app: App;
  readonly clock: MovableClock;
  /** Kills the product as a power cut would, as nearly as one process can, and starts it on the same database. */
  kill(): Promise<void>;
  /** The page says from now on that another world is on its way. */
  leave(scene: string): void;
  stop(): Promise<void>;
}

export interface SandboxOptions {
  readonly slack?: LocalSlackOptions;
  readonly database?: AppOptions['database'];
  /** Opens a database in memory; where it is not said, an empty one. */
  readonly openInMemory?: () => Promise<Database>;
  readonly redisUrl?: string;
  /** A folder in which all of it outlives a restart; it then holds the database too. */
  readonly keepIn?: string;
  readonly transport?: 'socket' | 'http';
  /** How many Socket Mode connections; one, where it is not said. */
  readonly sockets?: number;
  /** Where the clock starts; now, where it is not said. */
  readonly startAt?: Instant;
  /** What has happened before anybody looks; its clock goes before `startAt`. */
  readonly scene?: Scene;
  /** Called when a person at the page wants another scene; without it the page offers none. */
  readonly onScene?: (name: string) => void;
  readonly locale?: 'en' | 'zh-CN';
  readonly caseChannel?: string;
  readonly log: Log;
}

/** Starts both and lets them find each other. The sandbox and the journeys use it alike. */
export async function startProduct(options: SandboxOptions): Promise<SandboxProduct> {
  const { keepIn, sockets = 1, scene, onScene, log } = options;
  const kept = keepIn === undefined ? undefined : new KeptWorld(keepIn, log);
  const startAt = kept?.storyTime() ?? scene?.startAt ?? options.startAt;
  const running = startAt === undefined ? anchoredClock(Date.now()) : clockFrom(startAt);
  const clock = movableClock(running, () => kept?.changed());
  const caseChannel = channelId(options.caseChannel ?? 'C0CASES');
  const settings = {
    caseChannel: scene?.isSetUp === false ? null : caseChannel,
    zone: 'Asia/Shanghai',
    locale: options.locale ?? 'en',
  };
  const started: { app?: App; line?: DatabaseLine; life?: { log: Log } } = {};
  const empty: SandboxUpcoming[] = [];
  const stage = {
    name: scene?.name ?? '',
    run: randomUUID(),
    isPreparing: scene !== undefined,
    isDown: false,
    turning: 0,
    upcoming: empty,
  };
  const sceneState = (): SandboxScene => ({
    name: stage.name,
    run: stage.run,
    isPreparing: stage.isPreparing,
    choices: SCENES.map(({ name }) => name),
    ...(keepIn === undefined ? {} : { fixed: 'kept' }),
  });
  const slack = await startLocalSlack({
    ...INSTALLED,
    ...options.slack,
    now: () => clock.now(),
    ...(options.transport === 'http'
      ? { requestUrl: () => `http://127.0.0.1:${started.app?.port ?? 0}/slack/events` }
      : {}),
    hooks: {
      upcoming: async () => {
        // A page that watches asks at each message; a night is over sooner without answers to that.
        if (started.app && stage.turning === 0) stage.upcoming = await upcoming(started.app);
        return stage.upcoming;
      },
      turn: async (by) => turning(() => turn.turnTo(clock.now() + by)),
      turnToNext: () => turning(() => turn.turnToNext()),
      guide: async () => started.app && guideProgress(started.app, slack, caseChannel),
      unsaid: async () => (started.app ? unsaid(started.app) : 0),
      kill: () => kill(),
      isDown: () => stage.isDown,
      ...(onScene ? { scene: sceneState, startScene: onScene } : {}),
    },
  });
  const { openInMemory = () => openDatabase({}) } = options;
  const outliving = keepIn || options.database ? undefined : outlivingDatabase(await openInMemory());
  const database = (): AppOptions['database'] => {
    if (!outliving) return keepIn === undefined ? (options.database ?? {}) : { dataDir: keepIn };
    started.line = outliving.line();
    return { session: started.line.session };
  };
  const launch = async (): Promise<App> => {
    const life = { log };
    started.life = life;
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
      database: database(),
      settings,
      clock: (databaseNow) => {
        clock.anchor(databaseNow);
        // Not sooner: only now does the database's lock hold the folder, and nobody else writes there.
        if (!started.app) kept?.takeUp(slack, clock, startAt !== undefined);
        return clock;
      },
      newId: randomUUID,
      rates: UNLIMITED,
      log: muteable(life),
    });
    // Bolt says that it started before Slack has the socket; a command in between would fail.
    if (options.transport !== 'http')
      await slack.eventually(() => slack.connections >= sockets, CONNECT_LIMIT_MS);
    return app;
  };
  const end = async (stopApp: () => Promise<void>): Promise<void> => {
    try {
      kept?.finish();
      await stopApp();
    } finally {
      kept?.end();
      await outliving?.close();
      await slack.close();
    }
  };
  const theApp = (): App => {
    if (!started.app) throw new Error('The product has not started yet');
    return started.app;
  };
  const turn = turner(
    {
      get cases() {
        return theApp().cases;
      },
      get outbox() {
        return theApp().outbox;
      },
      peopleDue: (before) => theApp().peopleDue(before),
      sweep: () => theApp().sweep(),
      workOff: () => theApp().workOff(),
    },
    clock,
  );
  async function turning(work: () => Promise<void>): Promise<void> {
    stage.turning += 1;
    try {
      await work();
    } finally {
      stage.turning -= 1;
    }
  }
  async function kill(): Promise<void> {
    if (stage.isDown) return;
    stage.isDown = true;
    const lift = slack.faults.fail('*', { kind: 'reset' }, { times: Number.POSITIVE_INFINITY });
    try {
      // What dies complains of all that was taken from it.
      if (started.life) started.life.log = MUTE;
      slack.faults.cutSockets();
      started.line?.cut();
      await theApp()
        .stop()
        .catch((err: unknown) => log.debug({ err }, 'It was killed'));
      lift();
      started.app = await launch();
    } finally {
      lift();
      stage.isDown = false;
    }
  }
  try {
    if (scene?.past) await inWorkshop({ slack, database: database(), clock, settings, log }, scene.past);
    const app = await launch();
    started.app = app;
    if (scene?.story) {
      const team = teamAt({ desk: app.desk, locale: settings.locale, turnTo: (to) => turn.turnTo(to) });
      await scene.story(teamInSlack(team, slack, () => turn.settle()));
      await turn.settle();
    }
    stage.isPreparing = false;
  } catch (error) {
    await end(async () => started.app?.stop());
    throw error;
  }
  return {
    ...turn,
    slack,
    get app() {
      return theApp();
    },
    clock,
    kill,
    leave: (name) => Object.assign(stage, { name, isPreparing: true }),
    stop: () => end(() => theApp().stop()),
  };
}
