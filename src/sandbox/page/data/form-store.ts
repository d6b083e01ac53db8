import type { Json } from './json.ts';

export type Typed = Readonly<Record<string, Json>>;

/** Two ids as one key; a control character cannot occur in either. */
export const inputKey = (blockId: string, actionId: string) => `${blockId}\u0000${actionId}`;

/** What a person typed into one message or view. It outlives redraws, so an update of the view keeps it. */
export class FormStore {
  #typed: Typed = {};
  #listeners = new Set<() => void>();

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  snapshot = (): Typed => this.#typed;

  write(blockId: string, actionId: string, state: Json) {
    this.#typed = { ...this.#typed, [inputKey(blockId, actionId)]: state };
    for (const listener of this.#listeners) listener();
  }

  /** Forgets inputs that an update took away, as Slack does. */
  keepOnly(keys: ReadonlySet<string>) {
    const kept = Object.entries(this.#typed).filter(([key]) => keys.has(key));
    if (kept.length !== Object.keys(this.#typed).length) this.#typed = Object.fromEntries(kept);
  }
}
