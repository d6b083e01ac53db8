import type { CaseNumber } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { DeskDeps } from '../deps.ts';
import type { Lane, Work } from '../ports/outbox.ts';
import type { Closed } from './pacing.ts';
import { LEASE, PASSED_OVER } from './timing.ts';
import { workLane } from './work-lane.ts';

/** Posts first: a case whose card only wants an update must not say anything before its turn. */
const ALL: readonly Work[] = ['post', 'look', 'update'];
/** Cases worked by one call: other workspaces want the worker too, and a stop waits for it. */
const AT_ONCE = 50;

/**
 * Sends what is due in the channel of a case: whose turn it is, not who woke it. A message that may not go yet
 * leaves one wake-up behind for the whole channel, however many wait. A case is worked by one call at a time in
 * this process; a call that arrives meanwhile makes the running one look once more.
 */
export function makeDeliver(deps: DeskDeps): (lane: Lane) => Promise<void> {
  const running = new Map<string, { again: boolean }>();
  const nameOf = (lane: Lane): string => `${lane.workspaceId}/${lane.case}`;

  async function workAlone(lane: Lane, closed: Closed): Promise<void> {
    const current = running.get(nameOf(lane));
    if (current) {
      current.again = true;
      return;
    }
    const mine = { again: true };
    running.set(nameOf(lane), mine);
    try {
      while (mine.again) {
        mine.again = false;
        await workLane(deps, lane, closed);
      }
    } finally {
      running.delete(nameOf(lane));
    }
  }

  return async function deliver(lane: Lane): Promise<void> {
    const { workspaceId } = lane;
    const current = running.get(nameOf(lane));
    if (current) current.again = true;
    const channel = await deps.outbox.channelOf(lane);
    if (channel === null) return;
    const closed: Closed = new Map();
    const worked = new Set<CaseNumber>();
    const next = async (work: readonly Work[]): Promise<CaseNumber | null> => {
      const now = deps.now();
      return deps.outbox.next(workspaceId, channel, work, now, now - LEASE, [...worked]);
    };

    const open = (): readonly Work[] => ALL.filter((work) => !closed.has(work));
    while (worked.size < AT_ONCE) {
      const number = await next(open());
      if (number === null) break;
      worked.add(number);
      await workOne({ workspaceId, case: number });
    }
    if (worked.size >= AT_ONCE) await wakeNext(await next(open()), deps.now());
    worked.clear();
    for (const [work, until] of closed) await wakeNext(await next([work]), until);

    async function workOne(one: Lane): Promise<void> {
      try {
        await workAlone(one, closed);
      } catch (err) {
        deps.log.error({ ...one, err }, 'What is to be said of this case could not be sent');
        // It would be the next one again and again, and the others must not wait for it.
        await deps.outbox.putOff(one, null, deps.now() + PASSED_OVER);
      }
    }
    async function wakeNext(number: CaseNumber | null, notBefore: Instant): Promise<void> {
      if (number !== null) await deps.wake.outbox([{ workspaceId, case: number, notBefore }]);
    }
  };
}
