import type { AnchoredClock } from './clock.ts';
import { makeDeliver } from './desk/deliver/deliver.ts';
import type { DeskDeps, TeamSettings } from './desk/deps.ts';
import type { Desk } from './desk/desk.ts';
import { deskOf } from './desk/desk-of.ts';
import { fire } from './desk/fire.ts';
import { makePeople } from './desk/people.ts';
import type { Cases } from './desk/ports/cases.ts';
import type { Log } from './desk/ports/log.ts';
import type { Outbox } from './desk/ports/outbox.ts';
import type { Wake } from './desk/ports/wake.ts';
import { sweep } from './desk/sweep.ts';
import { DEFAULT_POLICY, type Policy } from './domain/policy.ts';
import type { Duration } from './domain/time.ts';
import { startScheduler } from './scheduler/scheduler.ts';
import { deliveryClient, interactiveClient } from './slack/clients.ts';
import { slackMessenger } from './slack/messenger.ts';
import { slackProfiles } from './slack/profiles.ts';
import { type SlackTransport, startSlack } from './slack/slack-app.ts';
import { openStore } from './store/open-store.ts';
import { startSafekeeping } from './store/safekeeping.ts';

/** What a running product is made from. Everything that differs between installs, and nothing else. */
export interface AppOptions {
  readonly slack: { readonly botToken: string; readonly apiUrl: string; readonly transport: SlackTransport };
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
  readonly sweepEvery?: Duration;
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
  /** Looks for what is due now and starts on it; turning the clock ends with a call of this. */
  sweep(): Promise<void>;
  /** The port that Slack's requests come to, where the transport is HTTP. */
  readonly port: number | undefined;
  stop(): Promise<void>;
}

/** Builds and starts the product. Used by `main`, the sandbox and the tests alike. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { log, policy = DEFAULT_POLICY } = options;
  const { cases, outbox, roster, database } = await openStore(options.database, options.newId);
  const stops: (() => Promise<void>)[] = [() => database.close()];
  /** Each part ends, whatever the others do: the database last, for its lock must go. */
  const stop = async (): Promise<void> => {
    const faults: unknown[] = [];
    for (const next of stops.splice(0).reverse()) await next().catch((err: unknown) => faults.push(err));
    if (faults.length > 0) throw new AggregateError(faults, 'Some parts did not stop cleanly');
  };
  try {
    const clock = options.clock(await database.now());
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
    const { slack } = options;
    const delivery = deliveryClient(slack.botToken, { slackApiUrl: slack.apiUrl, log });
    const deps: DeskDeps = {
      cases,
      outbox,
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
    const surface = await startSlack({
      ...slack,
      desk,
      log,
      newReference: () => options.newId().slice(0, 8).toUpperCase(),
      defaultLocale: options.settings.locale,
    });
    stops.push(() => surface.stop());
    return { desk, cases, outbox, sweep: () => scheduler.sweepNow(), port: surface.port, stop };
  } catch (error) {
    await stop().catch((err: unknown) => log.error({ err }, 'Stopping failed'));
    throw error;
  }
}
