import type { AnchoredClock } from './clock.ts';
import { makeDeliver } from './desk/deliver/deliver.ts';
import { SLACK_RATES } from './desk/deliver/pacing.ts';
import type { DeskDeps, TeamSettings } from './desk/deps.ts';
import type { Desk } from './desk/desk.ts';
import { deskOf } from './desk/desk-of.ts';
import { fire } from './desk/fire.ts';
import { makePeople } from './desk/people.ts';
import type { Cases } from './desk/ports/cases.ts';
import type { Log } from './desk/ports/log.ts';
import type { Outbox } from './desk/ports/outbox.ts';
import type { Rates } from './desk/ports/paces.ts';
import type { Wake } from './desk/ports/wake.ts';
import { sweep } from './desk/sweep.ts';
import { DEFAULT_POLICY, type Policy } from './domain/policy.ts';
import type { Duration } from './domain/time.ts';
import { type RequestServer, requestServer } from './request-server.ts';
import { startScheduler } from './scheduler/scheduler.ts';
import { deliveryClient, interactiveClient } from './slack/clients.ts';
import { slackMessenger } from './slack/messenger.ts';
import { slackProfiles } from './slack/profiles.ts';
import { type SlackTransport, startSlack } from './slack/slack-app.ts';
import { openStore } from './store/open-store.ts';

/** What a running product is made from. Everything that differs between installs, and nothing else. */
export interface AppOptions {
  readonly slack: {
    readonly botToken: string;
    readonly apiUrl: string;
    readonly transport:
      | Extract<SlackTransport, { kind: 'socket' }>
      | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };
  };
  /** A server's address, a folder for the embedded database, or neither: then it lives in memory. */
  readonly database: { readonly url?: string; readonly dataDir?: string };
  /** A Redis for the job queue; without it the jobs live in the database. */
  readonly redisUrl?: string;
  readonly settings: TeamSettings;
  /** Made once the database's time is known. */
  readonly clock: (databaseNow: number) => AnchoredClock;
  readonly newId: () => string;
  readonly log: Log;
  readonly policy?: Policy;
  /** How fast Slack is called, where it is not Slack. */
  readonly rates?: Rates;
  readonly sweepEvery?: Duration;
}

/** The running product. */
export interface App {
  readonly desk: Desk;
  readonly cases: Cases;
  readonly outbox: Outbox;
  /** Looks for what is due now and starts on it; turning the clock ends with a call of this. */
  sweep(): Promise<void>;
  /** The port that Slack's requests come to, where the transport is HTTP. */
  readonly port: number | undefined;
  stop(): Promise<void>;
}

/** Builds and starts the product. Used by `main`, the sandbox and the tests alike. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { log, policy = DEFAULT_POLICY } = options;
  const { cases, outbox, paces, roster, database } = await openStore(options.database, options.newId);
  const stops: (() => Promise<void>)[] = [() => database.close()];
  /** Each part ends, whatever the others do: the database last, for its lock must go. */
  const stop = async (): Promise<void> => {
    const faults: unknown[] = [];
    for (const next of stops.splice(0).reverse()) await next().catch((err: unknown) => faults.push(err));
    if (faults.length > 0) throw new AggregateError(faults, 'Some parts did not stop cleanly');
  };
  try {
    const clock = options.clock(await database.now());
    const { slack } = options;
    const delivery = deliveryClient(slack.botToken, { slackApiUrl: slack.apiUrl, log });
    const deps: DeskDeps = {
      cases,
      outbox,
      paces,
      rates: options.rates ?? SLACK_RATES,
      messenger: slackMessenger({ clientFor: () => delivery, log }),
      people: makePeople({
        profiles: slackProfiles(interactiveClient(slack.botToken, { slackApiUrl: slack.apiUrl, log })),
        roster,
        now: clock.now,
        log,
      }),
      wake: { timers: (due) => wake.timers(due), outbox: (lanes) => wake.outbox(lanes) },
      now: clock.now,
      policy,
      settings: () => options.settings,
      log,
    };
    const deliver = makeDeliver(deps);
    let wake: Wake = { timers: async () => {}, outbox: async () => {} };
    const scheduler = await startScheduler({
      ...(options.redisUrl === undefined ? { pool: database.pool } : { redis: options.redisUrl }),
      handlers: {
        fire: (timer) => fire(deps, timer.workspaceId, timer.case),
        deliver: (lane) => deliver({ workspaceId: lane.workspaceId, case: lane.case }),
      },
      sweep: async () => {
        clock.anchor(await database.now());
        return sweep(deps);
      },
      now: clock.now,
      log,
      ...(options.sweepEvery === undefined ? {} : { sweepEvery: options.sweepEvery }),
    });
    wake = scheduler.wake;
    stops.push(() => scheduler.stop());
    const desk = deskOf(deps);
    let server: RequestServer | undefined;
    if (slack.transport.kind === 'http') {
      server = await requestServer(slack.transport.port, options.settings.locale);
      stops.push(server.stop);
    }
    const surface = await startSlack({
      ...slack,
      transport:
        slack.transport.kind === 'http'
          ? { ...slack.transport, mount: (listener) => server?.mount(listener) }
          : slack.transport,
      desk,
      log,
      newReference: () => options.newId().slice(0, 8).toUpperCase(),
      defaultLocale: options.settings.locale,
    });
    stops.push(() => surface.stop());
    return { desk, cases, outbox, sweep: () => scheduler.sweepNow(), port: server?.port, stop };
  } catch (error) {
    await stop().catch((err: unknown) => log.error({ err }, 'Stopping failed'));
    throw error;
  }
}
