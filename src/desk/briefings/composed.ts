import type { BriefContent } from '../ports/briefs.ts';
import type { BriefView } from '../views/briefing-view.ts';

/** What a message says, and what is kept of it. */
export interface Composed<V extends BriefView = BriefView> {
  readonly view: V;
  readonly content: BriefContent;
}
