import type { Instant } from '../../domain/time.ts';
import type { DeskDeps } from '../deps.ts';
import type { LoadedCase } from '../ports/cases.ts';
import type { Lane, LaneState, OutboxRow } from '../ports/outbox.ts';
import { deliverCard } from './card.ts';
import { markEnded, noteEnding } from './ending.ts';
import { deliverNext } from './notices.ts';
import type { Closed } from './pacing.ts';
import type { NoticeStep } from './step.ts';
import { tellInstead } from './tell-instead.ts';
import { LEASE } from './timing.ts';

/** No case has this much to say at once; a loop that runs on is a fault, and the sweep comes back to it. */
const ROUNDS = 50;

/** Says what one case has to say, as far as Slack allows it now, and asks to be woken for the rest. */
export async function workLane(deps: DeskDeps, lane: Lane, closed: Closed): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    // In this order: the case must be at least as new as what is to be said of it.
    const state = await deps.outbox.lane(lane);
    const loaded = await deps.cases.load(lane.workspaceId, lane.case);
    if (!loaded || !state.card) return;
    const steps = await work(deps, lane, { ...state, card: state.card }, loaded, closed);
    if (steps.some((step) => step.kind === 'again')) continue;
    const rests = steps.flatMap((step) => (step.kind === 'rest' && step.until !== null ? [step.until] : []));
    if (rests.length > 0) await comeBack(deps, lane, Math.min(...rests));
    return;
  }
}

type Standing = LaneState & { readonly card: NonNullable<LaneState['card']> };

async function work(
  deps: DeskDeps,
  lane: Lane,
  { card, rows, standing }: Standing,
  loaded: LoadedCase,
  closed: Closed,
): Promise<readonly NoticeStep[]> {
  // Before the card: it stays due until this is noted, so a crash in between forgets nothing.
  if (await noteEnding(deps, lane, standing, loaded)) return [{ kind: 'again' }];
  const steps: NoticeStep[] = [];
  for (const [person, theirs] of byPerson(rows)) {
    const place = { lane, channel: person, ts: null };
    steps.push(await deliverNext(deps, place, theirs, loaded, closed));
  }
  const here = rows.filter((row) => row.direct === null);
  const posted = await deliverCard(deps, lane, card, loaded, closed);
  switch (posted.kind) {
    case 'ready': {
      const place = { lane, channel: card.channel, ts: posted.ts };
      steps.push(await deliverNext(deps, place, here, loaded, closed));
      break;
    }
    case 'blocked':
      steps.push({ kind: 'rest', until: posted.until });
      break;
    case 'refused':
      steps.push(await tellInstead(deps, lane, here.filter(isWaiting), loaded, posted.code));
      // The thread that these may stand in is gone: better told twice than never.
      for (const row of here)
        if (row.state.kind === 'sending' && row.state.since <= deps.now() - LEASE)
          steps.push(await tellInstead(deps, lane, [row], loaded, posted.code, row.state.fence));
      break;
    default: {
      const never: never = posted;
      return never;
    }
  }
  const marked = { lane, channel: card.channel, ts: card.ts };
  steps.push(await markEnded(deps, marked, standing, loaded, closed));
  return steps;
}

const isWaiting = ({ state }: OutboxRow): boolean => state.kind === 'waiting';

function byPerson(rows: readonly OutboxRow[]): ReadonlyMap<string, readonly OutboxRow[]> {
  const found = new Map<string, OutboxRow[]>();
  for (const row of rows)
    if (row.direct) found.set(row.direct.person, [...(found.get(row.direct.person) ?? []), row]);
  return found;
}

async function comeBack(deps: DeskDeps, lane: Lane, at: Instant): Promise<void> {
  await deps.wake.outbox([{ ...lane, notBefore: at }]);
}
