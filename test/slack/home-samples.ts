import type { MorningView } from '../../src/desk/views/briefing-view.ts';
import type { HomeView } from '../../src/desk/views/home-view.ts';
import { caseNumber } from '../../src/domain/ids.ts';
import { HOUR } from '../../src/domain/time.ts';
import { CARDS } from './samples.ts';
import { MONDAY, type Story, viewOf } from './story.ts';

export const numbered = (name: string, number: number) => {
  const story: Story | undefined = CARDS[name];
  if (!story) throw new Error(`No such sample: ${name}`);
  const view = viewOf(story);
  return { ...view, case: { ...view.case, number: caseNumber(number) } };
};
export const line = (name: string, number: number) => ({
  view: numbered(name, number),
  looked: null,
  isDue: true,
});

export const EMPTY_DAY: MorningView = {
  kind: 'morning',
  at: MONDAY - 12 * HOUR,
  zone: 'Asia/Shanghai',
  window: null,
  back: null,
  checks: [],
  alsoWaiting: [],
  yourTurn: [],
  closeOuts: [],
  more: 0,
  covering: [],
  digest: null,
};
export const NOTHING: HomeView = {
  stage: 'started',
  mayLead: false,
  day: EMPTY_DAY,
  toSubmit: [],
  waiting: [],
  more: 0,
};
export const FULL: HomeView = {
  ...NOTHING,
  mayLead: true,
  day: {
    ...EMPTY_DAY,
    window: { opening: { opensAt: MONDAY, closesAt: MONDAY + 2 * HOUR }, zone: 'America/New_York' },
    yourTurn: [{ view: numbered('action needed', 7), reason: 'your_turn' }],
    checks: [{ store: 'Store A', lines: [line('awaiting Amazon', 12), line('awaiting Amazon', 13)] }],
    closeOuts: [{ view: numbered('resolved', 10), reason: 'close_out' }],
    more: 2,
  },
  toSubmit: [
    { view: numbered('ready', 14), reason: 'ready' },
    { view: numbered('preparing', 15), reason: 'preparing' },
  ],
  waiting: [numbered('in review', 16)],
  more: 1,
};
/** Each of Home's looks; null is a guest's. */
export const STATES: Readonly<Record<string, HomeView | null>> = {
  'a day with everything, of a lead': FULL,
  'nothing to do': NOTHING,
  'not started, for whoever may start it': { ...NOTHING, stage: 'not_started', mayLead: true },
  'no channel, for whoever may choose one': { ...NOTHING, stage: 'no_channel', mayLead: true },
  'no channel, for others': { ...NOTHING, stage: 'no_channel' },
  'a guest': null,
};
