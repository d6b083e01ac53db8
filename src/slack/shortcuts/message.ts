import type { ThreadRef } from '../../desk/views/case-view.ts';
import { personId } from '../../domain/ids.ts';
import type { MessageShortcutPayload } from '../payloads.ts';
import { permalink } from '../permalink.ts';
import { plainText } from '../plain-text.ts';
import type { Caller, Place, Surface } from '../surface.ts';

/** A message that somebody chose to do something with. */
export interface ChosenMessage {
  readonly caller: Caller;
  readonly place: Place;
  readonly triggerId: string;
  /** What it says, with what was forwarded in it. */
  readonly text: string;
  readonly link: string;
  /** The root of its thread, be it the message itself. */
  readonly thread: ThreadRef;
}

export function readMessage(surface: Surface, payload: MessageShortcutPayload): ChosenMessage {
  const { message, channel, user, trigger_id: triggerId, response_url: responseUrl } = payload;
  const root = message.thread_ts ?? message.ts;
  const inThread = root === message.ts ? null : root;
  const said = [message.text, ...message.attachments.map(({ text, fallback }) => text ?? fallback ?? '')];
  const link = permalink(surface.teamUrl, { channel: channel.id, ts: message.ts });
  return {
    caller: { workspace: surface.workspace, person: personId(user.id) },
    place: { channel: channel.id, threadTs: inThread, responseUrl: responseUrl ?? null },
    triggerId,
    text: plainText(said.filter(Boolean).join('\n\n')),
    link: inThread === null ? link : `${link}?thread_ts=${inThread}&cid=${channel.id}`,
    thread: { channel: channel.id, ts: root },
  };
}
