import type { Person } from '../desk/ports/people.ts';
import type { Locale } from '../domain/locale.ts';
import { type Caller, localeOf, type Surface } from './surface.ts';

/** Whoever acts, with the language in which to answer. */
export interface Reader {
  readonly person: Person | null;
  readonly locale: Locale;
  /** May look, not act: guests, bots, people of other organisations, and whoever Slack does not know. */
  readonly isGuest: boolean;
}

export async function readerOf(surface: Surface, caller: Caller): Promise<Reader> {
  const person = await surface.desk.person(caller.workspace, caller.person);
  if (person) surface.memory.locales.set(person.id, person.locale);
  return {
    person,
    locale: person?.locale ?? localeOf(surface, caller),
    isGuest: person === null || person.isGuest,
  };
}
