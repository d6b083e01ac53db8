import type { BriefingLine, MorningView } from './briefing-view.ts';
import type { CaseView } from './case-view.ts';

/** What is somebody's now: their day, and the rest of what they have. */
export interface HomeView {
  /** How far the workspace is; before `started` nobody is written to. */
  readonly stage: 'no_channel' | 'not_started' | 'started';
  /** Whether they may look after stores and the set-up. */
  readonly mayLead: boolean;
  /** What is ready stands in `toSubmit` only. */
  readonly day: MorningView;
  /** What is ready, then what is still prepared. */
  readonly toSubmit: readonly BriefingLine[];
  /** What others have to act on: Amazon, a reviewer, or the clock. */
  readonly waiting: readonly CaseView[];
  /** Of the last two, what found no room. */
  readonly more: number;
}
