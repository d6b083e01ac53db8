import type { ServerResponse } from 'node:http';
import type { SandboxState } from '../../protocol.ts';
import type { World } from '../world.ts';

/** States are sent at most this often, and looked at again this often while somebody watches. */
const COALESCE_MS = 50;
/** A large state takes time from the work that makes it change: sending takes at most one part in so many. */
const SENDING_SHARE = 5;
const LOOK_MS = 1_000;
/** When a browser that lost the stream asks again: a sandbox that begins anew is away for a moment only. */
const AGAIN_MS = 400;

/** Server-sent events: each is a whole state, sent when something in it other than the clock changed. */
export class StateStream {
  readonly #read: () => Promise<SandboxState>;
  readonly #watchers = new Set<ServerResponse>();
  readonly #stopListening: () => void;
  readonly #look: NodeJS.Timeout;
  #soon: NodeJS.Timeout | undefined;
  #last = '';
  #took = 0;

  constructor(world: World, read: () => Promise<SandboxState>) {
    this.#read = read;
    this.#stopListening = world.onChange(() => this.#sendSoon());
    // What is due next changes without any message, so it has to be looked at.
    this.#look = setInterval(() => this.#watchers.size > 0 && this.#sendSoon(), LOOK_MS);
    this.#look.unref();
  }

  async add(response: ServerResponse): Promise<void> {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.on('close', () => this.#watchers.delete(response));
    response.write(`retry: ${AGAIN_MS}\n\n${event(await this.#read())}`);
    this.#watchers.add(response);
  }

  /** Sends a state even if only the clock changed: somebody turned it. */
  sendNow(): void {
    this.#last = '';
    this.#sendSoon();
  }

  close(): void {
    this.#stopListening();
    clearInterval(this.#look);
    clearTimeout(this.#soon);
    for (const response of this.#watchers) response.end();
  }

  #sendSoon(): void {
    this.#soon ??= setTimeout(
      () => {
        this.#soon = undefined;
        void this.#send();
      },
      Math.max(COALESCE_MS, this.#took * SENDING_SHARE),
    );
    this.#soon.unref();
  }

  async #send(): Promise<void> {
    if (this.#watchers.size === 0) return;
    const began = performance.now();
    const state = await this.#read();
    const seen = JSON.stringify({ ...state, now: 0 });
    if (seen !== this.#last) {
      this.#last = seen;
      for (const response of this.#watchers) response.write(event(state));
    }
    this.#took = performance.now() - began;
  }
}

function event(state: SandboxState): string {
  return `data: ${JSON.stringify(state)}\n\n`;
}
