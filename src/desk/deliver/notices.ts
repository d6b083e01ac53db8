import type { PersonId } from '../../domain/ids.ts';
import { stillApplies } from '../../domain/notices.ts';
import type { Instant } from '../../domain/time.ts';
import type { DeskDeps } from '../deps.ts';
import { viewOf } from '../desk-of.ts';
import type { LoadedCase } from '../ports/cases.ts';
import type { Post } from '../ports/messenger.ts';
import type { Lane, OutboxRow } from '../ports/outbox.ts';
import { resolveRecipients } from './recipients.ts';
import { backoff, LATE, LEASE, TOGETHER } from './timing.ts';

/** `again`: something was done, look once more. Otherwise when to come back; null if only a sweep can say. */
export type NoticeStep =
  | { readonly kind: 'again' }
  | { readonly kind: 'rest'; readonly until: Instant | null };

interface Thread {
  readonly lane: Lane;
  readonly channel: string;
  readonly ts: string;
}

/** Sends the next message of a case's thread: an uncertain one is settled first, so that order is kept. */
export async function deliverNext(
  deps: DeskDeps,
  thread: Thread,
  rows: readonly OutboxRow[],
  loaded: LoadedCase,
): Promise<NoticeStep> {
  const held = rows.find((row) => row.state.kind === 'sending');
  if (held) return settleUncertain(deps, thread, rows, held, loaded);
  const now = deps.now();
  const ready = rows.filter((row) => row.state.kind === 'waiting' && row.state.notBefore <= now);
  const gone = ready.filter((row) => !stillApplies(row.notice, loaded.case, deps.policy));
  if (gone.length > 0) {
    await deps.outbox.obsolete(
      thread.lane,
      gone.map((row) => row.id),
    );
    return { kind: 'again' };
  }
  if (ready.length === 0) return { kind: 'rest', until: soonest(rows) };
  return sendReady(deps, thread, ready.slice(0, TOGETHER), loaded);
}

const soonest = (rows: readonly OutboxRow[]): Instant | null => {
  const times = rows.flatMap((row) => (row.state.kind === 'waiting' ? [row.state.notBefore] : []));
  return times.length > 0 ? Math.min(...times) : null;
};

async function sendReady(
  deps: DeskDeps,
  thread: Thread,
  ready: readonly OutboxRow[],
  loaded: LoadedCase,
): Promise<NoticeStep> {
  const together: OutboxRow[] = [];
  const mention = new Set<PersonId>();
  for (const row of ready) {
    const resolved = await resolveRecipients(deps, row.notice, loaded.case);
    if (resolved.kind === 'wait') {
      await deps.outbox.defer(thread.lane, [row.id], resolved.until);
      continue;
    }
    together.push(row);
    for (const person of resolved.mention) mention.add(person);
  }
  const [first] = together;
  if (!first) return { kind: 'again' };
  return send(deps, thread, first.notice.key, together, [...mention], loaded);
}

/** A claim that outlived its lease: did the message arrive? Found: mark it. Absent: send the same once more. */
async function settleUncertain(
  deps: DeskDeps,
  thread: Thread,
  rows: readonly OutboxRow[],
  held: OutboxRow,
  loaded: LoadedCase,
): Promise<NoticeStep> {
  const now = deps.now();
  const since = held.state.kind === 'sending' ? held.state.since : now;
  if (since > now - LEASE) return { kind: 'rest', until: since + LEASE };
  const key = held.messageKey ?? held.notice.key;
  const group = rows.filter((row) => row.state.kind === 'sending' && row.messageKey === held.messageKey);
  const ids = group.map((row) => row.id);
  const mention: PersonId[] = [];
  for (const row of group) {
    const resolved = await resolveRecipients(deps, row.notice, loaded.case);
    if (resolved.kind === 'now') mention.push(...resolved.mention);
  }
  const where = { workspace: thread.lane.workspaceId, channel: thread.channel, threadTs: thread.ts, key };
  const found = await deps.messenger.find(where, Math.min(...group.map((row) => row.createdAt)));
  if (found.kind === 'unknown') return { kind: 'rest', until: now + LEASE };
  if (found.kind === 'absent') return send(deps, thread, key, group, [...new Set(mention)], loaded);
  const fence = await deps.outbox.claimRows(thread.lane, ids, key, now, now - LEASE);
  if (fence !== null) await deps.outbox.rowsSent(thread.lane, ids, fence, found.ts, mention, now);
  return { kind: 'again' };
}

async function send(
  deps: DeskDeps,
  thread: Thread,
  key: string,
  group: readonly OutboxRow[],
  mention: readonly PersonId[],
  loaded: LoadedCase,
): Promise<NoticeStep> {
  const { lane } = thread;
  const ids = group.map((row) => row.id);
  const fence = await deps.outbox.claimRows(lane, ids, key, deps.now(), deps.now() - LEASE);
  if (fence === null) return { kind: 'rest', until: deps.now() + LEASE };
  const outcome = await deps.messenger.post(postOf(deps, thread, key, group, mention, loaded));
  const now = deps.now();
  const attempts = Math.max(...group.map((row) => row.attempts)) + 1;
  switch (outcome.kind) {
    case 'sent':
      await deps.outbox.rowsSent(lane, ids, fence, outcome.ts, mention, now);
      return { kind: 'again' };
    case 'unknown':
      deps.log.warn(
        { ...lane, key, why: outcome.why },
        'Nobody knows whether this arrived; looking before repeating',
      );
      return { kind: 'rest', until: now + LEASE };
    case 'later': {
      const until = now + Math.max(outcome.afterMs, backoff(attempts));
      await deps.outbox.rowsLater(lane, ids, fence, until);
      return { kind: 'rest', until };
    }
    case 'refused':
      await deps.outbox.rowsParked(lane, ids, fence, outcome.code);
      deps.log.error(
        { ...lane, key, code: outcome.code },
        'Slack refuses this message for good; it is kept, not sent',
      );
      return { kind: 'again' };
    default: {
      const never: never = outcome;
      return never;
    }
  }
}

function postOf(
  deps: DeskDeps,
  thread: Thread,
  key: string,
  group: readonly OutboxRow[],
  mention: readonly PersonId[],
  loaded: LoadedCase,
): Post {
  const now = deps.now();
  return {
    workspace: thread.lane.workspaceId,
    channel: thread.channel,
    threadTs: thread.ts,
    key,
    locale: deps.settings(thread.lane.workspaceId).locale,
    content: {
      kind: 'notices',
      notices: group.map((row) => row.notice),
      view: viewOf(deps, loaded),
      mention,
      lateSince: lateSince(group, now),
      now,
    },
  };
}

/** When the oldest of them should have stood there, if that is long ago. Waiting for the morning isn't late. */
function lateSince(group: readonly OutboxRow[], now: Instant): Instant | null {
  const due = group.map((row) => {
    const planned = row.state.kind === 'waiting' ? row.state.notBefore : row.createdAt;
    const { cause } = row.notice;
    const firedLate = cause.kind === 'timer' && cause.firedAt - cause.timer.dueAt > LATE;
    return firedLate ? cause.timer.dueAt : planned;
  });
  const oldest = Math.min(...due);
  return now - oldest > LATE ? oldest : null;
}
