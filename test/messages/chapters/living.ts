import { PLACES } from '../../../src/i18n/refused-places.ts';
import { cardMessage } from '../../../src/slack/blocks/card.ts';
import { noticeMessage } from '../../../src/slack/blocks/notice-message.ts';
import { OVER } from '../../slack/over.ts';
import { plain } from '../../slack/plain.ts';
import { CARDS, NUDGES, STEPS } from '../../slack/samples.ts';
import { FRIDAY, mentioned, type Story, viewOf } from '../../slack/story.ts';
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

export const cards: WriteChapter = (locale) => ({
  title: 'The card',
  parts: each(CARDS, (story) => plain(cardMessage({ view: viewOf(story), now: story.now, locale }))),
});

export const steps: WriteChapter = (locale) => ({
  title: 'The thread: what was done',
  parts: each(STEPS, (story) => plain(noticeMessage({ ...lastOf(story), locale }))),
});

export const nudges: WriteChapter = (locale) => ({
  title: 'The thread: what is to be done',
  parts: each(NUDGES, (story) => plain(noticeMessage({ ...lastOf(story), locale }))),
});

/** Each in another place, or later than it should have come. */
export const otherwise: WriteChapter = (locale) => {
  const story = NUDGES['stale_action'];
  const chased = STEPS['note_sent'];
  if (!story || !chased) throw new Error('No such sample');
  const codes = ['is_archived', 'not_in_channel', 'restricted_action', 'thread_not_found', 'unknown_error'];
  const long = STEPS['noted'];
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
            notices: Array.from({ length: 12 }, () => chased.notices).flat(),
            locale,
          }),
        ),
      ],
      ['told to a lead instead of the owner', long ? plain(noticeMessage({ ...lastOf(long), locale })) : ''],
      ...codes.map(
        (code): Part => [
          `told to a person, because of ${code}`,
          plain(
            noticeMessage({ ...lastOf(story), mention: [], instead: { channel: 'C0CASES', code }, locale }),
          ),
        ],
      ),
      ['kinds of trouble', Object.keys(PLACES[locale]).join(' ')],
    ],
  };
};
