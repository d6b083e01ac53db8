import type { WorkspaceId } from '../../domain/ids.ts';
import { type Duration, type Instant, MINUTE, SECOND } from '../../domain/time.ts';
import type { DeskDeps } from '../deps.ts';
import type { Work } from '../ports/outbox.ts';
import type { Allowance, Rates } from '../ports/paces.ts';

/**
 * chat.postMessage about 1/s in a channel with short bursts and several hundred a minute in a workspace;
 * chat.update and conversations.* 50 a minute (platform.md). Kept a little below, because others may count too.
 */
export const SLACK_RATES: Rates = {
  channel: { every: SECOND, burst: 5 },
  workspace: { every: SECOND / 4, burst: 20 },
  update: { every: 1.25 * SECOND, burst: 20 },
  look: { every: 1.25 * SECOND, burst: 10 },
};

/** For a Slack that sets no limits, such as the sandbox's own; what it puts off is still put off. */
export const UNLIMITED: Rates = {
  channel: { every: 0, burst: 1 },
  workspace: { every: 0, burst: 1 },
  update: { every: 0, burst: 1 },
  look: { every: 0, burst: 1 },
};

/** What a call of Slack counts against; the narrowest first. */
export type Call =
  | { readonly kind: 'post'; readonly channel: string }
  | { readonly kind: 'update' }
  | { readonly kind: 'look' };

function allowances({ rates }: DeskDeps, call: Call): readonly [Allowance, ...Allowance[]] {
  switch (call.kind) {
    case 'post':
      return [
        { name: `post/${call.channel}`, ...rates.channel },
        { name: 'post', ...rates.workspace },
      ];
    case 'update':
    case 'look':
      return [{ name: call.kind, ...rates[call.kind] }];
    default: {
      const never: never = call;
      return never;
    }
  }
}

/** What this round may do no more, and when it may again. */
export type Closed = Map<Work, Instant>;

/** Null if the call may be made now; otherwise when to come back. */
export async function mayCall(
  deps: DeskDeps,
  workspace: WorkspaceId,
  call: Call,
  closed: Closed,
): Promise<Instant | null> {
  const known = closed.get(call.kind);
  if (known !== undefined) return known;
  const until = await deps.paces.take(workspace, allowances(deps, call), deps.now());
  if (until !== null) closed.set(call.kind, until);
  return until;
}

/** Slack said "too many": only what it said that of waits, the other channels and workspaces go on. */
export async function pauseCalls(
  deps: DeskDeps,
  workspace: WorkspaceId,
  call: Call,
  wait: Duration,
  closed: Closed,
): Promise<void> {
  const until = deps.now() + wait;
  closed.set(call.kind, until);
  await deps.paces.pause(workspace, allowances(deps, call)[0], until);
}

/** While an installation is broken, nothing is tried in its workspace for so long. */
export const BROKEN: Duration = 10 * MINUTE;

export async function pauseWorkspace({ paces, rates, now }: DeskDeps, workspace: WorkspaceId): Promise<void> {
  const until = now() + BROKEN;
  await paces.pause(workspace, { name: 'post', ...rates.workspace }, until);
  for (const name of ['update', 'look'] as const)
    await paces.pause(workspace, { name, ...rates[name] }, until);
}
