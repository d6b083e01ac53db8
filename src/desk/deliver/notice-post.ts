import type { PersonId } from '../../domain/ids.ts';
import type { Notice } from '../../domain/notices.ts';
import type { Instant } from '../../domain/time.ts';
import type { DeskDeps } from '../deps.ts';
import { viewOf } from '../desk-of.ts';
import type { LoadedCase } from '../ports/cases.ts';
import type { Post } from '../ports/messenger.ts';
import type { Lane, OutboxRow } from '../ports/outbox.ts';
import { LATE } from './timing.ts';

/** Where the messages of a case go. */
export interface Thread {
  readonly lane: Lane;
  readonly channel: string;
  readonly ts: string;
}

/** One message for one or more notices of a case; its key is that of the first. */
export async function noticePost(
  deps: DeskDeps,
  thread: Thread,
  group: readonly [OutboxRow, ...OutboxRow[]],
  mention: readonly PersonId[],
  loaded: LoadedCase,
): Promise<Post> {
  const now = deps.now();
  return {
    workspace: thread.lane.workspaceId,
    channel: thread.channel,
    threadTs: thread.ts,
    key: group[0].notice.key,
    locale: deps.settings(thread.lane.workspaceId).locale,
    content: {
      kind: 'notices',
      notices: latestOfEach(group),
      view: await viewOf(deps, loaded, peopleIn(group)),
      mention,
      lateSince: lateSince(group, now),
      now,
    },
  };
}

/** Everybody whom these notices speak of. */
const peopleIn = (group: readonly OutboxRow[]): PersonId[] =>
  group.flatMap(({ notice: { cause } }) => {
    if (cause.kind === 'timer') return [];
    const { event } = cause;
    const other = 'to' in event ? event.to : 'reviewer' in event ? event.reviewer : null;
    return [event.by, other].filter((id) => id !== null);
  });

/** Of several steps of one nudge that waited together, only the last still says what is true. */
function latestOfEach(group: readonly OutboxRow[]): Notice[] {
  const latest = new Map<string, Notice>();
  for (const { notice } of group) {
    const { cause } = notice;
    const nudge = cause.kind === 'timer' ? `${cause.timer.kind}.${cause.timer.anchor}` : notice.key;
    latest.delete(nudge);
    latest.set(nudge, notice);
  }
  return [...latest.values()];
}

/** When the oldest of them should have stood there, if that is long ago. Waiting for the morning isn't late. */
function lateSince(group: readonly OutboxRow[], now: Instant): Instant | null {
  const due = group.map(({ dueAt, notice: { cause } }) => {
    const firedLate = cause.kind === 'timer' && cause.firedAt - cause.timer.dueAt > LATE;
    return firedLate ? cause.timer.dueAt : dueAt;
  });
  const oldest = Math.min(...due);
  return now - oldest > LATE ? oldest : null;
}
