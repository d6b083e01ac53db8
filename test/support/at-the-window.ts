import { randomUUID } from 'node:crypto';
import { type App, type AppOptions, buildApp } from '../../src/app.ts';
import { channelId } from '../../src/domain/ids.ts';
import { NUDGES } from '../../src/i18n/nudges.ts';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import type { SandboxMessage } from '../../src/sandbox/protocol.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { silent } from './desk.ts';
import { type atWork, CASES, words } from './journey.ts';
import { at } from './story.ts';

export const TOM = 'U0TOM';
/** A Tuesday in New York, where Tom is awake; the window opens while a job for it lies in the queue already. */
export const BEFORE_NINE = at('2027-01-19T08:55-05:00');
export const NINE = at('2027-01-19T09:00-05:00');

type Team = ReturnType<typeof atWork>;

/** A case of Tom's that waits for the window, with all that there is to say so far said. */
export async function readyCase(
  team: Team,
  settle: () => Promise<void>,
  asin = 'B0ABC12345',
): Promise<number> {
  const number = await team.opened(TOM, { [FIELD.identifiers]: asin });
  await team.ready(TOM, number);
  await settle();
  return number;
}

const [OPENS = ''] = NUDGES.en.windowOpen('#').split('#');
/** The messages that say that the window of a case is open. */
export const windowNudges = (team: Team, number: number): SandboxMessage[] =>
  team.thread(number).filter((message) => words(message).includes(OPENS));

export const roots = (slack: LocalSlack): SandboxMessage[] =>
  slack.messages(CASES).filter(({ threadTs }) => threadTs === undefined);

/** One process of the product, where a test needs another beside the sandbox's own, or another clock. */
export const startApp = (
  slack: LocalSlack,
  options: Pick<AppOptions, 'database' | 'clock' | 'redisUrl'>,
): Promise<App> =>
  buildApp({
    slack: {
      botToken: slack.botToken,
      apiUrl: slack.apiUrl,
      transport: { kind: 'socket', appToken: slack.appToken, sockets: 1 },
    },
    settings: { caseChannel: channelId(CASES), zone: 'Asia/Shanghai', locale: 'en' },
    newId: randomUUID,
    log: silent,
    ...options,
  });
