import type { KnownBlock } from '@slack/types';
import type { BeforeWindowView, BriefingLine } from '../../desk/views/briefing-view.ts';
import type { Locale } from '../../domain/locale.ts';
import { BRIEFINGS } from '../../i18n/briefings.ts';
import { bothClocksOf } from '../../i18n/times.ts';
import { closingRow, deadlineOf, listed, Room, titleOf } from './briefing-parts.ts';
import { buttonsOf, row } from './buttons.ts';
import type { Message } from './message.ts';
import { context, section } from './text.ts';

/** What to submit in the hours that are about to open. */
export function beforeWindowMessage(view: BeforeWindowView, locale: Locale): Message {
  const words = BRIEFINGS[locale];
  const room = new Room();
  const title = words.beforeTitle(bothClocksOf(view.window.opening, view.window.zone, locale));
  const blocks: KnownBlock[] = view.ready.flatMap((line) => {
    const shown = readyBlocks(line, locale);
    return room.take(shown) ? shown : [];
  });
  const ready = blocks.filter(({ type }) => type === 'section').length;
  const inWork = listed(words.inWork, view.inWork, room, locale);
  const more = view.more + view.ready.length - ready + inWork.missing;
  return {
    text: [words.beforeSummary(view.ready.length, view.inWork.length), title].join(' · '),
    blocks: [
      section(`*${title}*`),
      ...(ready > 0 ? [section(words.ready), ...blocks] : []),
      ...inWork.blocks,
      ...(more > 0 ? [context(words.more(more))] : []),
      ...closingRow(locale),
    ],
  };
}

export function readyBlocks({ view }: BriefingLine, locale: Locale): KnownBlock[] {
  const text = [titleOf(view, locale), deadlineOf(view, locale)].filter(Boolean).join('\n');
  const choices = [{ name: 'submitNow', primary: true }, { name: 'show' }] as const;
  return [section(text), ...row(buttonsOf(choices, view.case, locale))];
}
