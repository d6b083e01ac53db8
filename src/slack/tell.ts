import type { KnownBlock } from '@slack/types';
import { cut, preformatted, SECTION_LIMIT, section } from './blocks/text.ts';
import { type Caller, isDirect, type Place, type Surface } from './surface.ts';
import { PATIENCE_MS } from './within.ts';

/** What is said to one person only. */
export interface Said {
  /** Slack's own markup; people's text in it is escaped already. */
  readonly text: string;
  readonly blocks?: readonly KnownBlock[];
}

/** A sentence of ours, and beneath it what the person had typed, to be copied. */
export const givenBack = (text: string, typed: string): Said =>
  typed ? { text, blocks: [section(cut(text, SECTION_LIMIT)), preformatted(typed)] } : { text };

/**
 * The direct answer to a person, seen by nobody else, where they acted. Commands and clicks bring an address
 * that works in any conversation; in a thread Docket speaks for itself, because that address forgets threads
 * in some clients, and because a mention brings none.
 *
 * In their conversation with Docket nobody else reads, so an answer there is a message that stays; it comes there
 * too where they acted in no conversation at all, as in Home.
 *
 * @throws where no way is open.
 */
export async function tell(surface: Surface, caller: Caller, place: Place, said: Said): Promise<void> {
  const { channel, threadTs, responseUrl } = place;
  const content = { text: said.text, ...(said.blocks ? { blocks: [...said.blocks] } : {}) };
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  if (responseUrl !== null && (threadTs === null || channel === null))
    return respond(responseUrl, { ...content, ...thread });
  const message = { ...content, ...thread };
  try {
    if (channel === null || isDirect(channel)) await sayDirectly(surface, channel ?? caller.person, message);
    else await surface.client.chat.postEphemeral({ channel, user: caller.person, ...message });
  } catch (err) {
    if (responseUrl === null) throw err;
    surface.log.info({ err, channel }, 'Could not speak in this thread; answering beside it');
    await respond(responseUrl, { ...content, ...thread });
  }
}

const sayDirectly = ({ client }: Surface, to: string, message: { readonly text: string }): Promise<unknown> =>
  client.chat.postMessage({ channel: to, ...message, unfurl_links: false, unfurl_media: false });

/** Bolt's own `respond` has no time-out. Never replaces what was clicked: the card belongs to everybody. */
export async function respond(url: string, content: object): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      response_type: 'ephemeral',
      replace_original: false,
      unfurl_links: false,
      ...content,
    }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!answer.ok) throw new Error(`Slack did not take the answer: ${answer.status}`);
}
