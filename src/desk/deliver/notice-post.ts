import type { PersonId } from '../../domain/ids.ts';
import type { Notice } from '../../domain/notices.ts';
import type { Instant } from '../../domain/time.ts';
import type { DeskDeps } from '../deps.ts';
import type { LoadedCase } from '../ports/cases.ts';
import type { Post } from '../ports/messenger.ts';
import type { Lane, OutboxRow, StandingRow } from '../ports/outbox.ts';
import { viewOf } from '../view-of.ts';
import { LATE } from './timing.ts';

/** Where messages of a case go: its thread, or a person (then without `ts`). */
export interface Place {
  readonly lane: Lane;
  readonly channel: string;
  readonly ts: string | null;
}

type Row = OutboxRow | StandingRow;

/** One message for one or more notices of a case; its key is that of the first. */
export async function noticePost(
  deps: DeskDeps,
  place: Place,
  group: readonly [Row, ...Row[]],
  mention: readonly PersonId[],
  loaded: LoadedCase,
  { over }: { readonly over: boolean } = { over: false },
): Promise<Post> {
  const now = deps.now();
  const [first] = group;
  const direct = 'direct' in first ? first.direct : null;
  const reader = direct && (await deps.people.find(place.lane.workspaceId, direct.person));
  return {
    workspace: place.lane.workspaceId,
    channel: place.channel,
    threadTs: place.ts,
    key: first.notice.key,
    locale: reader?.locale ?? deps.settings(place.lane.workspaceId).locale,
    content: {
      kind: 'notices',
      notices: latestOfEach(group),
      view: await viewOf(deps, loaded, peopleIn(group)),
      mention,
      lateSince: over ? null : lateSince(group, now),
      instead: direct && { channel: loaded.case.channel, code: direct.code },
      over,
      now,
    },
  };
}

/** Everybody whom these notices speak of. */
const peopleIn = (group: readonly Row[]): PersonId[] =>
  group.flatMap(({ notice: { cause } }) => {
    if (cause.kind === 'timer') return [];
    const { event } = cause;
    const other = 'to' in event ? event.to : 'reviewer' in event ? event.reviewer : null;
    return [event.by, other].filter((id) => id !== null);
  });

/** Of several steps of one nudge that waited together, only the last still says what is true. */
function latestOfEach(group: readonly Row[]): Notice[] {
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
function lateSince(group: readonly Row[], now: Instant): Instant | null {
  const due = group.map((row) => {
    const { cause } = row.notice;
    const dueAt = 'dueAt' in row ? row.dueAt : now;
    const firedLate = cause.kind === 'timer' && cause.firedAt - cause.timer.dueAt > LATE;
    return firedLate ? cause.timer.dueAt : dueAt;
  });
  const oldest = Math.min(...due);
  return now - oldest > LATE ? oldest : null;
}
