import type { Actor } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import type { CaseNumber } from '../ids.ts';
import type { Policy } from '../policy.ts';
import type { Refusal, Rival } from '../refusals.ts';
import type { Instant } from '../time.ts';

/** What happens because of a command: events to record, or a reason to refuse. No events: it was so already. */
export type Decision =
  | { readonly ok: true; readonly events: readonly CaseEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

export const happened = (...events: CaseEvent[]): Decision => ({ ok: true, events });
export const refused = (refusal: Refusal): Decision => ({ ok: false, refusal });

/** Everything beside the case that deciding needs; fetched before, so that deciding stays pure. */
export interface Facts {
  readonly now: Instant;
  readonly actor: Actor;
  readonly policy: Policy;
  /** Other open cases of the store that share a subject with what is asked. */
  readonly rivals: readonly Rival[];
  /** Cases with a shared subject, closed within the policy's time. */
  readonly recentlyClosed: readonly Rival[];
  /** The case that holds the Case ID named in the command already, if another does. */
  readonly caseIdHolder: CaseNumber | null;
}
