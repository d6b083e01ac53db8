import { type Instant, SECOND } from '../../domain/time.ts';
import type { DeskDeps } from '../deps.ts';
import type { LoadedCase } from '../ports/cases.ts';
import type { Outcome, Post } from '../ports/messenger.ts';
import type { CardRow, Lane } from '../ports/outbox.ts';
import { viewOf } from '../view-of.ts';
import { BROKEN, type Call, type Closed, mayCall, pauseCalls, pauseWorkspace } from './pacing.ts';
import { backoff, LEASE } from './timing.ts';

/**
 * What the lane may do next: go on to the thread, come back later (`null` where only a sweep can say, or whoever
 * opens the channel's pace), or tell a person instead, because the card has no place.
 */
export type CardStep =
  | { readonly kind: 'ready'; readonly ts: string }
  | { readonly kind: 'blocked'; readonly until: number | null }
  | { readonly kind: 'refused'; readonly code: string };

/**
 * Brings the card to the wanted version: one message for the life of the case, posted once and then updated.
 * An update is idempotent, so it needs no look-up; the first post does.
 */
export async function deliverCard(
  deps: DeskDeps,
  lane: Lane,
  card: CardRow,
  loaded: LoadedCase,
  closed: Closed,
): Promise<CardStep> {
  const standing: CardStep =
    card.ts === null ? { kind: 'blocked', until: null } : { kind: 'ready', ts: card.ts };
  if (card.ts !== null && card.posted >= card.wanted) return standing;
  const now = deps.now();
  if (card.state.kind === 'parked')
    return card.ts === null ? { kind: 'refused', code: card.state.reason } : standing;
  if (card.state.kind === 'waiting' && card.state.notBefore > now)
    return card.ts === null ? { kind: 'blocked', until: card.state.notBefore } : standing;
  const elsewhere: CardStep = card.ts === null ? { kind: 'blocked', until: now + LEASE } : standing;
  if (card.state.kind === 'sending' && card.state.since > now - LEASE) return elsewhere;

  const message = await cardPost(deps, card, loaded);
  if (card.state.kind === 'sending' && card.ts === null) {
    if ((await mayCall(deps, lane.workspaceId, { kind: 'look' }, closed)) !== null)
      return { kind: 'blocked', until: null };
    const found = await deps.messenger.find(message, loaded.case.opened.at);
    if (found.kind === 'unknown') {
      deps.log.warn({ ...lane, why: found.why }, "The card can't be looked for; nothing is posted before");
      await deps.outbox.putOff(lane, null, now + LEASE);
      return elsewhere;
    }
    if (found.kind === 'found') {
      // What stands there may be older than what is wanted: version 0 makes the next round update it.
      await deps.outbox.cardSent(lane, card.state.fence, found.ts, 0);
      return { kind: 'ready', ts: found.ts };
    }
  }
  const call: Call = card.ts === null ? { kind: 'post', channel: card.channel } : { kind: 'update' };
  if ((await mayCall(deps, lane.workspaceId, call, closed)) !== null)
    return card.ts === null ? { kind: 'blocked', until: null } : standing;
  const fence = await deps.outbox.claimCard(lane, card.fence, now);
  if (fence === null) return elsewhere;
  const outcome =
    card.ts === null ? await deps.messenger.post(message) : await deps.messenger.update(message, card.ts);
  const step = await settle(deps, { lane, card, fence, call, closed }, outcome, loaded);
  // A card that stands holds nothing up, unless it proves to be gone.
  return card.ts === null || outcome.kind === 'refused' ? step : standing;
}

interface Claimed {
  readonly lane: Lane;
  readonly card: CardRow;
  readonly fence: number;
  readonly call: Call;
  readonly closed: Closed;
}

async function cardPost(deps: DeskDeps, card: CardRow, loaded: LoadedCase): Promise<Post> {
  const { workspace, number } = loaded.case;
  return {
    workspace,
    channel: card.channel,
    threadTs: null,
    key: `${number}.card`,
    locale: deps.settings(workspace).locale,
    content: { kind: 'card', view: await viewOf(deps, loaded), now: deps.now() },
  };
}

async function settle(
  deps: DeskDeps,
  { lane, card, fence, call, closed }: Claimed,
  outcome: Outcome,
  loaded: LoadedCase,
): Promise<CardStep> {
  const now = deps.now();
  const later = async (until: Instant): Promise<CardStep> => {
    await deps.outbox.cardLater(lane, fence, until);
    return { kind: 'blocked', until };
  };
  switch (outcome.kind) {
    case 'sent':
      await deps.outbox.cardSent(lane, fence, outcome.ts, loaded.case.version);
      return { kind: 'ready', ts: outcome.ts };
    case 'unknown': {
      const attempts = card.state.kind === 'waiting' ? card.state.attempts : 1;
      if (card.ts !== null) await deps.outbox.cardLater(lane, fence, now + backoff(attempts));
      deps.log.warn(
        { ...lane, why: outcome.why },
        'Nobody knows whether the card arrived; looking before repeating',
      );
      return { kind: 'blocked', until: now + LEASE };
    }
    case 'later':
      if (outcome.limited) await pauseCalls(deps, lane.workspaceId, call, outcome.afterMs, closed);
      return later(now + Math.max(outcome.afterMs, SECOND));
    case 'refused':
      return refused(deps, { lane, card, fence, call, closed }, outcome, later);
    default: {
      const never: never = outcome;
      return never;
    }
  }
}

async function refused(
  deps: DeskDeps,
  { lane, card, fence }: Claimed,
  { code, about }: Extract<Outcome, { kind: 'refused' }>,
  later: (until: Instant) => Promise<CardStep>,
): Promise<CardStep> {
  switch (about) {
    case 'installation':
      deps.log.error(
        { ...lane, code },
        'Slack refuses this installation; nothing is sent until that is mended',
      );
      await pauseWorkspace(deps, lane.workspaceId);
      return later(deps.now() + BROKEN);
    case 'gone':
      if (card.ts !== null) {
        deps.log.warn({ ...lane, code }, 'Somebody deleted the card; the case gets another one');
        await deps.outbox.cardGone(lane, card.ts);
        return { kind: 'blocked', until: deps.now() };
      }
      break;
    case 'place':
    case 'message':
      break;
    default: {
      const never: never = about;
      return never;
    }
  }
  await deps.outbox.cardParked(lane, fence, code);
  deps.log.error({ ...lane, code }, 'Slack refuses the card for good; the case is kept');
  return card.ts === null ? { kind: 'refused', code } : { kind: 'ready', ts: card.ts };
}
