import type { WorkspaceId } from '../../domain/ids.ts';
import type { DeskDeps } from '../deps.ts';
import type { NewBrief } from '../ports/briefs.ts';
import type { Person } from '../ports/people.ts';
import { beforeWindowView } from './before-window.ts';
import type { Composed } from './composed.ts';
import { coverView } from './cover.ts';
import { type TeamFacts, teamFacts } from './facts.ts';
import { morningView } from './morning.ts';

type Asked = Pick<NewBrief, 'kind' | 'content' | 'dueAt'>;

/** Says what is true now; null where there is nothing to say. */
export const compose = async (
  deps: DeskDeps,
  workspace: WorkspaceId,
  person: Person,
  brief: Asked,
): Promise<Composed | null> => composeFrom(deps, workspace, person, brief, await teamFacts(deps, workspace));

/** The same from facts that were read before. */
export async function composeFrom(
  deps: DeskDeps,
  workspace: WorkspaceId,
  person: Person,
  { kind, content, dueAt }: Asked,
  facts: TeamFacts,
): Promise<Composed | null> {
  switch (kind) {
    case 'morning':
      return morningView(deps, workspace, person, facts);
    case 'before_window':
      return beforeWindowView(deps, person, dueAt, facts);
    case 'cover':
      return coverView(deps, person, content, facts);
    default: {
      const never: never = kind;
      return never;
    }
  }
}
