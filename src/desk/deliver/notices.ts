import type { PersonId } from '../../domain/ids.ts';
import { asks, stillApplies } from '../../domain/notices.ts';
import { isRed } from '../../domain/red.ts';
import type { Instant } from '../../domain/time.ts';
import type { DeskDeps } from '../deps.ts';
import type { LoadedCase } from '../ports/cases.ts';
import type { Outcome, Post } from '../ports/messenger.ts';
import type { OutboxRow, SendState } from '../ports/outbox.ts';
import { noticePost, type Place } from './notice-post.ts';
import { BROKEN, type Closed, mayCall, pauseCalls, pauseWorkspace } from './pacing.ts';
import { type Resolved, resolveRecipients, whenAwake } from './recipients.ts';
import type { NoticeStep } from './step.ts';
import { isAstray, tellInstead } from './tell-instead.ts';
import { backoff, LEASE, LOOK_FOR, TOGETHER } from './timing.ts';

/** A thread whose card is deleted time and again gets no third one for the same message. */
const NEW_THREADS = 2;

/** Sends the next message to a place: an uncertain one is settled first, so that order is kept. */
export async function deliverNext(
  deps: DeskDeps,
  place: Place,
  rows: readonly OutboxRow[],
  loaded: LoadedCase,
  closed: Closed,
): Promise<NoticeStep> {
  const held = rows.find(isSending);
  if (held) return settleUncertain(deps, place, rows, held, loaded, closed);
  const now = deps.now();
  const ready = rows.filter((row) => row.state.kind === 'waiting' && row.state.notBefore <= now);
  const gone = ready.filter((row) => !stillApplies(row.notice, loaded.case, deps.policy));
  if (gone.length > 0) {
    await deps.outbox.obsolete(
      place.lane,
      gone.map((row) => row.id),
    );
    return { kind: 'again' };
  }
  for (const row of ready)
    if (row.direct && (await isAstray(deps, row, loaded)))
      return tellInstead(deps, place.lane, [row], loaded, row.direct.code);
  if (ready.length === 0) return { kind: 'rest', until: soonest(rows, now) };
  const later = rows.filter((row) => !ready.includes(row));
  const after: NoticeStep =
    ready.length > TOGETHER ? { kind: 'again' } : { kind: 'rest', until: soonest(later, now) };
  return sendReady(deps, place, ready.slice(0, TOGETHER), after, loaded, closed);
}

type Sending = Extract<SendState, { kind: 'sending' }>;
const isSending = (row: OutboxRow): row is OutboxRow & { readonly state: Sending } =>
  row.state.kind === 'sending';

/** What is due already waits for its turn in the channel, and is woken by that. */
const soonest = (rows: readonly OutboxRow[], now: Instant): Instant | null => {
  const times = rows.flatMap(({ state }) =>
    state.kind === 'waiting' && state.notBefore > now ? [state.notBefore] : [],
  );
  return times.length > 0 ? Math.min(...times) : null;
};

async function sendReady(
  deps: DeskDeps,
  place: Place,
  ready: readonly OutboxRow[],
  last: NoticeStep,
  loaded: LoadedCase,
  closed: Closed,
): Promise<NoticeStep> {
  const { lane } = place;
  const together: OutboxRow[] = [];
  const mention = new Set<PersonId>();
  for (const row of ready) {
    const resolved = await resolve(deps, row, loaded);
    if (resolved.kind === 'wait') {
      await deps.outbox.defer(lane, [row.id], resolved.until);
      continue;
    }
    if (resolved.kind === 'nobody') {
      await deps.outbox.obsolete(lane, [row.id]);
      continue;
    }
    together.push(row);
    for (const person of resolved.mention) mention.add(person);
  }
  const [first, ...others] = together;
  if (!first) return { kind: 'again' };
  const call = { kind: 'post', channel: place.channel } as const;
  if ((await mayCall(deps, lane.workspaceId, call, closed)) !== null)
    return { kind: 'rest', until: soonest(ready, deps.now()) };
  // Made before the claim: asking for names may take a moment, and the lease is for sending.
  const message = await noticePost(deps, place, [first, ...others], [...mention], loaded);
  const fence = await deps.outbox.claimRows(
    lane,
    together.map((row) => row.id),
    message.key,
    deps.now(),
  );
  if (fence === null) return { kind: 'rest', until: deps.now() + LEASE };
  const outcome = await deps.messenger.post(message);
  const counted = countedIn(deps, [...mention], loaded);
  const after: NoticeStep = together.length < ready.length ? { kind: 'again' } : last;
  const claimed = { place, group: [first, ...others], fence, message, counted, closed, after } as const;
  return settle(deps, claimed, outcome, loaded);
}

const resolve = (
  deps: DeskDeps,
  { direct, notice }: OutboxRow,
  { case: c }: LoadedCase,
): Promise<Resolved> =>
  direct ? whenAwake(deps, notice, c, direct.person) : resolveRecipients(deps, notice, c);

/** Red mentions are not among the few that a person gets in a day. */
const countedIn = (deps: DeskDeps, mention: readonly PersonId[], { case: c }: LoadedCase): PersonId[] =>
  isRed(c, deps.policy, deps.now()) ? [] : [...new Set(mention)];

const asksIn = (place: Place, group: readonly OutboxRow[]): boolean =>
  place.ts !== null && group.some((row) => asks(row.notice));

/** A claim that outlived its lease: did the message arrive? Found: mark it. Absent: it is weighed afresh. */
async function settleUncertain(
  deps: DeskDeps,
  place: Place,
  rows: readonly OutboxRow[],
  held: OutboxRow & { readonly state: Sending },
  loaded: LoadedCase,
  closed: Closed,
): Promise<NoticeStep> {
  const { lane, channel, ts } = place;
  const now = deps.now();
  const { since, fence } = held.state;
  if (since > now - LEASE) return { kind: 'rest', until: since + LEASE };
  if ((await mayCall(deps, lane.workspaceId, { kind: 'look' }, closed)) !== null)
    return { kind: 'rest', until: null };
  const key = held.messageKey ?? held.notice.key;
  const group = rows.filter((row) => row.state.kind === 'sending' && row.messageKey === held.messageKey);
  const ids = group.map((row) => row.id);
  const where = { workspace: lane.workspaceId, channel, threadTs: ts, key };
  const found = await deps.messenger.find(where, Math.min(...group.map((row) => row.createdAt)));
  switch (found.kind) {
    case 'found': {
      const resolved = await Promise.all(group.map((row) => resolve(deps, row, loaded)));
      const mention = resolved.flatMap((r) => (r.kind === 'now' ? r.mention : []));
      const counted = countedIn(deps, mention, loaded);
      await deps.outbox.rowsSent(lane, ids, fence, found.ts, counted, now, asksIn(place, group));
      return { kind: 'again' };
    }
    case 'absent':
      // Meanwhile somebody may have acted, or gone to bed.
      await deps.outbox.rowsLater(lane, ids, fence, now);
      return { kind: 'again' };
    case 'unknown':
      if (since > now - LOOK_FOR) {
        deps.log.warn({ ...lane, key, why: found.why }, "A message can't be looked for; trying again");
        await deps.outbox.putOff(lane, ids, now + LEASE);
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

interface Claimed {
  readonly place: Place;
  readonly group: readonly [OutboxRow, ...OutboxRow[]];
  readonly fence: number;
  readonly message: Post;
  readonly counted: readonly PersonId[];
  readonly closed: Closed;
  /** What is left to do here once it is sent. */
  readonly after: NoticeStep;
}

async function settle(
  deps: DeskDeps,
  claimed: Claimed,
  outcome: Outcome,
  loaded: LoadedCase,
): Promise<NoticeStep> {
  const { place, group, fence, message, counted, closed } = claimed;
  const { lane } = place;
  const { key } = message;
  const ids = group.map((row) => row.id);
  const now = deps.now();
  const attempts = Math.max(...group.map((row) => row.attempts)) + 1;
  switch (outcome.kind) {
    case 'sent':
      await deps.outbox.rowsSent(lane, ids, fence, outcome.ts, counted, now, asksIn(place, group));
      return claimed.after;
    case 'unknown':
      deps.log.warn(
        { ...lane, key, why: outcome.why },
        'Nobody knows whether this arrived; looking before repeating',
      );
      return { kind: 'rest', until: now + LEASE };
    case 'later': {
      const call = { kind: 'post', channel: place.channel } as const;
      if (outcome.limited) await pauseCalls(deps, lane.workspaceId, call, outcome.afterMs, closed);
      const until = now + Math.max(outcome.afterMs, backoff(attempts));
      await deps.outbox.rowsLater(lane, ids, fence, until);
      return { kind: 'rest', until };
    }
    case 'refused':
      return refused(deps, claimed, outcome, loaded);
    default: {
      const never: never = outcome;
      return never;
    }
  }
}

async function refused(
  deps: DeskDeps,
  { place, group, fence, message: { key } }: Claimed,
  { code, about }: Extract<Outcome, { kind: 'refused' }>,
  loaded: LoadedCase,
): Promise<NoticeStep> {
  const { lane } = place;
  const ids = group.map((row) => row.id);
  const now = deps.now();
  switch (about) {
    case 'installation':
      deps.log.error(
        { ...lane, key, code },
        'Slack refuses this installation; nothing is sent until that is mended',
      );
      await pauseWorkspace(deps, lane.workspaceId);
      await deps.outbox.rowsLater(lane, ids, fence, now + BROKEN);
      return { kind: 'rest', until: now + BROKEN };
    case 'gone':
      if (place.ts !== null && group.every((row) => row.attempts < NEW_THREADS)) {
        deps.log.warn({ ...lane, key, code }, 'Somebody deleted the thread; the case gets another one');
        await deps.outbox.rowsLater(lane, ids, fence, now);
        await deps.outbox.cardGone(lane, place.ts);
        return { kind: 'again' };
      }
      return tellInstead(deps, lane, group, loaded, code, fence);
    case 'place':
      return tellInstead(deps, lane, group, loaded, code, fence);
    case 'message':
      await deps.outbox.rowsParked(lane, ids, fence, code);
      deps.log.error({ ...lane, key, code }, 'Slack refuses this message for good; it is kept, not sent');
      return { kind: 'again' };
    default: {
      const never: never = about;
      return never;
    }
  }
}
