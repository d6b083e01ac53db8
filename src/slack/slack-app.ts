import type { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Desk } from '../desk/desk.ts';
import type { Log } from '../desk/ports/log.ts';
import { type WorkspaceId, workspaceId } from '../domain/ids.ts';
import type { Locale } from '../domain/locale.ts';
import { AnsweringApp, isEvent } from './answering-app.ts';
import { interactiveOptions } from './clients.ts';
import { failEvent, reportStray } from './fault.ts';
import { onlyThisWorkspace, Running } from './gate.ts';
import { followHome } from './home/follow.ts';
import { LatestOnly } from './latest-only.ts';
import { newMemory } from './memory.ts';
import { registerListeners } from './register.ts';
import { checkChannel, findInstalled, lineProblem, warnOfMissing } from './start-check.ts';
import type { Surface } from './surface.ts';
import { lineOf, type SlackTransport } from './transport.ts';

export type { SlackTransport } from './transport.ts';

export interface SlackOptions {
  readonly transport: SlackTransport;
  readonly botToken: string;
  /** With a closing slash. */
  readonly apiUrl?: string;
  readonly desk: Desk;
  readonly log: Log;
  /** A reference that people pass on and that stands in the log. */
  readonly newReference: () => string;
  readonly defaultLocale: Locale;
}

export interface SlackSurface {
  readonly workspace: WorkspaceId;
  /** Whether what people do reaches us; a line that was lost is opened again by itself. */
  readonly state: () => 'ok' | 'reconnecting';
  /** Waits for what is being answered, a few seconds at most. */
  stop(): Promise<void>;
}

/** Bolt does not export its name. */
type Failure = Parameters<Parameters<App['error']>[0]>[0];

const SLACK_API = 'https://slack.com/api/';

/** Connects to Slack and listens. @throws StartProblem where somebody must mend something first. */
export async function startSlack(options: SlackOptions): Promise<SlackSurface> {
  const { botToken, apiUrl: slackApiUrl = SLACK_API, log, desk, defaultLocale, newReference } = options;
  const clientOptions = interactiveOptions({ slackApiUrl, log });
  const client = new WebClient(botToken, clientOptions);
  const check = { client, apiUrl: slackApiUrl, locale: defaultLocale, log };
  const installed = await findInstalled(check);
  warnOfMissing(check, installed.missing);
  const workspace = workspaceId(installed.team_id);
  const channel = await desk.caseChannel(workspace);
  if (channel !== null && !(await desk.setup.isChannelChosen(workspace)))
    await checkChannel(check, channel, installed);
  const surface: Surface = {
    desk,
    log,
    client,
    workspace,
    botUser: installed.user_id,
    missingScopes: installed.missing,
    teamUrl: installed.url,
    memory: newMemory(),
    defaultLocale,
    redraws: new LatestOnly(),
    newReference,
  };

  const line = lineOf(options.transport, clientOptions);
  const running = new Running();
  const settings = {
    receiver: line,
    // One workspace, one token, asked for once: `authorize` runs before every acknowledgement.
    authorize: async () => ({ botToken, botId: installed.bot_id, botUserId: installed.user_id }),
    clientOptions,
    convoStore: false as const,
    extendedErrorHandler: true,
    ...(clientOptions.logger ? { logger: clientOptions.logger } : {}),
  };
  const app = new AnsweringApp(settings, running);
  app.use((arriving) => onlyThisWorkspace(surface, arriving));
  app.use((arriving) => followHome(surface, arriving));
  app.error(({ error, body, context }: Failure) =>
    isEvent(body)
      ? failEvent(surface, error, body, context.retryNum ?? 0)
      : reportStray(surface, error, body),
  );
  registerListeners(app, surface);

  await line.start().catch((err: unknown) => {
    throw lineProblem(err, check);
  });
  return {
    workspace,
    state: () => (line.isOpen() ? 'ok' : 'reconnecting'),
    stop: async () => {
      if (!(await running.finish())) log.warn({}, 'Stopped while Slack was still being answered');
      await line.stop();
    },
  };
}
