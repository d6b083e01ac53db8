import type { PersonId } from '../../domain/ids.ts';
import { isRed, stillApplies } from '../../domain/notices.ts';
import type { Instant } from '../../domain/time.ts';
import type { DeskDeps } from '../deps.ts';
import type { LoadedCase } from '../ports/cases.ts';
import type { Post } from '../ports/messenger.ts';
import type { Lane, OutboxRow, SendState } from '../ports/outbox.ts';
import { noticePost, type Thread } from './notice-post.ts';
import { resolveRecipients } from './recipients.ts';
import { backoff, LEASE, LOOK_FOR, TOGETHER } from './timing.ts';

/** `again`: something was done, look once more. Otherwise when to come back; null if only a sweep can say. */
export type NoticeStep =
  | { readonly kind: 'again' }
  | { readonly kind: 'rest'; readonly until: Instant | null };

/** Sends the next message of a case's thread: an uncertain one is settled first, so that order is kept. */
export async function deliverNext(
  deps: DeskDeps,
  thread: Thread,
  rows: readonly OutboxRow[],
  loaded: LoadedCase,
): Promise<NoticeStep> {
  const held = rows.find(isSending);
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

type Sending = Extract<SendState, { kind: 'sending' }>;
const isSending = (row: OutboxRow): row is OutboxRow & { readonly state: Sending } =>
  row.state.kind === 'sending';

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
  const [first, ...others] = together;
  if (!first) return { kind: 'again' };
  // Made before the claim: asking for names may take a moment, and the lease is for sending.
  const message = await noticePost(deps, thread, [first, ...others], [...mention], loaded);
  return send(deps, thread.lane, message, together, counted(deps, [...mention], loaded));
}

/** A claim that outlived its lease: did the message arrive? Found: mark it. Absent: it is weighed afresh. */
async function settleUncertain(
  deps: DeskDeps,
  { lane, channel, ts }: Thread,
  rows: readonly OutboxRow[],
  held: OutboxRow & { readonly state: Sending },
  loaded: LoadedCase,
): Promise<NoticeStep> {
  const now = deps.now();
  const { since, fence } = held.state;
  if (since > now - LEASE) return { kind: 'rest', until: since + LEASE };
  const key = held.messageKey ?? held.notice.key;
  const group = rows.filter((row) => row.state.kind === 'sending' && row.messageKey === held.messageKey);
  const ids = group.map((row) => row.id);
  const where = { workspace: lane.workspaceId, channel, threadTs: ts, key };
  const found = await deps.messenger.find(where, Math.min(...group.map((row) => row.createdAt)));
  switch (found.kind) {
    case 'found': {
      const resolved = await Promise.all(
        group.map((row) => resolveRecipients(deps, row.notice, loaded.case)),
      );
      const mention = resolved.flatMap((r) => (r.kind === 'now' ? r.mention : []));
      await deps.outbox.rowsSent(lane, ids, fence, found.ts, counted(deps, mention, loaded), now);
      return { kind: 'again' };
    }
    case 'absent':
      // Meanwhile somebody may have acted, or gone to bed.
      await deps.outbox.rowsLater(lane, ids, fence, now);
      return { kind: 'again' };
    case 'unknown':
      if (since > now - LOOK_FOR) {
        deps.log.warn({ ...lane, key, why: found.why }, "A message can't be looked for; trying again");
        return { kind: 'rest', until: now + LEASE };
      }
      await deps.outbox.rowsParked(lane, ids, fence, `unknown fate: ${found.why}`);
      deps.log.error(
        { ...lane, key, why: found.why },
        'Nobody can say whether this arrived; it is kept, not sent',
      );
      return { kind: 'again' };
    default: {
      const never: never = found;
      return never;
    }
  }
}

/** Red mentions are not among the few that a person gets in a day. */
const counted = (deps: DeskDeps, mention: readonly PersonId[], { case: c }: LoadedCase): PersonId[] =>
  isRed(c, deps.policy, deps.now()) ? [] : [...new Set(mention)];

async function send(
  deps: DeskDeps,
  lane: Lane,
  message: Post,
  group: readonly OutboxRow[],
  mentioned: readonly PersonId[],
): Promise<NoticeStep> {
  const { key } = message;
  const ids = group.map((row) => row.id);
  const fence = await deps.outbox.claimRows(lane, ids, key, deps.now());
  if (fence === null) return { kind: 'rest', until: deps.now() + LEASE };
  const outcome = await deps.messenger.post(message);
  const now = deps.now();
  const attempts = Math.max(...group.map((row) => row.attempts)) + 1;
  switch (outcome.kind) {
    case 'sent':
      await deps.outbox.rowsSent(lane, ids, fence, outcome.ts, mentioned, now);
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
