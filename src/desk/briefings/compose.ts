import type { WorkspaceId } from '../../domain/ids.ts';
import type { DeskDeps } from '../deps.ts';
import type { BriefContent, NewBrief } from '../ports/briefs.ts';
import type { Person } from '../ports/people.ts';
import type { BriefView } from '../views/briefing-view.ts';
import { beforeWindowView } from './before-window.ts';
import { coverView } from './cover.ts';
import { teamFacts } from './facts.ts';
import { morningView } from './morning.ts';

/** What a message says, and what is kept of it. */
export interface Composed {
  readonly view: BriefView;
  readonly content: BriefContent;
}

/** Says what is true now; null where there is nothing to say. */
export async function compose(
  deps: DeskDeps,
  workspace: WorkspaceId,
  person: Person,
  { kind, content }: Pick<NewBrief, 'kind' | 'content'>,
): Promise<Composed | null> {
  const facts = await teamFacts(deps, workspace);
  switch (kind) {
    case 'morning':
      return morningView(deps, workspace, person, facts);
    case 'before_window':
      return beforeWindowView(deps, person, facts);
    case 'cover':
      return coverView(deps, person, content, facts);
    default: {
      const never: never = kind;
      return never;
    }
  }
}
