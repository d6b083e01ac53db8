import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isObject, type Json } from '../json.ts';
import { BOT } from '../workspace.ts';
import type { Ack, EnvelopeType, Retry, Transport } from './delivery.ts';

/** Slack pings often enough that a client with the default 30 s time-out never gives up. */
const PING_MS = 10_000;
const CLOSE_MS = 200;

export type DisconnectReason = 'link_disabled' | 'refresh_requested' | 'warning';

interface Pending {
  socket: WebSocket;
  settle: (ack: Ack) => void;
}

/** The server's side of Socket Mode: hello, envelopes, acknowledgements, pings, disconnects. */
export class SocketHub implements Transport {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  readonly #open = new Set<WebSocket>();
  readonly #pending = new Map<string, Pending>();
  readonly #ackMs: number;
  readonly #pings: NodeJS.Timeout;
  #turn = 0;

  constructor(ackMs: number) {
    this.#ackMs = ackMs;
    this.#pings = setInterval(() => {
      for (const socket of this.#open) socket.ping(`Ping from local Slack`);
    }, PING_MS);
    this.#pings.unref();
  }

  /** How many sockets take payloads now. */
  get connections(): number {
    return this.#open.size;
  }

  /** A ticket for one connection, as `apps.connections.open` puts into its URL. */
  ticket(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return ticket;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket)) {
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#welcome(opened));
  }

  /** Sends to one of the open sockets, each in turn. */
  send(type: EnvelopeType, payload: Json, retry?: Retry): Promise<Ack> {
    const sockets = [...this.#open];
    this.#turn += 1;
    const socket = sockets[this.#turn % Math.max(1, sockets.length)];
    if (!socket) return Promise.resolve({ acked: false, error: 'dispatch_failed' });
    const id = randomUUID();
    const envelope = {
      envelope_id: id,
      payload,
      type,
      accepts_response_payload: type !== 'events_api',
      ...(type === 'events_api'
        ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' }
        : {}),
    };
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle({ acked: false, error: 'operation_timeout' }), this.#ackMs);
      const settle = (ack: Ack) => {
        clearTimeout(timer);
        this.#pending.delete(id);
        resolve(ack);
      };
      this.#pending.set(id, { socket, settle });
      socket.send(JSON.stringify(envelope));
    });
  }

  /** Tells the oldest sockets to go; they get no more payloads, and the client decides when it comes back. */
  disconnect(reason: DisconnectReason, most = Number.POSITIVE_INFINITY): void {
    for (const socket of [...this.#open].slice(0, most)) {
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: debugInfo() }));
      if (reason !== 'warning') this.#open.delete(socket);
    }
  }

  /** Sends a message as it is to every socket, for the ones that Slack sends rarely. */
  sendRaw(message: Json): void {
    for (const socket of this.#open) socket.send(JSON.stringify(message));
  }

  /** Cuts the oldest connections without a word, as a network does. */
  cut(most = Number.POSITIVE_INFINITY): void {
    for (const socket of [...this.#server.clients].slice(0, most)) socket.terminate();
  }

  /** Lets the clients finish the closing handshake, but not for long. */
  async close(): Promise<void> {
    clearInterval(this.#pings);
    const impatience = setTimeout(() => this.cut(), CLOSE_MS);
    for (const socket of this.#server.clients) socket.close(1001);
    await Promise.all([...this.#server.clients].map((socket) => once(socket, 'close')));
    clearTimeout(impatience);
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    socket.on('message', (data) => Buffer.isBuffer(data) && this.#take(data.toString('utf8')));
    socket.on('close', () => this.#forget(socket));
    socket.on('error', () => this.#forget(socket));
    this.#open.add(socket);
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#open.size,
        connection_info: { app_id: BOT.appId },
        debug_info: debugInfo(),
      }),
    );
  }

  #take(text: string): void {
    const message = parsed(text);
    if (!message || typeof message.envelope_id !== 'string') return;
    this.#pending.get(message.envelope_id)?.settle({ acked: true, body: message.payload });
  }

  /** What a lost socket had not acknowledged will never be: no need to wait for the time-out. */
  #forget(socket: WebSocket): void {
    this.#open.delete(socket);
    for (const pending of this.#pending.values()) {
      if (pending.socket === socket) pending.settle({ acked: false, error: 'operation_timeout' });
    }
  }
}

function debugInfo(): Json {
  return { host: 'local-slack', build_number: 1, approximate_connection_time: 3600 };
}

function parsed(text: string): Json | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return isObject(message) ? message : undefined;
  } catch {
    return undefined;
  }
}
