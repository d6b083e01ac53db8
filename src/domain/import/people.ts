import { type PersonId, personId } from '../ids.ts';
import { foldName } from './places.ts';
import type { Known } from './row.ts';

export interface Owner {
  readonly owner: PersonId | null;
  /** The name as it stands in the list, where nobody or more than one has it. */
  readonly calledOwner: string | null;
}

/** A mention as Slack writes it, `@name`, or a name; only the very name is believed. */
export function readOwner(said: string, known: Known): Owner {
  const mentioned = /^<@([UW][A-Z0-9]{2,})(?:\|[^>]*)?>$/.exec(said.trim())?.[1];
  if (mentioned !== undefined) return { owner: personId(mentioned), calledOwner: null };
  const name = nameIn(said);
  if (name === '') return { owner: null, calledOwner: null };
  const owner = known.called.get(foldName(name)) ?? personNamed(name, known);
  return owner === null ? { owner, calledOwner: name } : { owner, calledOwner: null };
}

const nameIn = (said: string): string =>
  said
    .replace(/^[@＠]\s*/u, '')
    .replace(/\s+/g, ' ')
    .trim();

export function personNamed(name: string, { people }: Known): PersonId | null {
  const [one, ...others] = people.filter((person) => foldName(person.name) === foldName(name));
  return one !== undefined && others.length === 0 ? one.id : null;
}

/** True where a cell by itself is somebody: a mention, a sign in front, or a name that one of ours has. */
export const isPerson = (cell: string, known: Known): boolean =>
  /^(?:<@[UW][A-Z0-9]{2,}(?:\|[^>]*)?>|[@＠]\S.*)$/u.test(cell.trim()) ||
  known.called.has(foldName(nameIn(cell))) ||
  known.people.some((person) => foldName(person.name) === foldName(cell));
