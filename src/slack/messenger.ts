import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../desk/ports/log.ts';
import type { Content, Messenger, Outcome, Post, SetupContent } from '../desk/ports/messenger.ts';
import type { WorkspaceId } from '../domain/ids.ts';
import type { Locale } from '../domain/locale.ts';
import { MINUTE } from '../domain/time.ts';
import { briefMessage } from './blocks/briefing.ts';
import { cardMessage } from './blocks/card.ts';
import { plainFallback } from './blocks/fallback.ts';
import type { Message } from './blocks/message.ts';
import { noticeMessage } from './blocks/notice-message.ts';
import { setupMessage } from './blocks/setup/setup-message.ts';
import { startedMessage } from './blocks/setup/started-message.ts';
import { outcomeOf } from './outcome.ts';
import { isAboutBlocks } from './permanent-errors.ts';

export interface MessengerParts {
  /** A delivery client: without retries, because the outbox owns them. Null where Docket is not installed. */
  readonly clientFor: (workspace: WorkspaceId) => WebClient | null | Promise<WebClient | null>;
  readonly log: Log;
}

const EVENT_TYPE = 'docket_message';
/** chat.update takes 4,000; chat.postMessage much more, but nobody reads that. */
const UPDATE_LIMIT = 3_900;
const POST_LIMIT = 12_000;
/** What is not among so many messages is not looked for any further: the fate stays unknown. */
const PAGES = 10;
const PAGE_SIZE = 200;

/** Renders and sends; says what became of each message, and never repeats one by itself. */
export function slackMessenger(parts: MessengerParts): Messenger {
  return {
    post: (message) =>
      send(parts, message, POST_LIMIT, (client, content) =>
        client.chat.postMessage({
          channel: message.channel,
          ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
          ...content,
          unfurl_links: false,
          unfurl_media: false,
        }),
      ),
    update: (message, ts) =>
      send(parts, message, UPDATE_LIMIT, async (client, content) =>
        client.chat.update({ channel: await idOf(client, message.channel), ts, ...content }),
      ),
    find: (where, since) => find(parts, where, since),
  };
}

type Call = (client: WebClient, content: Body) => Promise<{ ts?: string }>;
type Body = ReturnType<typeof withMetadata>;

const withMetadata = ({ text, blocks }: Message, key: string) => ({
  text,
  blocks,
  metadata: { event_type: EVENT_TYPE, event_payload: { key } },
});

type Sendable = Content | SetupContent;

async function send(
  parts: MessengerParts,
  message: Post<Sendable>,
  limit: number,
  call: Call,
): Promise<Outcome> {
  const rendered = render(message.content, message.locale);
  const client = await parts.clientFor(message.workspace);
  if (!client) return { kind: 'refused', code: 'not_installed', about: 'installation' };
  try {
    return sent(await call(client, withMetadata(rendered, message.key)));
  } catch (error) {
    if (!refusedBlocks(error)) return outcomeOf(error);
    parts.log.error({ err: error, key: message.key }, 'Slack refused our blocks; sending plain text instead');
  }
  try {
    const plain = { text: plainFallback(rendered, limit), blocks: [] };
    return sent(await call(client, withMetadata(plain, message.key)));
  } catch (error) {
    return outcomeOf(error);
  }
}

/** Slack said yes; without a `ts` we could not find our own message again, so it is looked up. */
const sent = ({ ts }: { ts?: string }): Outcome =>
  ts ? { kind: 'sent', ts } : { kind: 'unknown', why: 'an answer without ts' };

const refusedBlocks = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && isAboutBlocks(error.data.error);

function render(content: Sendable, locale: Locale): Message {
  switch (content.kind) {
    case 'card':
      return cardMessage({ ...content, locale });
    case 'notices':
      return noticeMessage({ ...content, locale });
    case 'setup':
      return setupMessage({ view: content.view, locale });
    case 'started':
      return startedMessage(locale);
    case 'brief':
      return briefMessage({ ...content, locale });
    default: {
      const never: never = content;
      return never;
    }
  }
}

const Page = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        metadata: z
          .object({
            event_type: z.string().optional(),
            event_payload: z.record(z.string(), z.unknown()).optional(),
          })
          .optional(),
      }),
    )
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

const find: (parts: MessengerParts, ...args: Parameters<Messenger['find']>) => ReturnType<Messenger['find']> =
  async (parts, where, since) => {
    const client = await parts.clientFor(where.workspace);
    if (!client) return { kind: 'unknown', why: 'not_installed' };
    const channel = await channelOf(client, where.channel);
    if (!channel.ok) return { kind: 'unknown', why: channel.why };
    let cursor = '';
    for (let page = 0; page < PAGES; page += 1) {
      const read = await readPage(client, { ...where, channel: channel.id }, since, cursor);
      if (!read.ok) return { kind: 'unknown', why: read.why };
      const { messages, response_metadata } = read.page;
      const ours = messages.find(
        ({ metadata }) =>
          metadata?.event_type === EVENT_TYPE && metadata.event_payload?.['key'] === where.key,
      );
      if (ours) return { kind: 'found', ts: ours.ts };
      cursor = response_metadata?.next_cursor ?? '';
      if (!cursor) return { kind: 'absent' };
    }
    return { kind: 'unknown', why: 'too many messages to look through' };
  };

/** A message to a person lies in Docket's conversation with them, which has an id of its own. */
async function idOf(client: WebClient, place: string): Promise<string> {
  if (!/^[UW]/.test(place)) return place;
  const { channel } = await client.conversations.open({ users: place });
  if (!channel?.id) throw new Error('Slack opened a conversation without an id');
  return channel.id;
}

async function channelOf(
  client: WebClient,
  place: string,
): Promise<{ ok: true; id: string } | { ok: false; why: string }> {
  try {
    return { ok: true, id: await idOf(client, place) };
  } catch (error) {
    return { ok: false, why: whyOf(error) };
  }
}

function whyOf(error: unknown): string {
  const outcome = outcomeOf(error);
  return outcome.kind === 'refused' ? outcome.code : outcome.why;
}

type Read = { ok: true; page: z.infer<typeof Page> } | { ok: false; why: string };

async function readPage(
  client: WebClient,
  { channel, threadTs }: Pick<Post, 'channel' | 'threadTs'>,
  since: number,
  cursor: string,
): Promise<Read> {
  const query = {
    channel,
    // Slack's clock and ours may differ a little.
    oldest: String(Math.max(0, (since - MINUTE) / 1000)),
    include_all_metadata: true,
    limit: PAGE_SIZE,
    ...(cursor ? { cursor } : {}),
  };
  try {
    const answer =
      threadTs === null
        ? await client.conversations.history(query)
        : await client.conversations.replies({ ...query, ts: threadTs });
    const page = Page.safeParse(answer);
    return page.success ? { ok: true, page: page.data } : { ok: false, why: 'unreadable answer' };
  } catch (error) {
    return { ok: false, why: whyOf(error) };
  }
}
