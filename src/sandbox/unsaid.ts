import type { App } from '../app.ts';

const FAR = Number.MAX_SAFE_INTEGER;
const LANES = 100;

/** How many messages wait to be said, or are on their way: those for somebody's morning too. */
export async function unsaid({ outbox }: Pick<App, 'outbox'>): Promise<number> {
  let count = 0;
  for (const lane of await outbox.lanesDue(FAR, FAR, LANES)) {
    const { card, rows } = await outbox.lane(lane);
    count += rows.length + (card && card.wanted > card.posted ? 1 : 0);
  }
  return count;
}
