import type { KnownBlock } from '@slack/types';
import type { CheckLine, Digest, MorningView, StoreCheck } from '../../desk/views/briefing-view.ts';
import type { CaseNumber } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import { caseUrl } from '../../domain/marketplaces.ts';
import type { Instant } from '../../domain/time.ts';
import { BRIEFINGS } from '../../i18n/briefings.ts';
import { bothClocksOf, calendarDay, readerTime } from '../../i18n/times.ts';
import { zoneOf } from '../../i18n/why.ts';
import { ALL_NOTHING, CHECK_BLOCK } from '../action-ids.ts';
import { closingRow, deadlineOf, listed, numbersOf, Room, titleOf } from './briefing-parts.ts';
import { button } from './buttons.ts';
import { statusLine } from './card.ts';
import { amazonUrl } from './links.ts';
import type { Message } from './message.ts';
import { context, inline, link, section } from './text.ts';

/** The day of one person: what to look up at Amazon, what to do, what the team needs. */
export function morningMessage(view: MorningView, locale: Locale): Message {
  const words = BRIEFINGS[locale];
  const room = new Room();
  const title = words.morning(calendarDay(view.at, view.zone, locale));
  const head = [
    `*${title}*`,
    view.window ? words.window(bothClocksOf(view.window.opening, view.window.zone, locale)) : '',
  ];
  const digest = view.digest ? digestBlocks(view.digest, locale) : [];
  const ending = view.covering.map(({ name, cases }) =>
    words.covering(inline(name, 60), numbersOf(cases, locale)),
  );
  room.take(digest);
  const checks = checkBlocks(view, room, locale);
  const turns = listed(words.yourTurn, view.yourTurn, room, locale);
  const closing = listed(words.closeOuts, view.closeOuts, room, locale);
  const more = view.more + turns.missing + closing.missing;
  const open = view.checks.flatMap(({ lines }) => lines).filter(({ looked }) => looked === null).length;
  const toDo = view.yourTurn.length + view.closeOuts.length + view.more;
  return {
    text: [title, words.summary(open + view.alsoWaiting.length, toDo)].filter(Boolean).join(' · '),
    blocks: [
      section(head.filter(Boolean).join('\n')),
      ...backBlocks(view, locale),
      ...checks,
      ...turns.blocks,
      ...closing.blocks,
      ...(more > 0 ? [context(words.more(more))] : []),
      ...(ending.length > 0 ? [context(ending.slice(0, 5).join('\n'))] : []),
      ...digest,
      ...closingRow(locale),
    ],
  };
}

export function backBlocks({ back, zone }: MorningView, locale: Locale): KnownBlock[] {
  if (!back) return [];
  const words = BRIEFINGS[locale];
  const lines = back.views.map((view) => `${titleOf(view, locale)}\n${statusLine(view, locale)}`);
  const more = back.more > 0 ? [words.andMore(back.more)] : [];
  return [section([words.back(calendarDay(back.since, zone, locale)), ...lines, ...more].join('\n'))];
}

export function checkBlocks({ checks, alsoWaiting }: MorningView, room: Room, locale: Locale): KnownBlock[] {
  const words = BRIEFINGS[locale];
  const missing: CaseNumber[] = [];
  const stores = checks.flatMap((store) => {
    const fitting = store.lines.filter((line) => {
      const fits = room.take(checkLine(line, locale));
      if (!fits) missing.push(line.view.case.number);
      return fits;
    });
    return fitting.length > 0 ? [{ ...store, lines: fitting }] : [];
  });
  const others = [...missing, ...alsoWaiting];
  const open = stores.flatMap(({ lines }) => lines).filter(({ looked }) => looked === null);
  if (stores.length === 0 && others.length === 0) return [];
  return [
    section(words.checkTitle(open.length + others.length)),
    ...stores.flatMap((store) => storeBlocks(store, stores.length, locale)),
    ...(others.length > 0 ? [context(words.alsoWaiting(numbersOf(others, locale)))] : []),
  ];
}

/** A store's name, with one button for all of its cases that are shown and still open. */
function storeBlocks({ store, lines }: StoreCheck, stores: number, locale: Locale): KnownBlock[] {
  const open = lines.filter(({ looked }) => looked === null).map(({ view }) => view.case.number);
  const all = {
    type: 'button' as const,
    action_id: ALL_NOTHING,
    text: { type: 'plain_text' as const, text: BRIEFINGS[locale].allNothing },
    value: open.join(','),
  };
  const heading = section(`*${inline(store, 60)}*`);
  const needed = open.length > 1 || stores > 1;
  const head = needed ? [open.length > 1 ? { ...heading, accessory: all } : heading] : [];
  return [...head, ...lines.flatMap((line) => checkLine(line, locale))];
}

function checkLine({ view, looked, isDue }: CheckLine, locale: Locale): KnownBlock[] {
  const words = BRIEFINGS[locale];
  const { case: c } = view;
  if (looked !== null) return [section(`${titleOf(view, locale)}\n${words.looked[looked]}`)];
  const url = c.reference?.kind === 'case_id' ? caseUrl(c.marketplace, c.reference.id) : amazonUrl(c);
  const name = c.reference === null ? '' : c.reference.kind === 'case_id' ? c.reference.id : c.reference.text;
  const since =
    c.phase.status === 'awaiting_amazon'
      ? words.waitsSince(readerTime(c.phase.waiting.from.at, zoneOf(c), locale))
      : '';
  const second = [
    url && name ? link(url, name) : inline(name, 60),
    isDue ? `*${words.isDue}*` : since,
    deadlineOf(view, locale),
  ];
  const number = String(c.number);
  return [
    section(`${titleOf(view, locale)}\n${second.filter(Boolean).join(' · ')}`),
    {
      type: 'actions',
      block_id: `${CHECK_BLOCK}${number}`,
      elements: [
        button({ name: 'checkAnswered' }, number, locale),
        button({ name: 'checkNothing' }, number, locale),
        button({ name: 'checkClosed' }, number, locale),
      ],
    },
  ];
}

const DIGEST_LINES = 10;

export function digestBlocks(digest: Digest, locale: Locale): KnownBlock[] {
  const words = BRIEFINGS[locale];
  const of = (numbers: readonly CaseNumber[], say: (numbers: string) => string): string[] =>
    numbers.length > 0 ? [say(numbersOf(numbers, locale))] : [];
  const day = (at: Instant): string => calendarDay(at, 'UTC', locale);
  const away = digest.away.map(({ name, cases, cover }) =>
    cover === null
      ? words.awayUncovered(inline(name, 40), cases)
      : words.awayCovered(inline(name, 40), cases, inline(cover, 60)),
  );
  const lines = [
    ...of(digest.red, words.red),
    ...of(digest.unowned, words.unowned),
    ...of(digest.stale, words.stale),
    ...of(digest.missedWindow, words.missedWindow),
    ...of(digest.inReview, words.inReview),
    ...digest.calendars.map(({ office, endsAt }) => words.calendarEnds(inline(office, 40), day(endsAt))),
    ...(digest.opened + digest.closed > 0 ? [words.flow(digest.opened, digest.closed)] : []),
  ];
  const room = DIGEST_LINES - 1 - lines.length;
  const shown =
    away.length > room ? [...away.slice(0, room - 1), words.andMore(away.length - room + 1)] : away;
  return [section([words.digest, ...lines, ...shown].join('\n'))];
}
