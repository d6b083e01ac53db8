import type { PersonId, WorkspaceId } from '../../domain/ids.ts';
import { absenceAt, isAway, type StoreProfile } from '../../domain/team.ts';
import type { DeskDeps } from '../deps.ts';
import type { Person } from '../ports/people.ts';

/**
 * Who has a store's new case from the start: its default owner, and while they are away whoever stands in for
 * them, then the store's cover. Null: whoever opens it, because the store names nobody, or nobody is there.
 */
export async function firstOwner(
  { people, now }: Pick<DeskDeps, 'people' | 'now'>,
  workspace: WorkspaceId,
  store: Pick<StoreProfile, 'defaultOwner' | 'cover'>,
): Promise<Person | null> {
  if (store.defaultOwner === null) return null;
  const find = async (id: PersonId | null): Promise<Person | null> => {
    const person = id === null ? null : await people.find(workspace, id);
    return person && !person.isGuest ? person : null;
  };
  const present = (person: Person | null): person is Person => person !== null && !isAway(person, now());
  const owner = await find(store.defaultOwner);
  if (present(owner)) return owner;
  const standIn = await find((owner && absenceAt(owner, now())?.cover) ?? null);
  if (present(standIn)) return standIn;
  const cover = await find(store.cover);
  return present(cover) ? cover : null;
}
