import { EventEmitter } from 'node:events';
import type { SandboxStatus } from '../protocol.ts';
import type { Json } from './json.ts';
import { type Timestamps, timestamps } from './timestamps.ts';
import { BOT, type ChannelSeed, type PersonSeed, type WorkspaceSeed } from './workspace.ts';

export interface Message {
  channel: string;
  ts: string;
  /** The root's ts; absent on a root, even on one with replies. */
  threadTs?: string;
  user: string;
  text: string;
  blocks: Json[];
  metadata?: Json;
  editedTs?: string;
  /** A reply that also stands in the channel. */
  broadcast?: true;
  /** A deleted root with replies: Slack keeps its place. */
  tombstone?: true;
}

export interface Ephemeral {
  id: string;
  channel: string;
  threadTs?: string;
  user: string;
  ts: string;
  text: string;
  blocks: Json[];
}

export interface Channel {
  id: string;
  name: string;
  kind: 'channel' | 'im';
  isPrivate: boolean;
  isArchived: boolean;
  members: Set<string>;
}

export type Person = PersonSeed & { isBot: boolean };

export interface StoredFile {
  id: string;
  name: string;
  mimetype: string;
  user: string;
  content: Uint8Array;
  /** Seconds since 1970. */
  created: number;
}

/** What a person would see as Slack's own failure. */
export interface SlackError {
  id: string;
  user: string;
  text: string;
}

/** How many earlier drawings of a message still take clicks that were on their way. */
const FORMER_KEPT = 5;

/** How far ids and timestamps have come: what was given out once must not come again. */
export interface Counters {
  serial: number;
  /** In microseconds since 1970. */
  lastTs: number;
}

/** All that a workspace holds, without rules: those are in the methods and in what people do. */
export class World {
  readonly people = new Map<string, Person>();
  readonly channels = new Map<string, Channel>();
  readonly messages: Message[] = [];
  readonly ephemerals: Ephemeral[] = [];
  /** What people uploaded, by id. */
  readonly files = new Map<string, StoredFile>();
  readonly slackErrors: SlackError[] = [];
  /** What Slack would accept although it is poor: tests assert that there is none. */
  readonly warnings: string[] = [];
  readonly now: () => number;
  readonly nextTs: () => string;
  readonly #timestamps: Timestamps;
  readonly #changes = new EventEmitter().setMaxListeners(0);
  readonly #former = new WeakMap<Message | Ephemeral, Json[][]>();
  #serial = 0;

  constructor(seed: WorkspaceSeed, now: () => number) {
    this.now = now;
    this.#timestamps = timestamps(now);
    this.nextTs = this.#timestamps.next;
    for (const person of seed.people) this.people.set(person.id, { ...person, isBot: false });
    const bot = { id: BOT.userId, name: BOT.name, title: 'App', tz: 'Etc/UTC', locale: 'en-US', isBot: true };
    this.people.set(bot.id, bot);
    for (const channel of seed.channels) this.channels.set(channel.id, this.#channelFrom(channel, seed));
  }

  #channelFrom(seed: ChannelSeed, { people }: WorkspaceSeed): Channel {
    const members = new Set(seed.members ?? people.map((person) => person.id));
    if (seed.hasBot !== false) members.add(BOT.userId);
    const { id, name, isPrivate = false, isArchived = false } = seed;
    return { id, name, kind: 'channel', isPrivate, isArchived, members };
  }

  /** A short id that no other object has. */
  nextId(prefix = ''): string {
    this.#serial += 1;
    return `${prefix}${this.#serial.toString(36).toUpperCase().padStart(5, '0')}`;
  }

  counters(): Counters {
    return { serial: this.#serial, lastTs: this.#timestamps.last() };
  }

  countOn({ serial, lastTs }: Counters): void {
    this.#serial = Math.max(this.#serial, serial);
    this.#timestamps.goOnAfter(lastTs);
  }

  /** The direct message between a person and Docket, opened if there is none yet. */
  dm(user: string): Channel {
    const id = dmId(user);
    const existing = this.channels.get(id);
    if (existing) return existing;
    const dm = appDm(user);
    this.channels.set(id, dm);
    return dm;
  }

  /** What stands beside a person's name now; Slack takes a status away when its time is over. */
  statusOf({ status }: Person): SandboxStatus | undefined {
    const over = status && status.expiration !== 0 && status.expiration * 1_000 <= this.now();
    return over ? undefined : status;
  }

  message(channel: string, ts: string): Message | undefined {
    return this.messages.findLast((one) => one.channel === channel && one.ts === ts);
  }

  /** The message with this ts and, where it is a root, its replies, oldest first. */
  thread(channel: string, rootTs: string): Message[] {
    return this.messages.filter(
      (one) => one.channel === channel && (one.ts === rootTs || one.threadTs === rootTs),
    );
  }

  post(message: Omit<Message, 'ts'>): Message {
    const posted: Message = { ...message, ts: this.nextTs() };
    this.messages.push(posted);
    this.changed();
    return posted;
  }

  /** Shows other blocks in the place of a message's own. */
  redraw(shown: Message | Ephemeral, blocks: Json[]): void {
    const former = this.#former.get(shown) ?? [];
    this.#former.set(shown, [shown.blocks, ...former].slice(0, FORMER_KEPT));
    shown.blocks = blocks;
    this.changed();
  }

  /** What the message showed before, the latest first: a person may have pressed there a moment too late. */
  formerBlocks(shown: Message | Ephemeral): Json[] {
    return (this.#former.get(shown) ?? []).flat();
  }

  /** As Slack does: a root with replies becomes a tombstone, anything else is gone. */
  remove(message: Message): void {
    if (this.thread(message.channel, message.ts).length > 1) {
      Object.assign(message, {
        tombstone: true,
        text: 'This message was deleted.',
        blocks: [],
        user: 'USLACKBOT',
      });
      delete message.metadata;
    } else {
      this.messages.splice(this.messages.indexOf(message), 1);
    }
    this.changed();
  }

  whisper(ephemeral: Omit<Ephemeral, 'id' | 'ts'>): Ephemeral {
    const posted: Ephemeral = { ...ephemeral, id: this.nextId('E'), ts: this.nextTs() };
    this.ephemerals.push(posted);
    this.changed();
    return posted;
  }

  /** Shows Slack's own failure to a person. */
  fail(user: string, text: string): void {
    this.slackErrors.push({ id: this.nextId('X'), user, text });
    this.changed();
  }

  warn(text: string): void {
    this.warnings.push(text);
    this.changed();
  }

  /** A person closes an ephemeral message or one of Slack's own failures. */
  dismiss(id: string): void {
    for (const list of [this.ephemerals, this.slackErrors]) {
      const index = list.findIndex((one) => one.id === id);
      if (index >= 0) list.splice(index, 1);
    }
    this.changed();
  }

  changed(): void {
    this.#changes.emit('change');
  }

  /** Returns how to stop listening. */
  onChange(listener: () => void): () => void {
    this.#changes.on('change', listener);
    return () => this.#changes.off('change', listener);
  }
}

/** The direct message between a person and Docket as it begins. */
export function appDm(user: string): Channel {
  const members = new Set([user, BOT.userId]);
  return { id: dmId(user), name: user, kind: 'im', isPrivate: true, isArchived: false, members };
}

/** The id of the direct message between a person and Docket. */
export function dmId(user: string): string {
  return `D${user.slice(1)}`;
}
