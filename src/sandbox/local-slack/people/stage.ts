import type { Json } from '../json.ts';
import type { Slack } from '../methods/method.ts';
import type { Deliveries } from '../transport/delivery.ts';
import { type Channel, dmId, type Person } from '../world.ts';
import type { Directory } from './choices.ts';

/** What people act on. */
export interface Stage extends Slack {
  deliveries: Deliveries;
  /** The slash commands that the app registered, with their slash. */
  commands: readonly string[];
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

export function directoryOf({ world }: Stage): Directory {
  return {
    hasPerson: (id) => world.people.has(id),
    hasChannel: (id) => world.channels.has(id),
    storeFile: ({ name, mimetype = 'application/octet-stream', size = 1_024 }): Json => ({
      id: world.nextId('F'),
      name,
      title: name,
      mimetype,
      filetype: name.split('.').at(-1) ?? '',
      size,
    }),
  };
}
