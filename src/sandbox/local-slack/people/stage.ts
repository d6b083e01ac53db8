import type { SandboxCommand, SandboxShortcut } from '../../protocol.ts';
import { fileFrom, filePayload } from '../files.ts';
import { type Json, listOf } from '../json.ts';
import type { Slack } from '../methods/method.ts';
import type { Deliveries } from '../transport/delivery.ts';
import { type Channel, dmId, type Person } from '../world.ts';
import type { Directory } from './choices.ts';

/** What people act on. */
export interface Stage extends Slack {
  deliveries: Deliveries;
  commands: readonly SandboxCommand[];
  shortcuts: readonly SandboxShortcut[];
  /** The bot events that the app subscribed to; undefined: all of them. */
  events: readonly string[] | undefined;
}

/** What came of something that a person did. */
export interface Outcome {
  /** Whether the app acknowledged in time. */
  acked: boolean;
  /** Slack's own failure, as the person reads it. */
  error?: string;
}

export function personOn({ world }: Stage, id: string): Person {
  const person = world.people.get(id);
  if (!person || person.isBot || person.deleted) throw new Error(`Nobody in this workspace has the id ${id}`);
  return person;
}

/** A channel in which this person can act. */
export function channelFor({ world }: Stage, person: Person, id: string): Channel {
  const channel = id === dmId(person.id) ? world.dm(person.id) : world.channels.get(id);
  if (!channel?.members.has(person.id)) throw new Error(`${person.name} does not see a channel ${id}`);
  return channel;
}

export function directoryOf({ world, url }: Stage, user: string): Directory {
  return {
    hasPerson: (id) => world.people.has(id),
    offersConversation(id, filter) {
      const channel = world.channels.get(id);
      if (!channel || channel.isArchived) return false;
      if (channel.isPrivate && !channel.members.has(user)) return false;
      if (channel.kind === 'im' && filter.exclude_bot_users === true) return false;
      return filter.include === undefined || listOf(filter.include).includes(kindIn(channel));
    },
    storeFile: (choice): Json => filePayload(fileFrom(choice, user, world), url()),
  };
}

/** The names of a `conversations_select`'s filter. */
function kindIn({ kind, isPrivate }: Channel): 'im' | 'private' | 'public' {
  if (kind === 'im') return 'im';
  return isPrivate ? 'private' : 'public';
}
