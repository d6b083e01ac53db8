import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../desk/ports/log.ts';
import type { ChannelId } from '../domain/ids.ts';
import type { Locale } from '../domain/locale.ts';
import { SCOPE_WORDS } from '../i18n/scopes.ts';
import { START_PROBLEMS, type StartProblemWords } from '../i18n/start-problems.ts';
import { SCOPES } from './manifest.ts';
import { outcomeOf } from './outcome.ts';
import { PRIVATE_SCOPES, VITAL_SCOPES } from './scopes.ts';
import { scopeMissing } from './slack-error.ts';

/** What whoever sets Docket up must mend; the message is one sentence that says how. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

interface Check {
  readonly client: WebClient;
  /** Where Slack's methods are, as a person set it. */
  readonly apiUrl: string;
  readonly locale: Locale;
}

const installedSchema = z.object({
  team_id: z.string(),
  user_id: z.string(),
  bot_id: z.string(),
  /** The bot's own name, by which it is invited. */
  user: z.string().default('Docket'),
  url: z.string().transform((url) => (url.endsWith('/') ? url : `${url}/`)),
  /** From a header of Slack's; a proxy may lose it. */
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});
type Installed = z.output<typeof installedSchema> & { readonly missing: readonly string[] };

/** Who we are in Slack, and which of our scopes it does not give us. @throws StartProblem where the token is wrong or Slack can't be reached. */
export async function findInstalled({ client, apiUrl, locale }: Check): Promise<Installed> {
  const words = START_PROBLEMS[locale];
  const answer = await client.auth.test().catch((err: unknown) => {
    throw problemOf(err, words.botToken, apiUrl, words);
  });
  const installed = installedSchema.safeParse(answer);
  if (!installed.success) throw new StartProblem(words.notABot, { cause: installed.error });
  const granted = installed.data.response_metadata?.scopes;
  const missing = granted === undefined ? [] : SCOPES.filter((scope) => !granted.includes(scope));
  const vital = missing.filter((scope) => VITAL_SCOPES.includes(scope));
  if (vital.length > 0) throw new StartProblem(words.scopeMissing(vital.join(', ')));
  return { ...installed.data, missing };
}

/** Says in the log what does not work until the app is installed again; the rest does. */
export function warnOfMissing(
  { locale, log }: Pick<Check, 'locale'> & { readonly log: Log },
  missing: readonly string[],
): void {
  const words = SCOPE_WORDS[locale];
  for (const scope of missing) log.warn({ scope }, words.warning(scope, words.without[scope] ?? ''));
}

const channelSchema = z.object({
  channel: z.object({
    is_member: z.boolean().default(false),
    is_archived: z.boolean().default(false),
    is_private: z.boolean().default(false),
  }),
});

/**
 * Whether cases can be posted where they belong. Only a definite no stops the start: a Slack that is slow for
 * a minute must not keep the nudges of the other hours back.
 *
 * @throws StartProblem
 */
export async function checkChannel(
  { client, locale, log }: Check & { readonly log: Log },
  channel: ChannelId,
  { user: bot, missing }: Pick<Installed, 'user' | 'missing'>,
): Promise<void> {
  const words = START_PROBLEMS[locale];
  try {
    const answer = channelSchema.parse(await client.conversations.info({ channel }));
    if (answer.channel.is_archived) throw new StartProblem(words.channelArchived(channel));
    if (!answer.channel.is_member) throw new StartProblem(words.notInChannel(channel, bot));
    const vital = answer.channel.is_private ? PRIVATE_SCOPES.filter((scope) => missing.includes(scope)) : [];
    if (vital.length > 0) throw new StartProblem(words.scopeMissing(vital.join(', ')));
  } catch (err) {
    if (err instanceof StartProblem) throw err;
    if (err instanceof WebAPIPlatformError && err.data.error === 'channel_not_found')
      throw new StartProblem(words.channelUnknown(channel, bot), { cause: err });
    const scope = scopeMissing(err);
    if (scope !== null) throw new StartProblem(words.scopeMissing(scope), { cause: err });
    log.warn({ err, channel }, 'Slack did not say whether Docket is in its channel; going on');
  }
}

/** What stopped the line from Slack to us. */
export function lineProblem(err: unknown, { apiUrl, locale }: Pick<Check, 'apiUrl' | 'locale'>): unknown {
  const words = START_PROBLEMS[locale];
  return fromSlack(err) ? problemOf(err, words.appToken, apiUrl, words) : err;
}

/** What kept a server of ours from listening. */
export function listenProblem(err: unknown, locale: Locale): unknown {
  const taken = listenSchema.safeParse(err);
  return taken.success
    ? new StartProblem(START_PROBLEMS[locale].portTaken(taken.data.port), { cause: err })
    : err;
}

const listenSchema = z.object({ code: z.literal('EADDRINUSE'), port: z.number() });

function problemOf(
  err: unknown,
  refused: (code: string) => string,
  apiUrl: string,
  words: StartProblemWords,
): StartProblem {
  const outcome = outcomeOf(err);
  const text = outcome.kind === 'refused' ? refused(outcome.code) : words.unreachable(apiUrl, outcome.why);
  return new StartProblem(text, { cause: err });
}

const fromSlack = (err: unknown): boolean =>
  z.object({ code: z.string().startsWith('slack_webapi_') }).safeParse(err).success;
