import { randomBytes } from 'node:crypto';
import { isObject, type Json, textOf } from './json.ts';
import { Args } from './methods/args.ts';
import { newContent } from './methods/content.ts';
import { Refusal } from './refusal.ts';
import { BOT, TEAM } from './workspace.ts';
import type { World } from './world.ts';

const USES = 5;
const LIFE_MS = 30 * 60_000;

/** Where a person acted: a message, an ephemeral message, or just a channel (a command). */
export interface Origin {
  user: string;
  channel: string;
  threadTs?: string;
  messageTs?: string;
  ephemeralId?: string;
}

interface ResponseUrl extends Origin {
  uses: number;
  expiresAt: number;
}

/** The `response_url`s of commands and clicks: five uses within thirty minutes of real time. */
export class ResponseUrls {
  readonly #world: World;
  readonly #monotonic: () => number;
  readonly #issued = new Map<string, ResponseUrl>();

  constructor(world: World, monotonic: () => number) {
    this.#world = world;
    this.#monotonic = monotonic;
  }

  /** The path of a new response URL, without a leading slash. */
  issue(origin: Origin): string {
    const path = `response/${TEAM.id}/${this.#issued.size + 1}/${randomBytes(12).toString('hex')}`;
    this.#issued.set(path, { ...origin, uses: 0, expiresAt: this.#monotonic() + LIFE_MS });
    return path;
  }

  /** Acts on what the app sent to a response URL; throws a `Refusal`. */
  use(path: string, body: unknown): void {
    const url = this.#issued.get(path);
    if (!url) throw new Refusal('invalid_url');
    if (this.#monotonic() > url.expiresAt) throw new Refusal('expired_url');
    if (url.uses >= USES) throw new Refusal('used_url');
    if (!isObject(body)) throw new Refusal('invalid_payload');
    this.respond(url, body);
    url.uses += 1;
  }

  /** What the app says in answer to a person: through a response URL or in the acknowledgement of a command. */
  respond(origin: Origin, body: Json): void {
    const source = this.#sourceOf(origin);
    if (body.delete_original === true) return source?.remove();
    const content = newContent(new Args(body), this.#world, 'response_url');
    if (body.replace_original === true && source) return source.replace(content);
    const threadTs = textOf(body.thread_ts) ?? origin.threadTs;
    const thread = threadTs === undefined ? {} : { threadTs };
    const { channel, user } = origin;
    if (body.response_type === 'in_channel')
      this.#world.post({ channel, user: BOT.userId, ...content, ...thread });
    else this.#world.whisper({ channel, user, ...content, ...thread });
  }

  #sourceOf({ channel, messageTs, ephemeralId }: Origin) {
    const world = this.#world;
    const ephemeral = world.ephemerals.find((one) => one.id === ephemeralId);
    const message = messageTs === undefined ? undefined : world.message(channel, messageTs);
    const source = ephemeral ?? message;
    if (!source) return undefined;
    return {
      remove: () => (ephemeral ? world.dismiss(ephemeral.id) : message && world.remove(message)),
      replace: ({ text, blocks }: { text: string; blocks: Json[] }) => {
        Object.assign(source, { text }, message ? { editedTs: world.nextTs() } : {});
        world.redraw(source, blocks);
      },
    };
  }
}
