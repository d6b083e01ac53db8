import type { DeskDeps } from '../deps.ts';
import { viewOf } from '../desk-of.ts';
import type { LoadedCase } from '../ports/cases.ts';
import type { Outcome, Post } from '../ports/messenger.ts';
import type { CardRow, Lane } from '../ports/outbox.ts';
import { backoff, LEASE } from './timing.ts';

/** What the lane may do next: go on to the thread, or come back later (`null` where only a sweep can say). */
export type CardStep =
  | { readonly kind: 'ready'; readonly ts: string }
  | { readonly kind: 'blocked'; readonly until: number | null };

/**
 * Brings the card to the wanted version: one message for the life of the case, posted once and then updated.
 * An update is idempotent, so it needs no look-up; the first post does.
 */
export async function deliverCard(
  deps: DeskDeps,
  lane: Lane,
  card: CardRow,
  loaded: LoadedCase,
): Promise<CardStep> {
  const standing: CardStep =
    card.ts === null ? { kind: 'blocked', until: null } : { kind: 'ready', ts: card.ts };
  if (card.ts !== null && card.posted >= card.wanted) return standing;
  const now = deps.now();
  if (card.state.kind === 'parked') return standing;
  if (card.state.kind === 'waiting' && card.state.notBefore > now)
    return card.ts === null ? { kind: 'blocked', until: card.state.notBefore } : standing;
  const elsewhere: CardStep = card.ts === null ? { kind: 'blocked', until: now + LEASE } : standing;
  if (card.state.kind === 'sending' && card.state.since > now - LEASE) return elsewhere;

  const message = await cardPost(deps, card, loaded);
  if (card.state.kind === 'sending' && card.ts === null) {
    const found = await deps.messenger.find(message, loaded.case.opened.at);
    if (found.kind === 'unknown') {
      deps.log.warn({ ...lane, why: found.why }, "The card can't be looked for; nothing is posted before");
      return elsewhere;
    }
    if (found.kind === 'found') {
      // What stands there may be older than what is wanted: version 0 makes the next round update it.
      await deps.outbox.cardSent(lane, card.state.fence, found.ts, 0);
      return { kind: 'ready', ts: found.ts };
    }
  }
  const fence = await deps.outbox.claimCard(lane, card.fence, now);
  if (fence === null) return elsewhere;
  const attempts = card.state.kind === 'waiting' ? card.state.attempts : 1;
  if (card.ts !== null) {
    await settle(deps, lane, fence, await deps.messenger.update(message, card.ts), loaded, attempts);
    return standing;
  }
  return settle(deps, lane, fence, await deps.messenger.post(message), loaded, attempts);
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
  lane: Lane,
  fence: number,
  outcome: Outcome,
  loaded: LoadedCase,
  attempts: number,
): Promise<CardStep> {
  const now = deps.now();
  switch (outcome.kind) {
    case 'sent':
      await deps.outbox.cardSent(lane, fence, outcome.ts, loaded.case.version);
      return { kind: 'ready', ts: outcome.ts };
    case 'unknown':
      if (loaded.thread) await deps.outbox.cardLater(lane, fence, now + backoff(attempts));
      deps.log.warn(
        { ...lane, why: outcome.why },
        'Nobody knows whether the card arrived; looking before repeating',
      );
      return { kind: 'blocked', until: now + LEASE };
    case 'later': {
      const until = now + Math.max(outcome.afterMs, 1_000);
      await deps.outbox.cardLater(lane, fence, until);
      return { kind: 'blocked', until };
    }
    case 'refused':
      await deps.outbox.cardParked(lane, fence, outcome.code);
      deps.log.error({ ...lane, code: outcome.code }, 'Slack refuses the card for good; the case is kept');
      return { kind: 'blocked', until: null };
    default: {
      const never: never = outcome;
      return never;
    }
  }
}
