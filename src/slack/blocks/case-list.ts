import type { KnownBlock } from '@slack/types';
import type { CaseView } from '../../desk/views/case-view.ts';
import type { Locale } from '../../domain/locale.ts';
import { PANELS } from '../../i18n/panels.ts';
import { readerTime } from '../../i18n/times.ts';
import { zoneOf } from '../../i18n/why.ts';
import { button, row } from './buttons.ts';
import { statusLine, titleLine } from './card.ts';
import type { Message } from './message.ts';
import { context, section } from './text.ts';

/** Longer lists are not read on a phone, and Slack refuses what is longer still. */
const SHOWN = 20;
/** In characters of JSON, below the limit that `letters.ts` tells of. */
const BLOCKS_LIMIT = 12_000;

export interface CaseListInput {
  /** The ones that are due soonest first. */
  readonly views: readonly CaseView[];
  readonly of: 'mine' | 'all';
  readonly locale: Locale;
}

/** `/case mine` and `/case list`: two lines and a button for each case. */
export function caseListMessage({ views, of, locale }: CaseListInput): Message {
  const words = PANELS[locale];
  if (views.length === 0) return nothing(of, locale);
  const title = of === 'mine' ? words.mineTitle(views.length) : words.allTitle(views.length);
  const items = fitting(views.slice(0, SHOWN).map((view) => item(view, locale)));
  const more = views.length - items.length;
  return {
    text: title,
    blocks: [section(`*${title}*`), ...items, ...(more > 0 ? [context(words.moreCases(more))] : [])],
  };
}

/** The first ones, as long as Slack takes them all: summaries may be long. */
export function fitting(items: readonly KnownBlock[]): KnownBlock[] {
  let room = BLOCKS_LIMIT;
  return items.filter((one) => {
    room -= JSON.stringify(one).length;
    return room >= 0;
  });
}

/** `more` is said behind the status, in Slack's markup. */
export function item(view: CaseView, locale: Locale, more = ''): KnownBlock {
  const c = view.case;
  const counts = c.deadline !== null && !c.deadline.met;
  const due = counts ? PANELS[locale].due(readerTime(c.deadline.at, zoneOf(c), locale)) : '';
  const second = [statusLine(view, locale), due, more];
  return {
    ...section([titleLine(view, locale), second.filter(Boolean).join(' · ')].join('\n')),
    accessory: button({ name: 'show' }, String(c.number), locale),
  };
}

function nothing(of: 'mine' | 'all', locale: Locale): Message {
  const text = of === 'mine' ? PANELS[locale].mineEmpty : PANELS[locale].allEmpty;
  return { text, blocks: [section(text), ...row([button({ name: 'open' }, '', locale)])] };
}
