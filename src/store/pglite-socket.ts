import { Duplex } from 'node:stream';
import { callbackify } from 'node:util';
import type { PgliteSession, SessionPeer } from './pglite-session.ts';

const STARTUP = 0x00;
const TERMINATE = 0x58;
/** What a server answers to a start-up message that it accepts: AuthenticationOk, ReadyForQuery (idle). */
const WELCOME = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

type Done = (error?: Error | null) => void;

/**
 * The socket that node-postgres writes to when the database is a PGlite in this process. Above it everything
 * is pg's own: parameters, column parsers, errors, multi-statement texts, the pool.
 */
export class PgliteSocket extends Duplex implements SessionPeer {
  readonly #session: PgliteSession;

  constructor(session: PgliteSession) {
    super();
    this.#session = session;
  }

  connect(): this {
    setImmediate(() => this.emit('connect'));
    return this;
  }

  /** The switches of a network socket that pg sets; there is no network to switch. */
  setNoDelay = (): this => this;
  setKeepAlive = (): this => this;
  ref = (): this => this;
  unref = (): this => this;

  receive(bytes: Uint8Array): void {
    if (!this.destroyed) this.push(bytes);
  }

  override _read(): void {
    // Replies are pushed as they come.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    callbackify(() => this.#send(chunk))(done);
  }

  /** pg corks the messages of one statement, so that they arrive here, and at PGlite, as one. */
  override _writev(chunks: { chunk: Buffer }[], done: Done): void {
    const message = Buffer.concat(chunks.map(({ chunk }) => chunk));
    callbackify(() => this.#send(message))(done);
  }

  override _final(done: Done): void {
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: Done): void {
    callbackify(() => this.#session.hangUp(this))((fault) => done(error ?? fault));
  }

  async #send(message: Buffer): Promise<void> {
    if (message[0] === STARTUP) this.receive(WELCOME);
    else if (message[0] !== TERMINATE) this.receive(await this.#session.exchange(this, message));
  }
}
