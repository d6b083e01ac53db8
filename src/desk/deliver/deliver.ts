import type { Instant } from '../../domain/time.ts';
import type { DeskDeps } from '../deps.ts';
import type { Lane } from '../ports/outbox.ts';
import { deliverCard } from './card.ts';
import { deliverNext } from './notices.ts';

/** No lane has this much to say at once; a loop that runs on is a fault, and the sweep comes back to it. */
const ROUNDS = 50;

/**
 * Sends what a case has to say: its card, then its thread in order. A lane is worked by one call at a time in
 * this process; a call that arrives meanwhile makes the running one look once more.
 */
export function makeDeliver(deps: DeskDeps): (lane: Lane) => Promise<void> {
  const running = new Map<string, { again: boolean }>();

  return async function deliver(lane: Lane): Promise<void> {
    const name = `${lane.workspaceId}/${lane.case}`;
    const current = running.get(name);
    if (current) {
      current.again = true;
      return;
    }
    const mine = { again: true };
    running.set(name, mine);
    try {
      while (mine.again) {
        mine.again = false;
        await workLane(deps, lane);
      }
    } finally {
      running.delete(name);
    }
  };
}

async function workLane(deps: DeskDeps, lane: Lane): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    // In this order: the case must be at least as new as what is to be said of it.
    const { card, rows } = await deps.outbox.lane(lane);
    const loaded = await deps.cases.load(lane.workspaceId, lane.case);
    if (!loaded || !card) return;
    const standing = await deliverCard(deps, lane, card, loaded);
    if (standing.kind === 'blocked') return comeBack(deps, lane, standing.until);
    const thread = { lane, channel: card.channel, ts: standing.ts };
    const step = await deliverNext(deps, thread, rows, loaded);
    if (step.kind === 'rest') return comeBack(deps, lane, step.until);
  }
}

async function comeBack(deps: DeskDeps, lane: Lane, at: Instant | null): Promise<void> {
  if (at !== null) await deps.wake.outbox([{ ...lane, notBefore: at }]);
}
