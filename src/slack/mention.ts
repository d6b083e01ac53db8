import { personId } from '../domain/ids.ts';
import type { MentionPayload } from './payloads.ts';
import type { Caller, Place, Surface } from './surface.ts';

/** What somebody said to Docket by its name. */
export interface Mention {
  readonly caller: Caller;
  readonly place: Place;
  readonly text: string;
  /** The same for every delivery of the same words. */
  readonly key: string;
}

export const readMention = ({ workspace }: Surface, { event }: MentionPayload): Mention => ({
  caller: { workspace, person: personId(event.user) },
  place: { channel: event.channel, threadTs: event.thread_ts ?? null, responseUrl: null },
  text: event.text,
  key: `mention:${event.channel}:${event.ts}`,
});
