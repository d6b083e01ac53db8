import type { KnownBlock } from '@slack/types';
import type { LineReason, MorningView } from '../../../src/desk/views/briefing-view.ts';
import { MARKETPLACES } from '../../../src/domain/marketplaces.ts';
import { DEFAULT_HABITS } from '../../../src/domain/team.ts';
import { HOUR } from '../../../src/domain/time.ts';
import { AWAY } from '../../../src/i18n/away.ts';
import { daysInWords } from '../../../src/i18n/days.ts';
import { SETTINGS } from '../../../src/i18n/settings.ts';
import { cityOf, readerTime } from '../../../src/i18n/times.ts';
import { awayForm } from '../../../src/slack/away/away-form.ts';
import { awayText, backText } from '../../../src/slack/away/run-away.ts';
import { briefMessage } from '../../../src/slack/blocks/briefing.ts';
import { homeView } from '../../../src/slack/blocks/home.ts';
import { settingsView } from '../../../src/slack/briefings/settings-form.ts';
import { MORNING, OTHERS, sample } from '../../slack/brief-samples.ts';
import { FakeDesk } from '../../slack/fake-desk.ts';
import { STATES } from '../../slack/home-samples.ts';
import { plain } from '../../slack/plain.ts';
import { FRIDAY, MONDAY, viewOf, WANG } from '../../slack/story.ts';
import { type Part, said, type WriteChapter } from '../chapter.ts';
import { plainView } from '../plain-view.ts';

const QUIET: MorningView = {
  ...MORNING,
  back: null,
  digest: null,
  covering: [],
  checks: [],
  alsoWaiting: [],
  window: null,
};
const REASONS: Readonly<Record<LineReason, true>> = {
  your_turn: true,
  stale: true,
  deadline: true,
  note_to_send: true,
  review: true,
  offer: true,
  ready: true,
  in_review: true,
  preparing: true,
  close_out: true,
  covered: true,
};

/** What comes by itself, to one person. */
export const briefings: WriteChapter = (locale) => {
  const settings = SETTINGS[locale];
  const when = readerTime(MONDAY, 'Asia/Shanghai', locale);
  const looked = (['nothing', 'answered', 'closed'] as const).map((one) => ({
    view: viewOf(sample('awaiting Amazon')),
    looked: one,
    isDue: false,
  }));
  const view = viewOf(sample('preparing'));
  const reasons = Object.keys(REASONS) as LineReason[];
  const message = (of: Parameters<typeof briefMessage>[0]['view'], lateSince: number | null = null) =>
    plain(briefMessage({ view: of, lateSince, locale }));
  return {
    title: 'The day',
    parts: [
      ['The morning', message(MORNING)],
      [
        'The morning, after all was looked into',
        message({ ...QUIET, checks: [{ store: 'Store A', lines: looked }] }),
      ],
      [
        'The morning, every reason',
        message({ ...QUIET, yourTurn: reasons.map((reason) => ({ view, reason })) }),
      ],
      ['The morning, late', message(QUIET, MONDAY - 20 * HOUR)],
      ...Object.entries(OTHERS).map(([name, of]): Part => [name, message(of)]),
      [
        'Choosing what comes',
        plainView(settingsView({ habits: DEFAULT_HABITS, zone: 'Asia/Shanghai', isLead: true }, locale)),
      ],
      ['Choosing, after @Docket', said(settings.byButton, `[${settings.open}]`)],
      [
        'Chosen',
        said(
          settings.saved,
          settings.next.morning(when),
          settings.next.before_window(when),
          settings.nothing,
          settings.notStarted,
        ),
      ],
    ],
  };
};

const absence = (cover: typeof WANG | null) => ({
  from: { year: 2026, month: 10, day: 1 },
  to: { year: 2026, month: 10, day: 8 },
  cover,
});

export const away: WriteChapter = async (locale) => {
  const words = AWAY[locale];
  const lina = await new FakeDesk().person(null, 'U0LINA');
  if (!lina) throw new Error('There is no Li Na');
  const form = (absences: typeof lina.absences) => plainView(awayForm({ ...lina, absences }, FRIDAY, locale));
  const one = { ...absence(null), to: absence(null).from };
  return {
    title: 'Being away',
    parts: [
      ['The form', form([])],
      ['The form, with days in it', form([absence(WANG), one])],
      ['Away, with a cover', said(awayText(absence(WANG), 5, locale))],
      ['Away, without one', said(awayText(absence(null), 1, locale))],
      ['Away, without a case', said(awayText(absence(null), 0, locale))],
      [
        'Back',
        said(backText({ cases: 5, wasAway: true }, locale), backText({ cases: 0, wasAway: false }, locale)),
      ],
      ['Days', said(daysInWords(one, locale), daysInWords({ from: one.from, to: null }, locale))],
      ['What can be wrong', said(words.dayMissing, words.twoCovers)],
      ['After @Docket away', said(words.needsButton, `[${words.button}]`)],
      [
        'Cities',
        said([...new Set(Object.values(MARKETPLACES).map(({ zone }) => cityOf(zone, locale)))].join(' · ')),
      ],
    ],
  };
};

/** What Docket's own tab shows. */
export const home: WriteChapter = (locale) => ({
  title: 'Home',
  parts: Object.entries(STATES).map(
    ([name, view]): Part => [
      name,
      plain({ text: '', blocks: homeView(view, locale).blocks as KnownBlock[] }),
    ],
  ),
});
