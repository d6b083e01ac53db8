import type { StoreOf, Team, TeamOf } from './scene.ts';

/** The stores of the sample workspace, and who of its people looks after them. */
const STORES: readonly StoreOf[] = [
  {
    name: 'Lumora',
    marketplaces: ['US', 'CA'],
    keeper: 'U0LINA',
    cover: 'U0TOM',
    submitters: ['U0LINA', 'U0TOM', 'U0MARIA'],
  },
  {
    name: 'Northfold',
    marketplaces: ['US', 'UK', 'DE'],
    keeper: 'U0WANGWEI',
    cover: 'U0LINA',
    submitters: ['U0WANGWEI', 'U0TOM'],
  },
  { name: 'Pinewick', marketplaces: ['US', 'MX'], keeper: 'U0TOM', cover: 'U0MARIA' },
  { name: 'Aosen Home', marketplaces: ['UK', 'DE', 'FR'], keeper: 'U0WANGWEI', cover: 'U0CHENJING' },
  { name: 'Kitewell', marketplaces: ['US', 'JP'], keeper: 'U0CHENJING', cover: 'U0LINA' },
];

/** The team that looks after some of them. */
export const sampleTeam = (stores: readonly string[]): TeamOf => ({
  stores: STORES.filter(({ name }) => stores.includes(name)),
  leads: ['U0MARIA'],
  reviewers: ['U0CHENJING'],
});

/** Maria sets Docket up for these stores, brings in what is open at Amazon already, and presses *Start*. */
export async function begin(
  { setUp, bringIn, start }: Pick<Team, 'setUp' | 'bringIn' | 'start'>,
  stores: readonly string[],
  live: readonly string[] = [],
): Promise<void> {
  await setUp('U0MARIA', sampleTeam(stores));
  if (live.length > 0) await bringIn('U0MARIA', live);
  await start('U0MARIA');
}
