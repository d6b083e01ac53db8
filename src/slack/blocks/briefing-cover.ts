import type { KnownBlock } from '@slack/types';
import type { BriefingLine, CoverView } from '../../desk/views/briefing-view.ts';
import type { Locale } from '../../domain/locale.ts';
import { BRIEFINGS } from '../../i18n/briefings.ts';
import { TERMS } from '../../i18n/terms.ts';
import { calendarDay, readerTime } from '../../i18n/times.ts';
import { zoneOf } from '../../i18n/why.ts';
import { closingRow, deadlineOf, Room, titleOf } from './briefing-parts.ts';
import { button } from './buttons.ts';
import type { Message } from './message.ts';
import { context, inline, section } from './text.ts';

/** What somebody looks after while a colleague is away. */
export function coverMessage(view: CoverView, locale: Locale): Message {
  const words = BRIEFINGS[locale];
  const room = new Room();
  const name = inline(view.away, 60);
  const title = words.coverTitle(name);
  const blocks = view.lines.map((line) => coveredBlock(line, locale)).filter((block) => room.take([block]));
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

/** Number, status, next date; the whole of it is behind *Show*. */
export function coveredBlock({ view }: Pick<BriefingLine, 'view'>, locale: Locale): KnownBlock {
  const { case: c } = view;
  const [next] = view.timers;
  const when = next ? BRIEFINGS[locale].next(readerTime(next.dueAt, zoneOf(c), locale)) : '';
  const second = [TERMS[locale].statuses[c.phase.status], when, deadlineOf(view, locale)];
  return {
    ...section(`${titleOf(view, locale)}\n${second.filter(Boolean).join(' · ')}`),
    accessory: button({ name: 'show' }, String(c.number), locale),
  };
}
