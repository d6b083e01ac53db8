import { performance } from 'node:perf_hooks';
import type { AnchoredClock } from './clock.ts';
import type { Role } from './config.ts';
import { attend } from './desk/briefings/attend.ts';
import { peopleDue } from './desk/briefings/due.ts';
import { makeDeliver } from './desk/deliver/deliver.ts';
import type { TeamSettings } from './desk/deps.ts';
import type { Desk } from './desk/desk.ts';
import { deskOf } from './desk/desk-of.ts';
import { fire } from './desk/fire.ts';
import type { Briefs } from './desk/ports/briefs.ts';
import type { Cases } from './desk/ports/cases.ts';
import type { Log } from './desk/ports/log.ts';
import type { Outbox } from './desk/ports/outbox.ts';
import type { Rates } from './desk/ports/paces.ts';
import type { Plans } from './desk/ports/plans.ts';
import type { Team } from './desk/ports/team.ts';
import type { PeopleWake, Wake } from './desk/ports/wake.ts';
import { makeSettings } from './desk/settings.ts';
import { tendSetup } from './desk/setup/messages.ts';
import { sweep } from './desk/sweep.ts';
import { makeWorkOff } from './desk/work-off.ts';
import { type PersonId, type WorkspaceId, workspaceId } from './domain/ids.ts';
import type { Policy } from './domain/policy.ts';
import { type Duration, type Instant, MINUTE, SECOND } from './domain/time.ts';
import { type FrontDoor, openFrontDoor } from './health.ts';
import { watchEmbedded } from './lost-database.ts';
import { readinessBoard } from './readiness.ts';
import { SWEEP_EVERY, startScheduler } from './scheduler/scheduler.ts';
import { deliveryClient, interactiveClient } from './slack/clients.ts';
import { startSlack } from './slack/slack-app.ts';
import { findInstalled, listenProblem } from './slack/start-check.ts';
import type { DatabaseOptions } from './store/database.ts';
import { openStore } from './store/open-store.ts';
import { startSafekeeping } from './store/safekeeping.ts';
import { deskDeps } from './surroundings.ts';

/** How Slack reaches this process; a worker has no line. */
type LineFromSlack =
  | { readonly kind: 'socket'; readonly appToken: string; readonly sockets: number }
  | { readonly kind: 'http'; readonly signingSecret: string }
  | { readonly kind: 'none' };

/** What a running product is made from. Everything that differs between installs, and nothing else. */
export interface AppOptions {
  /** `web` leaves the jobs to others; everything, where it is not said. */
  readonly role?: Role;
  readonly slack: { readonly botToken: string; readonly apiUrl: string; readonly transport: LineFromSlack };
  /** Where it listens, 0 for any port that is free. Without one it listens only if Slack comes by HTTP. */
  readonly port?: number;
  /** A server's address, a folder for the embedded database, or nothing: then it lives in memory. */
  readonly database: Omit<DatabaseOptions, 'patience'>;
  /** A Redis for the job queue; without it the jobs live in the database. */
  readonly redisUrl?: string;
  /** Where a workspace has not chosen for itself. */
  readonly settings: TeamSettings;
  /** Whoever is asked to set Docket up; without one, an admin of a workspace that has no channel for cases. */
  readonly installer?: PersonId;
  /** Made once the database's time is known. */
  readonly clock: (databaseNow: number) => AnchoredClock;
  readonly newId: () => string;
  readonly log: Log;
  readonly policy?: Policy;
  /** How fast Slack is called, where it is not Slack. */
  readonly rates?: Rates;
  readonly sweepEvery?: Duration;
  /** How long servers that are away are waited for. */
  readonly startWithin?: Duration;
  /** Something died that only a fresh process brings back. */
  readonly onFatal?: (err: unknown) => void;
  /** How many daily snapshots of an embedded database stay; 0 for none. */
  readonly snapshotsKept?: number;
  /** Ends this process so that the next one takes up a restored database. */
  readonly restart?: () => void;
}

/** The running product. */
export interface App {
  readonly desk: Desk;
  readonly cases: Cases;
  readonly outbox: Outbox;
  readonly team: Team;
  readonly plans: Pick<Plans, 'started' | 'rows'>;
  readonly briefs: Pick<Briefs, 'due'>;
  /** Whose briefing falls due, or waits, before an instant: the soonest few; those being sent count too. */
  peopleDue(before: Instant): Promise<readonly PeopleWake[]>;
  /** Looks for what is due now and starts on it; turning the clock ends with a call of this. */
  sweep(): Promise<void>;
  /**
   * Does what is due now in a row and wakes nobody, as turning the clock over days wants it; answers when there is
   * something to do next. What is due soon is found by the `sweep` afterwards.
   */
  workOff(): Promise<Instant>;
  /** Where it listens, if it does. */
  readonly port: number | undefined;
  stop(): Promise<void>;
}

/** Before there is a queue, and for whoever does without it. */
const NOBODY: Wake = { timers: async () => {}, outbox: async () => {}, people: async () => {} };

/** Sweeps without success after which a person should look. */
const SWEEPS_MISSED = 3;

/** Builds and starts the product. Used by `main`, the sandbox and the tests alike. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { log, slack, role = 'all', startWithin = MINUTE } = options;
  const startBy = performance.now() + startWithin;
  const patience = (): Duration => Math.max(SECOND, startBy - performance.now());
  const stops: (() => Promise<void>)[] = [];
  /** Each part ends, whatever the others do: the database late, for its lock must go. */
  const stop = async (): Promise<void> => {
    board.say('slack', () => 'stopping');
    const faults: unknown[] = [];
    for (const next of stops.splice(0).reverse()) await next().catch((err: unknown) => faults.push(err));
    if (faults.length > 0) throw new AggregateError(faults, 'Some parts did not stop cleanly');
  };
  const board = readinessBoard(role);
  try {
    const door = await frontDoorOf(options, () => board.read());
    if (door) stops.push(() => door.close());
    const store = await openStore(
      { ...options.database, patience: { limit: patience(), log } },
      options.newId,
    );
    const { cases, outbox, database } = store;
    const settings = makeSettings(store.team, options.settings);
    await settings.refresh();
    stops.push(() => database.close());
    board.ask('database', () => database.now());
    const clock = options.clock(await database.now());
    const lost = (err: unknown): void => options.onFatal?.(err);
    const ask = (): Promise<number> => database.now();
    const databaseNow = database.engine === 'pglite' ? watchEmbedded(ask, lost) : ask;
    if (database.snapshots) {
      const safekeeping = await startSafekeeping({
        snapshots: database.snapshots,
        kept: options.snapshotsKept ?? 7,
        now: clock.now,
        log,
        restart:
          options.restart ?? (() => log.warn({}, 'Nobody can restart this; a restored database waits')),
      });
      stops.push(() => safekeeping.stop());
    }
    const delivery = deliveryClient(slack.botToken, { slackApiUrl: slack.apiUrl, log });
    const interactive = interactiveClient(slack.botToken, { slackApiUrl: slack.apiUrl, log });
    let wake: Wake = NOBODY;
    /** How many are working off what is due: what they would wake others for, they do themselves. */
    let workingOff = 0;
    const waking = (): Wake => (workingOff > 0 ? NOBODY : wake);
    const deps = deskDeps({
      store,
      team: settings.team,
      delivery,
      interactive,
      wake: {
        timers: (due) => waking().timers(due),
        outbox: (lanes) => waking().outbox(lanes),
        people: (due) => waking().people(due),
      },
      now: clock.now,
      settings: settings.of,
      policy: options.policy,
      rates: options.rates,
      log,
    });
    const deliver = makeDeliver(deps);
    const workOff = makeWorkOff(deps, deliver);
    const { locale } = options.settings;
    /** Known once Slack said where we are. */
    const here: { workspace?: WorkspaceId } = {};
    const tend = async (): Promise<void> => {
      if (here.workspace !== undefined) await tendSetup(deps, here.workspace, options.installer ?? null);
    };
    // Before any work: a token that Slack refuses would let each message fail for good.
    if (slack.transport.kind === 'none')
      here.workspace = workspaceId(
        (await findInstalled({ client: interactive, apiUrl: slack.apiUrl, locale })).team_id,
      );
    const sweepEvery = options.sweepEvery ?? SWEEP_EVERY;
    const scheduler = await startScheduler({
      ...(options.redisUrl === undefined ? { pool: database.pool } : { redis: options.redisUrl }),
      works: role !== 'web',
      handlers: {
        fire: (timer) => fire(deps, timer.workspaceId, timer.case),
        deliver: (lane) => deliver({ workspaceId: lane.workspaceId, case: lane.case }),
        attend: ({ workspaceId, person }) => attend(deps, workspaceId, person),
      },
      sweep: async () => {
        clock.anchor(await databaseNow());
        await settings.refresh();
        await tend().catch((err: unknown) => log.error({ err }, 'The set-up could not be tended'));
        return sweep(deps);
      },
      now: clock.now,
      log,
      sweepEvery,
      startLimit: patience(),
    });
    wake = scheduler.wake;
    stops.push(() => scheduler.stop());
    board.ask('queue', () => scheduler.checkQueue());
    const begun = clock.now();
    board.say('sweep', () => {
      const sweptAt = scheduler.sweptAt();
      const since = clock.now() - (sweptAt ?? begun);
      if (since > SWEEPS_MISSED * sweepEvery)
        return `late (none succeeded for ${Math.round(since / SECOND)} s)`;
      return sweptAt === null ? 'starting' : 'ok';
    });
    const desk = deskOf(deps);
    const { transport } = slack;
    let line: () => string = () => 'ok';
    if (transport.kind !== 'none') {
      const surface = await startSlack({
        ...slack,
        transport:
          transport.kind === 'http'
            ? { ...transport, mount: (listener) => door?.mount(listener) }
            : transport,
        desk,
        log,
        newReference: () => options.newId().slice(0, 8).toUpperCase(),
        defaultLocale: locale,
      });
      stops.push(() => surface.stop());
      line = surface.state;
      here.workspace = surface.workspace;
      await tend().catch((err: unknown) => log.error({ err }, 'The set-up could not be tended'));
    }
    board.say('slack', line);
    return {
      desk,
      cases,
      outbox,
      team: settings.team,
      plans: deps.plans,
      briefs: deps.briefs,
      peopleDue: (before) => peopleDue(deps, before, before, 1),
      sweep: () => scheduler.sweepNow(),
      workOff: async () => {
        workingOff += 1;
        try {
          return await workOff();
        } finally {
          workingOff -= 1;
        }
      },
      port: door?.port,
      stop,
    };
  } catch (error) {
    await stop().catch((err: unknown) => log.error({ err }, 'Stopping failed'));
    throw error;
  }
}

/** @throws StartProblem where its port is taken. */
async function frontDoorOf(
  { slack, port, settings }: AppOptions,
  readiness: Parameters<typeof openFrontDoor>[0]['readiness'],
): Promise<FrontDoor | undefined> {
  const byHttp = slack.transport.kind === 'http';
  if (port === undefined && !byHttp) return undefined;
  return openFrontDoor({ port: port ?? 0, readiness, slack: byHttp }).catch((err: unknown) => {
    throw listenProblem(err, settings.locale);
  });
}
