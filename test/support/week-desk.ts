import { attend } from '../../src/desk/briefings/attend.ts';
import { peopleDue, sweepPeople } from '../../src/desk/briefings/due.ts';
import type { Outcome, Post } from '../../src/desk/ports/messenger.ts';
import { makeSettings } from '../../src/desk/settings.ts';
import type { Case } from '../../src/domain/case.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import { startLocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { deliveryClient } from '../../src/slack/clients.ts';
import { slackMessenger } from '../../src/slack/messenger.ts';
import type { Database } from '../../src/store/database.ts';
import { deskOn, silent } from './desk.ts';
import { LEADS, PEOPLE } from './team-of-fifteen.ts';

const FAR = Number.MAX_SAFE_INTEGER;
const AT_ONCE = 500;

/** A message as it stood in Slack, and when. */
export interface Sent {
  readonly at: Instant;
  readonly post: Post;
}

/**
 * The desk over the strict local Slack, with the queue left out: whatever is due is done at its instant, in a row,
 * so that a week takes seconds and every run is the same.
 */
export async function weekDesk(database: Database, startAt: Instant) {
  const team = await deskOn(database, startAt);
  const { deps, time } = team;
  for (const person of PEOPLE) team.people.set(person.id, person);
  team.admins.clear();
  team.admins.add(LEADS[0] ?? '');
  const slack = await startLocalSlack({
    now: () => time.now,
    workspace: {
      people: PEOPLE.map(({ id, name, zone, locale }) => ({ id, name, tz: zone, locale })),
      channels: [{ id: 'C0CASES', name: 'cases' }],
    },
  });
  const client = deliveryClient(slack.botToken, { slackApiUrl: slack.apiUrl, log: silent });
  const messenger = slackMessenger({ clientFor: () => client, log: silent });
  const settings = makeSettings(deps.team, { caseChannel: null, zone: 'Asia/Shanghai', locale: 'en' });
  const sent: Sent[] = [];
  const unsent: Outcome[] = [];
  Object.assign(deps, {
    settings: settings.of,
    messenger: {
      ...messenger,
      post: async (post: Post) => {
        const outcome = await messenger.post(post);
        if (outcome.kind === 'sent') sent.push({ at: time.now, post });
        else unsent.push(outcome);
        return outcome;
      },
    },
  });

  /** All that is due now is done. */
  async function settle(): Promise<void> {
    await settings.refresh();
    for (let round = 0; round < 50; round += 1) {
      const timers = await deps.cases.timersDue(time.now, AT_ONCE);
      for (const number of new Set(timers.map((timer) => timer.case))) await team.fire(number);
      const woken = round === 0 ? await sweepPeople(deps) : await peopleDue(deps, time.now, 0);
      const people = woken.filter(({ at }) => at <= time.now);
      for (const { workspaceId, person } of people) await attend(deps, workspaceId, person);
      const lanes = await deps.outbox.lanesDue(time.now, FAR, AT_ONCE);
      for (const lane of lanes) await team.deliver(lane.case);
      if (timers.length + lanes.length + people.length === 0) return;
    }
    throw new Error(`There is no end to what is due at ${new Date(time.now).toISOString()}`);
  }

  async function turnTo(target: Instant): Promise<void> {
    await settle();
    for (;;) {
      const [timer] = await deps.cases.timersDue(FAR, 1);
      const [lane] = await deps.outbox.lanesDue(FAR, FAR, 1);
      const briefs = (await peopleDue(deps, FAR, 0)).map(({ at }) => at);
      const next = Math.min(timer?.dueAt ?? FAR, lane?.notBefore ?? FAR, ...briefs);
      if (next > target) break;
      time.now = Math.max(time.now, next);
      await settle();
    }
    time.now = target;
    await settle();
  }

  return { ...team, slack, sent, unsent, settle, turnTo };
}

export type WeekDesk = Awaited<ReturnType<typeof weekDesk>>;

/** The case of a message of a thread; null for a card or a briefing. */
export function threadOf({
  post,
}: Sent): { readonly case: Case; readonly mention: readonly PersonId[] } | null {
  const { content } = post;
  return content.kind === 'notices' ? { case: content.view.case, mention: content.mention } : null;
}
