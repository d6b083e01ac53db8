import type { KnownBlock } from '@slack/types';
import type { Letter } from '../../domain/letter.ts';
import type { Locale } from '../../domain/locale.ts';
import { NOTICES } from '../../i18n/notices.ts';
import { context, preformatted, quoted } from './text.ts';

/**
 * Slack refuses a message whose blocks hold more than about 13,000 characters of JSON (`msg_blocks_too_long`,
 * slackapi/bolt-js 2509 and 2867), which no page of Slack's documents. What people wrote gets this much of it.
 */
export const TEXT_BUDGET = 7_500;

/** Shares the budget out: first come, first served. What did not fit is cut, and says so. */
export class Budget {
  #left: number;

  constructor(characters: number = TEXT_BUDGET) {
    this.#left = characters;
  }

  /** As much of the text as there is room for, and how much of it is missing. */
  take(text: string): { text: string; missing: number } {
    const fitting = fit(text, this.#left);
    this.#left -= cost(fitting);
    return { text: fitting, missing: text.length - fitting.length };
  }
}

const cost = (text: string): number => JSON.stringify(text).length;

function fit(text: string, room: number): string {
  if (cost(text) <= room) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (cost(text.slice(0, middle)) <= room) low = middle;
    else high = middle - 1;
  }
  const half = text.charCodeAt(low - 1);
  return text.slice(0, half >= 0xd800 && half <= 0xdbff ? low - 1 : low);
}

/** People's words as they wrote them. */
export const quoteBlocks = (
  { label, text }: { label: string | null; text: string },
  budget: Budget,
  locale: Locale,
): KnownBlock[] => [...(label ? [context(label)] : []), ...whole(text, quoted, budget, locale)];

/** Subject and body apart, each to be copied as a whole. */
export function letterBlocks(
  { label, letter }: { label: string | null; letter: Letter },
  budget: Budget,
  locale: Locale,
): KnownBlock[] {
  const words = NOTICES[locale];
  return [
    context(words.copySubject),
    ...whole(letter.subject, preformatted, budget, locale),
    context(label ?? words.copyMessage),
    ...whole(letter.body, preformatted, budget, locale),
  ];
}

function whole(
  text: string,
  block: (text: string) => KnownBlock,
  budget: Budget,
  locale: Locale,
): KnownBlock[] {
  const { text: shown, missing } = budget.take(text);
  return [...(shown ? [block(shown)] : []), ...(missing > 0 ? [context(NOTICES[locale].cut(missing))] : [])];
}
