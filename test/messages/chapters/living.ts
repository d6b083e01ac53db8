import type { CaseEvent } from '../../../src/domain/events.ts';
import { caseNumber } from '../../../src/domain/ids.ts';
import type { Notice } from '../../../src/domain/notices.ts';
import { DAY, HOUR } from '../../../src/domain/time.ts';
import type { TimerKind } from '../../../src/domain/timers/keys.ts';
import { cardMessage } from '../../../src/slack/blocks/card.ts';
import { noticeMessage } from '../../../src/slack/blocks/notice-message.ts';
import { OVER } from '../../slack/over.ts';
import { plain } from '../../slack/plain.ts';
import { CARDS, NUDGES, STEPS } from '../../slack/samples.ts';
import {
  act,
  broughtIn,
  FRIDAY,
  mentioned,
  open,
  type Story,
  until,
  viewOf,
  WANG,
  ZHAO,
} from '../../slack/story.ts';
import type { Part, WriteChapter } from '../chapter.ts';

const lastOf = (story: Story) => ({
  notices: story.notices.slice(-1),
  view: viewOf(story),
  mention: mentioned(story),
  lateSince: null,
  instead: null,
  over: false,
  now: story.now,
});

const each = (samples: Readonly<Record<string, Story>>, write: (story: Story) => string): Part[] =>
  Object.entries(samples).map(([name, story]) => [name, write(story)]);

const stepOf = (name: string): Story => STEPS[name] ?? missing(name);
const nudgeOf = (name: string): Story => NUDGES[name] ?? missing(name);
function missing(name: string): never {
  throw new Error(`No such sample: ${name}`);
}

/** The rarer states, so that every word of the card is read. */
const MORE_CARDS: Readonly<Record<string, Story>> = {
  'preparing, a summary of many words': act(
    open(),
    { type: 'edit', summary: 'The Buy Box is gone '.repeat(12), message: '' },
    FRIDAY,
  ),
  'preparing, Amazon’s own limit': open({
    category: 'a_to_z',
    deadline: { at: FRIDAY + 3 * DAY, source: 'amazon_page' },
  }),
};

/** An opening as the desk tells it, where more is known of it. */
function openedWith(more: Partial<Extract<CaseEvent, { type: 'opened' }>>): Story {
  const story = open();
  const notices = story.notices.map((notice): Notice => {
    const { cause } = notice;
    if (cause.kind !== 'event' || cause.event.type !== 'opened') return notice;
    return { ...notice, cause: { ...cause, event: { ...cause.event, ...more } } };
  });
  return { ...story, notices };
}

const MORE_STEPS: Readonly<Record<string, Story>> = {
  'opened, for the store’s own owner': openedWith({ owner: ZHAO }),
  'opened beside another': openedWith({
    different: { from: [caseNumber(7)], because: 'Another buyer.' },
  }),
  'noted, at length': act(open(), { type: 'note', text: 'The supplier called again. '.repeat(400) }, FRIDAY),
};

const given = (story: Story, later = HOUR): Story =>
  act(story, { type: 'hand_over', to: ZHAO, note: '' }, story.now + later, WANG, true);
const HANDED: Readonly<Record<string, Story>> = {
  'handed over, nothing written': given(open({ message: '' })),
  'handed over in review': given(stepOf('review_asked')),
  'handed over after our note': given(stepOf('note_sent')),
  'handed over when Amazon needs us': given(stepOf('amazon_replied, needs us')),
  'handed over when it is solved': given(stepOf('amazon_replied, solved')),
  'handed over after the promised date': given(stepOf('amazon_replied, holding until a date'), 10 * DAY),
  'handed over without a Case ID': given(broughtIn({ caseId: null }, FRIDAY)),
};

const due = (story: Story, kind: TimerKind, times?: number): Story => {
  const found = until(story, kind, times);
  const notices = found.notices.filter(({ cause }) => cause.kind === 'timer' && cause.timer.kind === kind);
  return { ...found, notices };
};
const pressed = open({ deadline: { at: FRIDAY + 6 * DAY, source: 'notice' } });
const snoozed = act(open(), { type: 'snooze', until: FRIDAY + 4 * DAY, why: 'On Monday.' }, FRIDAY + HOUR);
const MORE_NUDGES: Readonly<Record<string, Story>> = {
  'deadline, in review': due(act(pressed, { type: 'ask_review', reviewer: WANG }, FRIDAY + HOUR), 'deadline'),
  'deadline, our answer': due(stepOf('amazon_replied, needs us'), 'deadline'),
  'follow_up after Amazon asked us to wait': due(stepOf('amazon_replied, holding'), 'follow_up'),
  'stale_preparing after a pause': due(snoozed, 'stale_preparing'),
  'person_decides after a look': due(stepOf('checked_nothing after two notes'), 'person_decides'),
};

export const cards: WriteChapter = (locale) => ({
  title: 'The card',
  parts: each({ ...CARDS, ...MORE_CARDS }, (story) =>
    plain(cardMessage({ view: viewOf(story), now: story.now, locale })),
  ),
});

export const steps: WriteChapter = (locale) => ({
  title: 'The thread: what was done',
  parts: each({ ...STEPS, ...MORE_STEPS, ...HANDED }, (story) =>
    plain(noticeMessage({ ...lastOf(story), locale })),
  ),
});

export const nudges: WriteChapter = (locale) => ({
  title: 'The thread: what is to be done',
  parts: each({ ...NUDGES, ...MORE_NUDGES }, (story) => plain(noticeMessage({ ...lastOf(story), locale }))),
});

/** Each in another place, or later than it should have come. */
export const otherwise: WriteChapter = (locale) => {
  const story = nudgeOf('stale_action');
  const chased = stepOf('note_sent');
  const codes = ['is_archived', 'not_in_channel', 'restricted_action', 'thread_not_found', 'unknown_error'];
  return {
    title: 'The thread: late, done with, or somewhere else',
    parts: [
      ...each(OVER, (over) => plain(noticeMessage({ ...lastOf(over), over: true, locale }))),
      ['late', plain(noticeMessage({ ...lastOf(story), lateSince: FRIDAY, locale }))],
      [
        'many steps at once',
        plain(
          noticeMessage({
            ...lastOf(chased),
            notices: Array.from({ length: 7 }, () => chased.notices).flat(),
            locale,
          }),
        ),
      ],
      [
        'told to somebody in the owner’s place',
        plain(noticeMessage({ ...lastOf(story), mention: [WANG], locale })),
      ],
      ...codes.map(
        (code): Part => [
          `told to a person, because of ${code}`,
          plain(
            noticeMessage({ ...lastOf(story), mention: [], instead: { channel: 'C0CASES', code }, locale }),
          ),
        ],
      ),
    ],
  };
};
