import type { WorkspaceId } from '../../domain/ids.ts';
import type { StoreProfile } from '../../domain/team.ts';
import type { DeskDeps } from '../deps.ts';
import type { Person } from '../ports/people.ts';
import { membersAmong } from '../team-now.ts';
import { hereOrCover } from '../who-acts.ts';

/**
 * Who has a store's new case from the start: its default owner, and while they are away whoever stands in for
 * them, then the store's cover. Null: whoever opens it, because the store names nobody, or nobody is there.
 */
export async function firstOwner(
  deps: Pick<DeskDeps, 'people' | 'now'>,
  workspace: WorkspaceId,
  store: Pick<StoreProfile, 'defaultOwner' | 'cover'>,
): Promise<Person | null> {
  const { defaultOwner, cover } = store;
  if (defaultOwner === null) return null;
  const people = await membersAmong(deps, workspace, [defaultOwner], cover === null ? [] : [cover]);
  return hereOrCover({ now: deps.now(), people }, defaultOwner, store);
}
