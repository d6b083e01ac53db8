import { foldWidth } from '../identifiers.ts';
import { isMarketplace, MARKETPLACE_CODES, MARKETPLACES, type MarketplaceCode } from '../marketplaces.ts';
import { slips } from '../slips.ts';
import type { Known } from './row.ts';
import { foldWord } from './words.ts';

const CALLED = new Map<string, MarketplaceCode>(
  MARKETPLACE_CODES.flatMap((code) => [
    [code.toLowerCase(), code] as const,
    [MARKETPLACES[code].domain, code] as const,
    [foldWord(MARKETPLACES[code].domain), code] as const,
    ...[...MARKETPLACES[code].names, ...MARKETPLACES[code].adjectives].map(
      (name) => [foldWord(name), code] as const,
    ),
  ]),
);

/** `US`, `美国站`, `amazon.com`, `German`: the marketplace that a word is, or null. */
export function marketplaceOf(said: string): MarketplaceCode | null {
  const word = foldWord(said.replace(/^https?:\/\//i, '').replace(/^(?:www\.|sellercentral\.)/i, ''));
  const upper = word.toUpperCase();
  if (isMarketplace(upper)) return upper;
  return CALLED.get(word) ?? CALLED.get(word.replace(/\s?(?:站点|站|亚马逊|site|store)$/, '')) ?? null;
}

/** The same name for people: width, case and spaces don't matter. */
export const foldName = (name: string): string =>
  foldWidth(name.normalize('NFKC')).replace(/\s+/g, ' ').trim().toLowerCase();

export interface StorePlace {
  readonly name: string;
  /** Said with the store's name, as in "Store A US". */
  readonly marketplace: MarketplaceCode | null;
}

/** A store's name, and the marketplace that is written behind it, if the whole is no store's name itself. */
export function splitStore(said: string, known: Known): StorePlace {
  const name = said.replace(/\s+/g, ' ').trim();
  const exact = storeNamed(name, known);
  if (exact) return { name: exact.name, marketplace: null };
  const [, before = '', last = ''] =
    /^(.+?)[\s\-_/(（【[]+([^\s\-_/()（）【】[\]]+)[)）】\]]?$/u.exec(name) ?? [];
  const marketplace = last === '' ? null : marketplaceOf(last);
  if (marketplace === null) return { name, marketplace: null };
  return { name: storeNamed(before, known)?.name ?? before.trim(), marketplace };
}

export const storeNamed = (name: string, { stores }: Known): Known['stores'][number] | null =>
  stores.find((store) => foldName(store.name) === foldName(name)) ?? null;

/** The store that was probably meant: one or two slips away, and most of the name the same. */
export function nearestStore(name: string, { stores }: Known): string | null {
  const wanted = foldName(name);
  const [best] = stores
    .map((store) => ({ name: store.name, slips: slips(wanted, foldName(store.name)) }))
    .sort((a, b) => a.slips - b.slips);
  return best && best.slips <= 2 && best.slips * 3 <= wanted.length ? best.name : null;
}
