/** What one person is told that belongs to no single case, with everything that it can hold. */
import type { BriefView, MorningView } from '../../src/desk/views/briefing-view.ts';
import { caseNumber } from '../../src/domain/ids.ts';
import { DAY, HOUR } from '../../src/domain/time.ts';
import { CARDS } from './samples.ts';
import { LI, MONDAY, type Story, viewOf } from './story.ts';

export const sample = (name: string): Story => {
  const story = CARDS[name];
  if (!story) throw new Error(`No such sample: ${name}`);
  return story;
};
/** A sample under another number. */
export const numbered = (name: string, number: number) => {
  const view = viewOf(sample(name));
  return { ...view, case: { ...view.case, number: caseNumber(number) } };
};
export const numbers = (...of: number[]) => of.map(caseNumber);

const window = { opening: { opensAt: MONDAY, closesAt: MONDAY + 2 * HOUR }, zone: 'America/New_York' };

export const MORNING: MorningView = {
  kind: 'morning',
  at: MONDAY - 12 * HOUR,
  zone: 'Asia/Shanghai',
  window,
  back: { since: MONDAY - 4 * DAY, views: [numbered('action needed', 7)], more: 2 },
  checks: [
    {
      store: 'Store A',
      lines: [
        { view: numbered('awaiting Amazon', 12), looked: null, isDue: true },
        { view: numbered('awaiting Amazon', 13), looked: null, isDue: false },
        { view: numbered('awaiting Amazon', 14), looked: 'nothing', isDue: false },
      ],
    },
    {
      store: 'Store <B>',
      lines: [{ view: numbered('awaiting Amazon, by another door', 15), looked: null, isDue: false }],
    },
  ],
  alsoWaiting: numbers(21, 22, 23),
  yourTurn: [
    { view: numbered('action needed', 7), reason: 'your_turn' },
    { view: numbered('in review', 8), reason: 'review' },
    { view: numbered('preparing, the deadline presses', 9), reason: 'deadline' },
  ],
  closeOuts: [{ view: numbered('resolved', 10), reason: 'close_out' }],
  more: 3,
  covering: [{ person: LI, name: 'Li Na', cases: numbers(31, 32) }],
  digest: {
    red: numbers(9),
    unowned: numbers(40),
    stale: numbers(41, 42),
    missedWindow: numbers(43),
    inReview: numbers(8),
    away: [
      { name: 'Wang Wei', cases: 3, cover: null },
      { name: 'Li Na', cases: 2, cover: 'Zhao Min' },
    ],
    opened: 4,
    closed: 2,
    calendars: [{ office: 'CN', endsAt: MONDAY + 40 * DAY }],
  },
};

export const OTHERS: Readonly<Record<string, BriefView>> = {
  'before the window': {
    kind: 'before_window',
    at: MONDAY - HOUR / 4,
    window,
    ready: [{ view: numbered('ready', 12), reason: 'ready' }],
    inWork: [
      { view: numbered('in review', 8), reason: 'in_review' },
      { view: numbered('preparing', 9), reason: 'preparing' },
    ],
    more: 0,
  },
  'standing in': {
    kind: 'cover',
    at: MONDAY - 12 * HOUR,
    away: 'Li Na',
    until: MONDAY + 4 * DAY,
    zone: 'Asia/Shanghai',
    lines: [
      { view: numbered('awaiting Amazon', 12), reason: 'covered' },
      { view: numbered('action needed', 7), reason: 'covered' },
    ],
    more: 0,
  },
};
