import type { KnownBlock } from '@slack/types';
import type { BriefingLine } from '../../desk/views/briefing-view.ts';
import type { CaseView } from '../../desk/views/case-view.ts';
import type { CaseNumber } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import { BRIEFINGS } from '../../i18n/briefings.ts';
import { TERMS } from '../../i18n/terms.ts';
import { readerTime } from '../../i18n/times.ts';
import { zoneOf } from '../../i18n/why.ts';
import { SETTINGS_BUTTON } from '../action-ids.ts';
import { button, row } from './buttons.ts';
import { summaryOf } from './naming.ts';
import { section } from './text.ts';

/** Slack refuses a message with more characters of JSON than about 13,000 (`letters.ts`). */
const ROOM = 11_500;
const NUMBERS = 8;

/** Blocks as far as a message has room; whoever is told no tells the reader how many are missing. */
export class Room {
  #left: number;
  constructor(characters: number = ROOM) {
    this.#left = characters;
  }
  take(blocks: readonly KnownBlock[]): boolean {
    const size = JSON.stringify(blocks).length;
    if (size > this.#left) return false;
    this.#left -= size;
    return true;
  }
}

export const titleOf = ({ case: c, red }: CaseView, locale: Locale): string => {
  const mark = red ? `${TERMS[locale].red} · ` : '';
  return `*#${c.number}* · ${mark}${summaryOf(c, locale)}`;
};

/** `deadline Friday 15:00`, where one counts down. */
export const deadlineOf = ({ case: c }: CaseView, locale: Locale): string =>
  c.deadline && !c.deadline.met
    ? BRIEFINGS[locale].deadline(readerTime(c.deadline.at, zoneOf(c), locale))
    : '';

/** Two lines and the way to the case. */
export function lineBlock({ view, reason }: BriefingLine, locale: Locale): KnownBlock {
  const second = [BRIEFINGS[locale].reasons[reason], deadlineOf(view, locale)].filter(Boolean).join(' · ');
  return {
    ...section([titleOf(view, locale), second].filter(Boolean).join('\n')),
    accessory: button({ name: 'show' }, String(view.case.number), locale),
  };
}

/** A heading and what found room beneath it; how many did not. */
export function listed(
  heading: string,
  lines: readonly BriefingLine[],
  room: Room,
  locale: Locale,
): { readonly blocks: readonly KnownBlock[]; readonly missing: number } {
  if (lines.length === 0) return { blocks: [], missing: 0 };
  const blocks = lines.map((line) => lineBlock(line, locale)).filter((block) => room.take([block]));
  const shown = blocks.length > 0 ? [section(heading), ...blocks] : [];
  return { blocks: shown, missing: lines.length - blocks.length };
}

/** `#12 #15 #20 and 4 more` */
export function numbersOf(numbers: readonly CaseNumber[], locale: Locale): string {
  const more = numbers.length - NUMBERS;
  const shown = numbers.slice(0, NUMBERS).map((number) => `#${number}`);
  return [...shown, ...(more > 0 ? [BRIEFINGS[locale].andMore(more)] : [])].join(' ');
}

/** Under every briefing: the way to the rest, and to having it otherwise. */
export const closingRow = (locale: Locale): KnownBlock[] =>
  row([
    button({ name: 'mine' }, '', locale),
    {
      type: 'button',
      action_id: SETTINGS_BUTTON,
      text: { type: 'plain_text', text: BRIEFINGS[locale].change },
    },
  ]);
