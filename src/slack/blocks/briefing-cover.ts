import type { KnownBlock } from '@slack/types';
import type { BriefingLine, CoverView } from '../../desk/views/briefing-view.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Instant } from '../../domain/time.ts';
import { BRIEFINGS } from '../../i18n/briefings.ts';
import { calendarDay, readerTime } from '../../i18n/times.ts';
import { zoneOf } from '../../i18n/why.ts';
import { closingRow, Room, titleOf } from './briefing-parts.ts';
import { button } from './buttons.ts';
import type { Message } from './message.ts';
import { handOverParts } from './notices/hand-over-card.ts';
import { context, inline, section } from './text.ts';

/** What somebody looks after while a colleague is away. */
export function coverMessage(view: CoverView, locale: Locale): Message {
  const words = BRIEFINGS[locale];
  const room = new Room();
  const name = inline(view.away, 60);
  const title = words.coverTitle(name);
  const blocks = view.lines
    .map((line) => coveredBlock(line, view.at, locale))
    .filter((block) => room.take([block]));
  const more = view.more + view.lines.length - blocks.length;
  const until = view.until === null ? '' : words.coverUntil(name, calendarDay(view.until, view.zone, locale));
  return {
    text: title,
    blocks: [
      section([`*${title}*`, until].filter(Boolean).join('\n')),
      ...blocks,
      ...(more > 0 ? [context(words.andMore(more))] : []),
      ...closingRow(locale),
    ],
  };
}

/** Which case, and the hand-over in one line; the whole of it is behind *Show*. */
function coveredBlock({ view }: BriefingLine, now: Instant, locale: Locale): KnownBlock {
  const known = handOverParts(view, now, locale, (at) => readerTime(at, zoneOf(view.case), locale));
  return {
    ...section(`${titleOf(view, locale)}\n${known.join(' · ')}`),
    accessory: button({ name: 'show' }, String(view.case.number), locale),
  };
}
