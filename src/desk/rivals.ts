import type { CaseNumber, StoreId, WorkspaceId } from '../domain/ids.ts';
import type { DeskDeps } from './deps.ts';
import type { Rivals } from './desk.ts';

/** Who holds these subjects of the store, or held them until not long ago. */
export async function rivalsOf(
  deps: Pick<DeskDeps, 'cases' | 'now' | 'policy'>,
  workspace: WorkspaceId,
  store: StoreId,
  subjects: readonly string[],
  except?: CaseNumber,
): Promise<Rivals> {
  const since = deps.now() - deps.policy.reopenWithin;
  const { open, closed } = await deps.cases.rivals(workspace, store, subjects, since);
  return {
    open: open.filter((r) => r.number !== except),
    recentlyClosed: closed.filter((r) => r.number !== except),
  };
}
