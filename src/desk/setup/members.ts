import type { PersonId, WorkspaceId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { DeskDeps } from '../deps.ts';

/** Only somebody who can act gets something to do: the first who can't, as a refusal. */
export async function outsiderAmong(
  { people }: Pick<DeskDeps, 'people'>,
  workspace: WorkspaceId,
  ids: readonly PersonId[],
): Promise<Refusal | null> {
  for (const id of new Set(ids)) {
    const person = await people.find(workspace, id);
    if (!person || person.isGuest) return { code: 'not_a_member', person: id };
  }
  return null;
}
