import type { PersonId } from '../domain/ids.ts';
import type { Locale } from '../domain/locale.ts';

/** People beyond this are forgotten, the longest unseen first. */
const MOST = 5_000;

/**
 * In which language somebody read Docket last. A payload does not say it, and what must be shown within the
 * three seconds of a trigger can't wait for a look-up: the first words may be in the default language.
 */
export class LocaleMemory {
  readonly #standard: Locale;
  readonly #known = new Map<PersonId, Locale>();

  constructor(standard: Locale) {
    this.#standard = standard;
  }

  of(person: PersonId): Locale {
    return this.#known.get(person) ?? this.#standard;
  }

  remember(person: PersonId, locale: Locale): void {
    this.#known.delete(person);
    this.#known.set(person, locale);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest);
  }
}
