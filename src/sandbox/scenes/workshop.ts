import { randomUUID } from 'node:crypto';
import { peopleDue } from '../../desk/briefings/due.ts';
import { makeDeliver } from '../../desk/deliver/deliver.ts';
import { UNLIMITED } from '../../desk/deliver/pacing.ts';
import type { TeamSettings } from '../../desk/deps.ts';
import { deskOf } from '../../desk/desk-of.ts';
import type { Log } from '../../desk/ports/log.ts';
import { makeSettings } from '../../desk/settings.ts';
import { makeWorkOff } from '../../desk/work-off.ts';
import type { Instant } from '../../domain/time.ts';
import { deliveryClient, interactiveClient } from '../../slack/clients.ts';
import type { DatabaseOptions } from '../../store/database.ts';
import { openStore } from '../../store/open-store.ts';
import { deskDeps } from '../../surroundings.ts';
import type { LocalSlack } from '../local-slack/local-slack.ts';
import type { MovableClock } from '../movable-clock.ts';
import { turner } from '../turn.ts';
import type { Team } from './scene.ts';
import { teamAt } from './team.ts';

export interface WorkshopOptions {
  readonly slack: LocalSlack;
  readonly database: DatabaseOptions;
  readonly clock: MovableClock;
  readonly settings: TeamSettings;
  readonly log: Log;
}

/** The product's desk, timers and messages without its job queue and its ear for Slack. */
export async function inWorkshop(
  { slack, database, clock, settings, log }: WorkshopOptions,
  work: (team: Team) => Promise<void>,
): Promise<void> {
  const store = await openStore(database, randomUUID);
  try {
    const chosen = makeSettings(store.team, settings);
    await chosen.refresh();
    const deps = deskDeps({
      store,
      team: chosen.team,
      delivery: deliveryClient(slack.botToken, { slackApiUrl: slack.apiUrl, log }),
      interactive: interactiveClient(slack.botToken, { slackApiUrl: slack.apiUrl, log }),
      wake: { timers: async () => {}, outbox: async () => {}, people: async () => {} },
      now: clock.now,
      settings: chosen.of,
      rates: UNLIMITED,
      log,
    });
    const app = {
      cases: store.cases,
      outbox: store.outbox,
      peopleDue: (before: Instant) => peopleDue(deps, before, before, 1),
      // Nobody is there who could be woken.
      sweep: async () => {},
      workOff: makeWorkOff(deps, makeDeliver(deps)),
    };
    const time = turner(app, clock);
    const turnTo = (to: Instant): Promise<void> => time.turnTo(to);
    await work(teamAt({ desk: deskOf(deps), locale: settings.locale, turnTo }));
    await turnTo(clock.now());
  } finally {
    await store.database.close();
  }
}
