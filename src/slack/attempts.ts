const MOST = 1_000;

/**
 * How often a form was refused so far. A form that is sent again after a refusal is a new request, because
 * the world may have changed; sent again without an answer, it is the same one. A process that forgot the
 * count repeats an old refusal at worst, never a deed.
 */
export class Attempts {
  readonly #refused = new Map<string, number>();

  of(view: string): number {
    return this.#refused.get(view) ?? 0;
  }

  refused(view: string): void {
    const count = this.of(view) + 1;
    this.#refused.delete(view);
    this.#refused.set(view, count);
    const [oldest] = this.#refused.keys();
    if (this.#refused.size > MOST && oldest !== undefined) this.#refused.delete(oldest);
  }

  forget(view: string): void {
    this.#refused.delete(view);
  }
}
