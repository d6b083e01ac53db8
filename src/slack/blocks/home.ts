import type { HomeView as Drawn, KnownBlock } from '@slack/types';
import type { BriefingLine } from '../../desk/views/briefing-view.ts';
import type { CaseView } from '../../desk/views/case-view.ts';
import type { HomeView } from '../../desk/views/home-view.ts';
import type { Locale } from '../../domain/locale.ts';
import { BRIEFINGS } from '../../i18n/briefings.ts';
import { HOME } from '../../i18n/home.ts';
import { TERMS } from '../../i18n/terms.ts';
import { bothClocksOf, calendarDay, readerTime } from '../../i18n/times.ts';
import { zoneOf } from '../../i18n/why.ts';
import { SETTINGS_BUTTON } from '../action-ids.ts';
import { AWAY_OPEN } from '../away/ids.ts';
import { HOME_STORES } from '../home/ids.ts';
import { SETUP } from '../setup/ids.ts';
import { readyBlocks } from './briefing-before-window.ts';
import { backBlocks, checkBlocks, digestBlocks } from './briefing-morning.ts';
import { deadlineOf, lineBlock, listed, numbersOf, Room, titleOf } from './briefing-parts.ts';
import { button, row } from './buttons.ts';
import { labelledButton } from './labelled-button.ts';
import { context, inline, section } from './text.ts';

/** A view takes 250 kB; what no list is long enough to fill. In characters of JSON. */
const ROOM = 100_000;
const COVERED = 5;

/** What is somebody's now, the most pressing first; null is a guest's. */
export function homeView(view: HomeView | null, locale: Locale): Drawn {
  return { type: 'home', blocks: view === null ? [section(HOME[locale].guest)] : blocksOf(view, locale) };
}

function blocksOf(view: HomeView, locale: Locale): KnownBlock[] {
  const words = HOME[locale];
  const setUp = row([labelledButton(SETUP.open, words.setUpButton, { primary: true })]);
  if (view.stage === 'no_channel')
    return view.mayLead ? [section(words.setUp), ...setUp] : [section(words.notSetUp)];
  const mayStart = view.stage === 'not_started' && view.mayLead;
  const body = dayBlocks(view, locale);
  return [
    section(`*${words.today(calendarDay(view.day.at, view.day.zone, locale))}*`),
    ...(mayStart ? [section(words.notStarted), ...setUp] : []),
    ...(body.length > 0 ? body : [section(words.nothing)]),
    ...(view.day.digest ? digestBlocks(view.day.digest, locale) : []),
    { type: 'divider' },
    ...waysOn(view, { mayStart, isQuiet: body.length === 0 }, locale),
  ];
}

function dayBlocks({ day, toSubmit, waiting, more }: HomeView, locale: Locale): KnownBlock[] {
  const words = BRIEFINGS[locale];
  const room = new Room(ROOM);
  const covering = day.covering.map(({ name, cases }) =>
    words.covering(inline(name, 60), numbersOf(cases, locale)),
  );
  const left = day.more + more;
  return [
    ...backBlocks(day, locale),
    ...listed(words.yourTurn, day.yourTurn, room, locale).blocks,
    ...submitBlocks(day.window, toSubmit, locale),
    ...checkBlocks(day, room, locale),
    ...listed(words.closeOuts, day.closeOuts, room, locale).blocks,
    ...(waiting.length > 0 ? [section(HOME[locale].waiting)] : []),
    ...waiting.map((one) => waitingBlock(one, locale)),
    ...(left > 0 ? [context(words.more(left))] : []),
    ...(covering.length > 0 ? [context(covering.slice(0, COVERED).join('\n'))] : []),
  ];
}

/** Under the hours in which Amazon answers fastest, on Amazon's clock and on the reader's. */
function submitBlocks(
  window: HomeView['day']['window'],
  lines: readonly BriefingLine[],
  locale: Locale,
): KnownBlock[] {
  if (lines.length === 0) return [];
  const words = HOME[locale];
  const when = window ? BRIEFINGS[locale].window(bothClocksOf(window.opening, window.zone, locale)) : '';
  return [
    section([words.toSubmit, when].filter(Boolean).join('\n')),
    ...lines.flatMap((line) =>
      line.reason === 'ready' ? readyBlocks(line, locale) : [lineBlock(line, locale)],
    ),
  ];
}

function waysOn(
  { mayLead }: HomeView,
  { mayStart, isQuiet }: { readonly mayStart: boolean; readonly isQuiet: boolean },
  locale: Locale,
): KnownBlock[] {
  const words = HOME[locale];
  return [
    ...row([
      button({ name: 'open', primary: isQuiet && !mayStart }, '', locale),
      button({ name: 'mine' }, '', locale),
      labelledButton(AWAY_OPEN, words.away),
      labelledButton(SETTINGS_BUTTON, words.settings),
    ]),
    ...(mayLead
      ? row([
          labelledButton(HOME_STORES, words.stores),
          ...(mayStart ? [] : [labelledButton(SETUP.open, words.setUpButton)]),
          button({ name: 'list', label: words.all }, '', locale),
        ])
      : []),
  ];
}

/** Number, status, next date; the whole of it is behind *Show*. */
function waitingBlock(view: CaseView, locale: Locale): KnownBlock {
  const { case: c } = view;
  const [next] = view.timers;
  const when = next ? HOME[locale].next(readerTime(next.dueAt, zoneOf(c), locale)) : '';
  const second = [TERMS[locale].statuses[c.phase.status], when, deadlineOf(view, locale)];
  return {
    ...section(`${titleOf(view, locale)}\n${second.filter(Boolean).join(' · ')}`),
    accessory: button({ name: 'show' }, String(c.number), locale),
  };
}
