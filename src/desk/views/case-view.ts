import type { Case } from '../../domain/case.ts';
import type { PlannedTimer } from '../../domain/timers/plan.ts';

/** A place in Slack where the case's card stands and its thread hangs. */
export interface ThreadRef {
  readonly channel: string;
  readonly ts: string;
}

/** A case as surfaces show it: the truth, what comes next, and where its thread is. */
export interface CaseView {
  readonly case: Case;
  /** Soonest first; the first one is the card's "next". */
  readonly timers: readonly PlannedTimer[];
  /** Null until the card has been posted. */
  readonly thread: ThreadRef | null;
  /** Account at risk, A-to-z, or a near deadline. */
  readonly red: boolean;
  /** Names of the people it speaks of: a name rings nobody's phone, a mention does. */
  readonly names: Readonly<Record<string, string>>;
}
