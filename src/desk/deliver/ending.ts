import { isOver } from '../../domain/notices.ts';
import type { DeskDeps } from '../deps.ts';
import type { LoadedCase } from '../ports/cases.ts';
import type { Lane, StandingRow } from '../ports/outbox.ts';
import { noticePost, type Place } from './notice-post.ts';
import { BROKEN, type Closed, mayCall, pauseCalls, pauseWorkspace } from './pacing.ts';
import type { NoticeStep } from './step.ts';
import { LEASE } from './timing.ts';

/** Notes which messages of the thread are no longer due; true if there were any. */
export async function noteEnding(
  deps: DeskDeps,
  lane: Lane,
  standing: readonly StandingRow[],
  loaded: LoadedCase,
): Promise<boolean> {
  const over = messagesOf(standing)
    .filter((rows) =>
      rows.every((row) => row.ending === null && isOver(row.notice, loaded.case, deps.policy)),
    )
    .flat();
  if (over.length === 0) return false;
  await deps.outbox.ending(
    lane,
    over.map((row) => row.id),
    deps.now(),
  );
  return true;
}

/** Marks the next such message: what asks for nothing any more must not look as if it did. */
export async function markEnded(
  deps: DeskDeps,
  place: Place,
  standing: readonly StandingRow[],
  loaded: LoadedCase,
  closed: Closed,
): Promise<NoticeStep> {
  const { lane } = place;
  const now = deps.now();
  const ending = messagesOf(standing).filter(([first]) => first.ending !== null);
  const [rows] = ending.filter(([first]) => first.ending !== null && first.ending.notBefore <= now);
  if (!rows) {
    const later = ending.flatMap(([first]) => (first.ending ? [first.ending.notBefore] : []));
    return { kind: 'rest', until: later.length > 0 ? Math.min(...later) : null };
  }
  if ((await mayCall(deps, lane.workspaceId, { kind: 'update' }, closed)) !== null)
    return { kind: 'rest', until: null };
  const ids = rows.map((row) => row.id);
  const message = await noticePost(deps, place, rows, [], loaded, { over: true });
  const outcome = await deps.messenger.update(message, rows[0].ts);
  switch (outcome.kind) {
    case 'sent':
      await deps.outbox.ended(lane, ids);
      return ending.length > 1 ? { kind: 'again' } : { kind: 'rest', until: null };
    case 'refused':
      if (outcome.about === 'installation') {
        await pauseWorkspace(deps, lane.workspaceId);
        await deps.outbox.ending(lane, ids, now + BROKEN);
        return { kind: 'rest', until: now + BROKEN };
      }
      deps.log.warn({ ...lane, code: outcome.code }, 'A message that is no longer due can’t be marked so');
      await deps.outbox.ended(lane, ids);
      return { kind: 'again' };
    case 'later':
      if (outcome.limited)
        await pauseCalls(deps, lane.workspaceId, { kind: 'update' }, outcome.afterMs, closed);
      await deps.outbox.ending(lane, ids, now + outcome.afterMs);
      return { kind: 'rest', until: now + outcome.afterMs };
    case 'unknown':
      // The same change again does no harm.
      await deps.outbox.ending(lane, ids, now + LEASE);
      return { kind: 'rest', until: now + LEASE };
    default: {
      const never: never = outcome;
      return never;
    }
  }
}

type Message = readonly [StandingRow, ...StandingRow[]];

/** The rows of each message, the first one first. */
function messagesOf(standing: readonly StandingRow[]): Message[] {
  const found = new Map<string, Message>();
  for (const row of standing) {
    const before = found.get(row.ts);
    found.set(row.ts, before ? [...before, row] : [row]);
  }
  return [...found.values()];
}
