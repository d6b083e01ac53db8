import type { SandboxStatus } from '../../protocol.ts';
import { type Json, shown } from '../json.ts';
import { personPayload } from '../methods/people.ts';
import type { Ack } from '../transport/delivery.ts';
import { BOT, TEAM } from '../workspace.ts';
import type { Message } from '../world.ts';
import { markup } from './markup.ts';
import { eventPayload } from './payloads.ts';
import { channelFor, personOn, type Stage } from './stage.ts';

/**
 * A person writes a message. The app hears of it as its subscriptions say: `app_mention` in channels where it is
 * a member, `message` in the direct message with it. Nobody waits for the app to acknowledge an event.
 */
export function say(
  stage: Stage,
  user: string,
  channelId: string,
  typed: string,
  threadTs?: string,
): Message {
  const { world } = stage;
  const person = personOn(stage, user);
  const channel = channelFor(stage, person, channelId);
  if (channel.isArchived) throw new Error(`#${channel.name} is archived`);
  const root = threadTs === undefined ? undefined : world.message(channel.id, threadTs);
  if (threadTs !== undefined && (!root || root.threadTs))
    throw new Error(`${threadTs} is not the root of a thread`);
  const text = markup(typed, world, 'message');
  const thread = threadTs === undefined ? {} : { threadTs };
  const message = world.post({ channel: channel.id, user, text, blocks: [], ...thread });
  const type = eventType(text, channel.kind, channel.members.has(BOT.userId));
  if (type) void emit(stage, messageEvent(type, message, channel.kind));
  return message;
}

function eventType(
  text: string,
  kind: 'channel' | 'im',
  botIsHere: boolean,
): 'message' | 'app_mention' | undefined {
  if (kind === 'im') return 'message';
  return botIsHere && text.includes(`<@${BOT.userId}>`) ? 'app_mention' : undefined;
}

function messageEvent(
  type: string,
  { user, ts, text, channel, threadTs }: Message,
  kind: 'channel' | 'im',
): Json {
  return {
    type,
    user,
    ts,
    text,
    team: TEAM.id,
    channel,
    event_ts: ts,
    ...(threadTs ? { thread_ts: threadTs } : {}),
    ...(type === 'message' ? { channel_type: kind } : {}),
  };
}

/** A person opens the app's Home tab. */
export function openHome(stage: Stage, user: string, tab: 'home' | 'messages' = 'home'): void {
  const { world, views } = stage;
  const home = views.home(personOn(stage, user).id);
  void emit(stage, {
    type: 'app_home_opened',
    user,
    channel: world.dm(user).id,
    tab,
    event_ts: world.nextTs(),
    ...(home && tab === 'home' ? { view: views.payload(home) } : {}),
  });
}

const SPEECH_BALLOON = ':speech_balloon:';

/** A person says what they are up to, such as a vacation; null takes it back. */
export function setStatus(stage: Stage, user: string, status: SandboxStatus | null): void {
  const { world } = stage;
  const person = personOn(stage, user);
  if (status && status.text.length > 100) throw new Error('A status has at most 100 characters');
  if (status && (status.text !== '' || status.emoji !== '')) {
    person.status = { ...status, emoji: status.emoji === '' ? SPEECH_BALLOON : status.emoji };
  } else delete person.status;
  world.changed();
  void emit(stage, { type: 'user_change', user: personPayload(person, world, true) });
}

/** Sends any event that the app subscribed to; resolves with its first acknowledgement. */
export function emit({ deliveries, world, events }: Stage, event: Json): Promise<Ack> {
  const name = event.type === 'message' ? `message.${shown(event.channel_type)}` : shown(event.type);
  if (events && !events.includes(name)) return Promise.resolve({ acked: false, error: 'not_subscribed' });
  return deliveries.send('events_api', eventPayload({ event_ts: world.nextTs(), ...event }, world.now()));
}
