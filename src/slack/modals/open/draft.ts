import { type CategoryKey, isCategory } from '../../../domain/categories.ts';
import type { Subject } from '../../../domain/identifiers.ts';
import { isMarketplace, type MarketplaceCode } from '../../../domain/marketplaces.ts';
import type { Recognised } from '../../../domain/recognise.ts';
import type { Instant } from '../../../domain/time.ts';
import type { InputValues } from '../../payloads.ts';
import { chosenIn, instantIn, textIn } from '../typed.ts';
import { choiceOf, NEW_STORE, type Pair, STORE } from './stores.ts';

/** The inputs of the form; a block and its action share the name. */
export const FIELD = {
  newStore: 'open.new_store',
  newMarketplace: 'open.new_marketplace',
  category: 'open.category',
  identifiers: 'open.identifiers',
  problem: 'open.problem',
  message: 'open.message',
  choice: 'open.choice',
  because: 'open.because',
} as const;

/** Another category has another default, so it has another block: Slack keeps what stands in a block. */
export const deadlineField = (category: CategoryKey): string => `open.deadline.${category}`;

/** What stands in the form at one moment. */
export interface Draft {
  /** An option of the menu; `NEW_STORE` where the store is typed. */
  readonly store: string | null;
  readonly newStore: string;
  readonly newMarketplace: MarketplaceCode | null;
  readonly category: CategoryKey | null;
  /** Undefined while the field is not shown. */
  readonly deadlineAt: Instant | null | undefined;
  readonly identifiers: string;
  readonly problem: string;
  readonly message: string;
  readonly choice: string | null;
  readonly because: string;
}

export function readDraft(values: InputValues): Draft {
  const category = categoryIn(values);
  const deadline = category === null ? null : deadlineField(category);
  const marketplace = chosenIn(values, FIELD.newMarketplace) ?? '';
  return {
    store: STORE in values ? chosenIn(values, STORE) : NEW_STORE,
    newStore: textIn(values, FIELD.newStore),
    newMarketplace: isMarketplace(marketplace) ? marketplace : null,
    category,
    deadlineAt: deadline !== null && deadline in values ? instantIn(values, deadline) : undefined,
    identifiers: textIn(values, FIELD.identifiers),
    problem: textIn(values, FIELD.problem),
    message: textIn(values, FIELD.message),
    choice: chosenIn(values, FIELD.choice),
    because: textIn(values, FIELD.because),
  };
}

function categoryIn(values: InputValues): CategoryKey | null {
  const raw = chosenIn(values, FIELD.category) ?? '';
  return isCategory(raw) ? raw : null;
}

/** A deadline that stands in the field of any category: it is kept when the category changes. */
export const typedDeadline = (values: InputValues): Instant | null =>
  Object.keys(values)
    .filter((block) => block.startsWith('open.deadline.'))
    .map((block) => instantIn(values, block))
    .find((at) => at !== null) ?? null;

/** The form as free text fills it. */
export function draftFrom(said: Recognised, text: string, pairs: readonly Pair[]): Draft {
  const pair = likelyPair(said.marketplace, text, pairs);
  return {
    store: pairs.length === 0 ? NEW_STORE : choiceOf(pair),
    newStore: '',
    newMarketplace: pairs.length === 0 ? said.marketplace : null,
    category: said.category,
    deadlineAt: undefined,
    identifiers: said.subjects.map(lineOf).join('\n'),
    problem: [said.rest, said.caseId === null ? '' : `Case ID: ${said.caseId}`].filter(Boolean).join('\n'),
    message: '',
    choice: null,
    because: '',
  };
}

/** Bare digits are read again only with their kind in front. */
const LABELS: Partial<Record<Subject['kind'], string>> = {
  settlement: 'Settlement',
  campaign: 'Campaign',
  trademark: 'Trademark',
  complaint: 'Complaint',
  reimbursement: 'Reimbursement',
  removal: 'Removal',
  sku: 'SKU',
};

export function lineOf({ kind, value }: Subject): string {
  const label = /^\d+$/.test(value) && kind === 'asin' ? 'ASIN' : LABELS[kind];
  return label === undefined ? value : `${label}: ${value}`;
}

/** The store that the text names, in the marketplace that it names; null where that leaves a choice. */
function likelyPair(marketplace: MarketplaceCode | null, text: string, pairs: readonly Pair[]): Pair | null {
  const folded = text.toLowerCase();
  const named = pairs.filter(
    ({ store }) => store.name.length > 1 && folded.includes(store.name.toLowerCase()),
  );
  const among = named.length > 0 ? named : pairs;
  const there = among.filter((pair) => marketplace === null || pair.marketplace === marketplace);
  return there.length === 1 ? (there[0] ?? null) : null;
}
