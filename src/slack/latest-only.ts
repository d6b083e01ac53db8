/** Of several pieces of work about one thing, only the newest counts. */
export class LatestOnly {
  #counter = 0;
  readonly #newest = new Map<string, number>();

  /** Starts a piece of work about `key`; the answer tells whether it is still the newest. */
  begin(key: string): { readonly isNewest: () => boolean; readonly end: () => void } {
    this.#counter += 1;
    const mine = this.#counter;
    this.#newest.set(key, mine);
    const isNewest = () => this.#newest.get(key) === mine;
    return { isNewest, end: () => (isNewest() ? void this.#newest.delete(key) : undefined) };
  }

  /** Whatever is under way about `key` gives way. */
  supersede(key: string): void {
    this.#newest.delete(key);
  }
}
