import { randomUUID } from 'node:crypto';
import { makeDeliver } from '../../desk/deliver/deliver.ts';
import { UNLIMITED } from '../../desk/deliver/pacing.ts';
import type { TeamSettings } from '../../desk/deps.ts';
import { deskOf } from '../../desk/desk-of.ts';
import { fire } from '../../desk/fire.ts';
import type { Log } from '../../desk/ports/log.ts';
import { deliveryClient, interactiveClient } from '../../slack/clients.ts';
import type { DatabaseOptions } from '../../store/database.ts';
import { openStore } from '../../store/open-store.ts';
import { deskDeps } from '../../surroundings.ts';
import type { LocalSlack } from '../local-slack/local-slack.ts';
import type { MovableClock } from '../movable-clock.ts';
import type { Team } from './scene.ts';
import { teamAt } from './team.ts';

/** Later than any claim was made. */
const FAR = Number.MAX_SAFE_INTEGER;
const AT_ONCE = 2_000;

export interface WorkshopOptions {
  readonly slack: LocalSlack;
  readonly database: DatabaseOptions;
  readonly clock: MovableClock;
  readonly settings: TeamSettings;
  readonly log: Log;
}

/** The product's desk, timers and messages without its job queue: whatever is due is done at once, in a row. */
export async function inWorkshop(
  { slack, database, clock, settings, log }: WorkshopOptions,
  work: (team: Team) => Promise<void>,
): Promise<void> {
  const store = await openStore(database, randomUUID);
  try {
    const { cases, outbox } = store;
    const deps = deskDeps({
      store,
      team: store.team,
      delivery: deliveryClient(slack.botToken, { slackApiUrl: slack.apiUrl, log }),
      interactive: interactiveClient(slack.botToken, { slackApiUrl: slack.apiUrl, log }),
      wake: { timers: async () => {}, outbox: async () => {}, people: async () => {} },
      now: clock.now,
      settings: () => settings,
      rates: UNLIMITED,
      log,
    });
    const deliver = makeDeliver(deps);
    const settle = async (): Promise<void> => {
      for (const due of await cases.timersDue(clock.now(), AT_ONCE))
        await fire(deps, due.workspaceId, due.case);
      for (;;) {
        const [lane] = await outbox.lanesDue(clock.now(), FAR, 1);
        if (!lane) return;
        await deliver(lane);
      }
    };
    const turnTo = async (instant: number): Promise<void> => {
      await settle();
      clock.turnTo(instant);
      await settle();
    };
    await work(teamAt({ desk: deskOf(deps), locale: settings.locale, turnTo }));
    await settle();
  } finally {
    await store.database.close();
  }
}
