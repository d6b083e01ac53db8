import { Refusal } from '../refusal.ts';
import { isTimestamp } from '../timestamps.ts';
import { BOT } from '../workspace.ts';
import type { Channel, Message, World } from '../world.ts';
import type { Args } from './args.ts';
import type { Slack } from './method.ts';

/** A channel that the bot can see; a private one without it does not exist for it. */
export function visibleChannel(args: Args, world: World, name = 'channel'): Channel {
  const id = args.required(name);
  const channel = world.channels.get(id);
  if (!channel || (channel.isPrivate && !channel.members.has(BOT.userId)))
    throw new Refusal('channel_not_found');
  return channel;
}

/** A channel where the bot may write. A person's id means the direct message with that person. */
export function writableChannel(args: Args, world: World): Channel {
  const person = world.people.get(args.required('channel'));
  if (person && !person.isBot) return world.dm(person.id);
  const channel = visibleChannel(args, world);
  if (channel.isArchived) throw new Refusal('is_archived');
  if (!channel.members.has(BOT.userId)) throw new Refusal('not_in_channel');
  return channel;
}

/** A channel that the bot may read. */
export function readableChannel(args: Args, world: World): Channel {
  const channel = visibleChannel(args, world);
  if (!channel.members.has(BOT.userId)) throw new Refusal('not_in_channel');
  return channel;
}

/** The root's ts for a reply, undefined outside threads. */
export function threadFor(args: Args, channel: Channel, world: World): string | undefined {
  const given = args.given.thread_ts;
  if (given === undefined || given === '') return undefined;
  if (typeof given !== 'string' || !isTimestamp(given)) throw new Refusal('invalid_thread_ts');
  const parent = world.message(channel.id, given);
  if (!parent) throw new Refusal('thread_not_found');
  if (parent.threadTs !== undefined) {
    world.warn(`thread_ts ${given} is a reply: Slack wants the root's ts, ${parent.threadTs}`);
    return parent.threadTs;
  }
  return given;
}

export function existingMessage(args: Args, channel: Channel, world: World, name = 'ts'): Message {
  const message = world.message(channel.id, args.required(name));
  if (!message || message.tombstone) throw new Refusal('message_not_found');
  return message;
}

/** Reading scopes depend on the kind of the channel. */
export function readingScopes(verb: 'history' | 'read'): (args: Args, slack: Slack) => string[] {
  return (args, { world }) => {
    const channel = world.channels.get(args.text('channel') ?? '');
    if (channel?.kind === 'im') return [`im:${verb}`];
    return [channel?.isPrivate ? `groups:${verb}` : `channels:${verb}`];
  };
}
