import type { WorkspaceId } from '../../domain/ids.ts';
import type { DeskDeps } from '../deps.ts';
import type { NewBrief } from '../ports/briefs.ts';
import type { Person } from '../ports/people.ts';
import { beforeWindowView } from './before-window.ts';
import type { Composed } from './composed.ts';
import { coverView } from './cover.ts';
import { teamFacts } from './facts.ts';
import { morningView } from './morning.ts';

/** Says what is true now; null where there is nothing to say. */
export async function compose(
  deps: DeskDeps,
  workspace: WorkspaceId,
  person: Person,
  { kind, content, dueAt }: Pick<NewBrief, 'kind' | 'content' | 'dueAt'>,
): Promise<Composed | null> {
  const facts = await teamFacts(deps, workspace);
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
