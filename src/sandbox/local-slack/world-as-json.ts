import { z } from 'zod';
import { isTimestamp } from './timestamps.ts';
import { BOT } from './workspace.ts';
import type { Channel, World } from './world.ts';

const ts = z.string().refine(isTimestamp, 'must be a message timestamp');
const json = z.record(z.string(), z.unknown());
const count = z.number().int().nonnegative();

const message = z.object({
  channel: z.string(),
  ts,
  threadTs: ts.exactOptional(),
  user: z.string(),
  text: z.string(),
  blocks: z.array(json),
  metadata: json.exactOptional(),
  editedTs: ts.exactOptional(),
  broadcast: z.literal(true).exactOptional(),
  tombstone: z.literal(true).exactOptional(),
});

const ephemeral = z.object({
  id: z.string(),
  channel: z.string(),
  threadTs: ts.exactOptional(),
  user: z.string(),
  ts,
  text: z.string(),
  blocks: z.array(json),
});

const channel = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['channel', 'im']),
  isPrivate: z.boolean(),
  isArchived: z.boolean(),
  members: z.array(z.string()),
});

const status = z.object({ user: z.string(), emoji: z.string(), text: z.string(), expiration: count });

/**
 * What of a workspace outlives a restart. Not kept: the people (but for their statuses), who come from the seed, and
 * what nobody looks for again after one: open modals, uploaded files, Home tabs (the app draws them anew), Slack's
 * own failures.
 */
export const keptWorld = z.object({
  counters: z.object({ serial: count, lastTs: count }),
  channels: z.array(channel),
  messages: z.array(message),
  ephemerals: z.array(ephemeral),
  statuses: z.array(status).default([]),
});
export type KeptWorld = z.output<typeof keptWorld>;

/** Ids that may have been given out after the last save, by a process that was killed. */
const UNSAVED_IDS = 10_000;

/** A picture of the world as plain JSON; what happens later does not change it. */
export function keptFrom(world: World): KeptWorld {
  const { messages, ephemerals } = world;
  const channels = [...world.channels.values()].map((one) => ({ ...one, members: [...one.members] }));
  const statuses = [...world.people.values()].flatMap(({ id, status: set }) =>
    set ? { user: id, ...set } : [],
  );
  return structuredClone({ counters: world.counters(), channels, messages, ephemerals, statuses });
}

/** Puts a kept world in the place of what the seed made. */
export function restore(world: World, kept: KeptWorld): void {
  const { counters, channels, messages, ephemerals, statuses } = structuredClone(kept);
  // The app remembers the ids of views it has dealt with: one that comes again would be taken for a repetition.
  world.countOn({ ...counters, serial: counters.serial + UNSAVED_IDS });
  for (const one of channels) world.channels.set(one.id, { ...one, members: membersOf(one, world) });
  replaceAll(world.messages, messages);
  replaceAll(world.ephemerals, ephemerals);
  for (const { user, ...set } of statuses) {
    const person = world.people.get(user);
    if (person) person.status = set;
  }
  world.changed();
}

/** Somebody who joined the seed since then is in its channels too; the bot may have been removed. */
function membersOf(kept: KeptWorld['channels'][number], { channels }: World): Channel['members'] {
  const seeded = [...(channels.get(kept.id)?.members ?? [])].filter((id) => id !== BOT.userId);
  return new Set([...kept.members, ...seeded]);
}

/** One by one: a spread of very many would overflow the stack. */
function replaceAll<T>(list: T[], items: readonly T[]): void {
  list.length = 0;
  for (const item of items) list.push(item);
}
