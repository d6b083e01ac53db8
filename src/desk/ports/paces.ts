import type { WorkspaceId } from '../../domain/ids.ts';
import type { Duration, Instant } from '../../domain/time.ts';

/** So many calls at once, then one in each `every`. */
export interface Allowance {
  /** Names what is counted, within its workspace. */
  readonly name: string;
  readonly every: Duration;
  readonly burst: number;
}

type Rate = Omit<Allowance, 'name'>;

/** How fast Slack lets an app speak, per workspace. */
export interface Rates {
  /** New messages in one channel, or to one person. */
  readonly channel: Rate;
  /** New messages everywhere. */
  readonly workspace: Rate;
  readonly update: Rate;
  /** Looking for a message whose fate is unknown. */
  readonly look: Rate;
}

/** How fast Slack may be called, counted by all processes together. */
export interface Paces {
  /** Takes one call of each allowance: null if it may go, otherwise when to ask again, and none was taken. */
  take(workspace: WorkspaceId, of: readonly Allowance[], now: Instant): Promise<Instant | null>;
  /** Nothing of this goes before an instant: Slack said so. */
  pause(workspace: WorkspaceId, what: Allowance, until: Instant): Promise<void>;
}
