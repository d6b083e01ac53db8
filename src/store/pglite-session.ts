import type { PGlite } from '@electric-sql/pglite';
import { PreparedStatements } from './prepared-statements.ts';

/** One end of a connection, as the session sees it. */
export interface SessionPeer {
  /** Bytes that the peer did not ask for: a notification on a channel that it listens to. */
  receive(bytes: Uint8Array): void;
}

const READY_FOR_QUERY = 0x5a;
const NOTIFICATION = 0x41;
const SIMPLE_QUERY = 0x51;
const IDLE = 0x49;

/**
 * PGlite is a single Postgres session; this shares it between connections as a server would. A peer holds
 * the session from its first message until Postgres says that no transaction is open, so transactions
 * exclude each other, and a peer that hangs up is rolled back.
 */
export class PgliteSession {
  readonly #db: PGlite;
  readonly #waiting: { readonly peer: SessionPeer; readonly go: () => void }[] = [];
  readonly #listeners = new Map<string, Set<SessionPeer>>();
  readonly #gone = new WeakSet<SessionPeer>();
  readonly #prepared = new PreparedStatements();
  #holder: SessionPeer | null = null;
  #busy: SessionPeer | null = null;

  constructor(db: PGlite) {
    this.#db = db;
  }

  async exchange(peer: SessionPeer, message: Uint8Array): Promise<Uint8Array> {
    await this.#takeTurn(peer);
    this.#busy = peer;
    // PGlite answers without leaving the microtask queue: a busy database would starve sockets and timers.
    await new Promise(setImmediate);
    try {
      if (this.#gone.has(peer)) throw new Error('The connection was closed');
      const reply = await this.#run(peer, message);
      if (reply.at(-6) === READY_FOR_QUERY && reply.at(-1) === IDLE) this.#freeTurn(peer);
      return reply;
    } catch (error) {
      this.#freeTurn(peer);
      throw error;
    } finally {
      if (this.#busy === peer) this.#busy = null;
      if (this.#gone.has(peer)) await this.#rollBack(peer);
    }
  }

  async hangUp(peer: SessionPeer): Promise<void> {
    this.#gone.add(peer);
    for (const peers of this.#listeners.values()) peers.delete(peer);
    // A message of its own that is under way must end first; it cleans up behind itself.
    if (this.#busy !== peer) await this.#rollBack(peer);
  }

  async #rollBack(peer: SessionPeer): Promise<void> {
    if (this.#holder !== peer) return;
    try {
      if (!this.#db.closed) await this.#run(peer, simpleQuery('ROLLBACK'));
    } finally {
      this.#freeTurn(peer);
    }
  }

  async #run(peer: SessionPeer, message: Uint8Array): Promise<Uint8Array> {
    if (this.#db.closed) throw new Error('The embedded database is closed');
    const rewritten = this.#prepared.rewrite(
      Buffer.from(message.buffer, message.byteOffset, message.byteLength),
    );
    const reply = await this.#answer(rewritten?.message ?? message);
    rewritten?.answered(reply);
    await this.#noteSimple(peer, message);
    return this.#routeNotifications(reply);
  }

  /** As it comes, unread: PGlite's other ways read the whole reply first, as pg does it again. */
  async #answer(message: Uint8Array): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    // A view of memory that the next reply overwrites.
    const onRawData = (part: Uint8Array): void => void parts.push(part.slice());
    await this.#db.execProtocolRawStream(message, { onRawData });
    const [only, ...others] = parts;
    return only && others.length === 0 ? only : Buffer.concat(parts);
  }

  #takeTurn(peer: SessionPeer): Promise<void> {
    if (this.#holder === null) this.#holder = peer;
    if (this.#holder === peer) return Promise.resolve();
    return new Promise((go) => this.#waiting.push({ peer, go }));
  }

  #freeTurn(peer: SessionPeer): void {
    if (this.#holder !== peer) return;
    const next = this.#waiting.shift();
    this.#holder = next?.peer ?? null;
    next?.go();
  }

  /** LISTEN belongs to the session; who asked for which channel is known only here. Tables change this way too. */
  async #noteSimple(peer: SessionPeer, message: Uint8Array): Promise<void> {
    if (message[0] !== SIMPLE_QUERY) return;
    // BullMQ's statements begin with a comment.
    const text = Buffer.from(message.subarray(5, -1)).toString().replaceAll(/--.*$/gm, '');
    if (/\b(create|alter|drop)\b/i.test(text)) this.#prepared.forget();
    const [, un, quoted, plain] = /^\s*(un)?listen\s+(?:"([^"]+)"|(\w+))\s*;?\s*$/i.exec(text) ?? [];
    const channel = quoted ?? plain?.toLowerCase();
    if (channel === undefined) return;
    const peers = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, peers);
    if (un === undefined) peers.add(peer);
    else if (peers.delete(peer) && peers.size > 0)
      await this.#db.execProtocolRaw(simpleQuery(`LISTEN "${channel}"`));
  }

  /** Postgres puts notifications into whatever reply comes next; they go to the peers that listen. */
  #routeNotifications(reply: Uint8Array): Uint8Array {
    const own: Uint8Array[] = [];
    let kept = 0;
    for (const { type, start, end } of frames(reply)) {
      if (type !== NOTIFICATION) continue;
      own.push(reply.subarray(kept, start));
      kept = end;
      const frame = reply.subarray(start, end);
      for (const peer of this.#listeners.get(channelOf(frame)) ?? []) peer.receive(frame);
    }
    return own.length === 0 ? reply : Buffer.concat([...own, reply.subarray(kept)]);
  }
}

/** The protocol's frames: one byte for the type, then a length that counts itself and the payload. */
function* frames(bytes: Uint8Array): Generator<{ type: number; start: number; end: number }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start = 0; start < bytes.length; ) {
    const end = start + 1 + view.getInt32(start + 1);
    yield { type: view.getUint8(start), start, end };
    start = end;
  }
}

/** In a notification: type, length and process id (9 bytes), the channel and a zero, the payload and a zero. */
const channelOf = (frame: Uint8Array): string =>
  Buffer.from(frame.subarray(9, frame.indexOf(0, 9))).toString();

function simpleQuery(sql: string): Uint8Array {
  const text = Buffer.from(`${sql}\0`);
  const head = Buffer.alloc(5);
  head.writeUInt8(SIMPLE_QUERY);
  head.writeInt32BE(text.length + 4, 1);
  return Buffer.concat([head, text]);
}
