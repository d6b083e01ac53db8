import type { InputBlock } from '@slack/types';
import type { Store } from '../../../domain/case.ts';
import type { Locale } from '../../../domain/locale.ts';
import type { MarketplaceCode } from '../../../domain/marketplaces.ts';
import { MODALS } from '../../../i18n/modals.ts';
import { option, selectField } from '../pieces.ts';

/** A store in one of its marketplaces. */
export interface Pair {
  readonly store: Store;
  readonly marketplace: MarketplaceCode;
}

export const STORE = 'open.store';
/** The option that asks for a name instead. */
export const NEW_STORE = 'new';

/** Options of one menu or group. */
const GROUP = 100;
/** A view has 250 kB; whoever has more stores than this types the name, and the desk finds it. */
const MOST = 500;
const VALUE_LIMIT = 150;

const valueOf = ({ store, marketplace }: Pair): string => `${marketplace}:${store.id}`;

export const pairOf = (value: string | null, pairs: readonly Pair[]): Pair | null =>
  pairs.find((pair) => valueOf(pair) === value) ?? null;

export const choiceOf = (pair: Pair | null): string | null => pair && valueOf(pair);

/** One menu of what the team has; null while it has no store yet. */
export function storeField(pairs: readonly Pair[], chosen: string | null, locale: Locale): InputBlock | null {
  if (pairs.length === 0) return null;
  const words = MODALS[locale].open;
  const offered = pairs.filter((pair) => valueOf(pair).length <= VALUE_LIMIT).slice(0, MOST);
  const field = {
    id: STORE,
    label: words.store,
    placeholder: words.storePlaceholder,
    hint: offered.length < pairs.length ? words.moreStores : undefined,
    chosen,
    dispatch: true,
  };
  const newStore = option(words.newStore, NEW_STORE);
  const all = offered.map((pair) => option(`${pair.store.name} · ${pair.marketplace}`, valueOf(pair)));
  if (all.length < GROUP) return selectField(field, [...all, newStore]);
  const groups = Array.from({ length: Math.ceil(all.length / GROUP) }, (_, i) => {
    const options = all.slice(i * GROUP, (i + 1) * GROUP);
    return { label: `${initialOf(options[0])} – ${initialOf(options.at(-1))}`, options };
  });
  return selectField(field, { groups: [...groups, { label: words.newStore, options: [newStore] }] });
}

const initialOf = (one: { text: { text: string } } | undefined): string =>
  [...(one?.text.text ?? '')].slice(0, 12).join('');
