import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/domain/locale.ts';
import { isOver } from '../../src/domain/notices.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { TIMER_KINDS } from '../../src/domain/timers/keys.ts';
import { noticeMessage } from '../../src/slack/blocks/notice-message.ts';
import { OVER } from './over.ts';
import { plain } from './plain.ts';
import { NUDGES, STEPS } from './samples.ts';
import { mentioned, type Story, viewOf } from './story.ts';

const lastOf = (story: Story) => ({
  notices: story.notices.slice(-1),
  view: viewOf(story),
  mention: mentioned(story),
  lateSince: null,
  instead: null,
  over: false,
  now: story.now,
});

describe.each(LOCALES)('the thread in %s', (locale) => {
  test.each(Object.entries({ ...STEPS, ...NUDGES }))('%s', (_, story) => {
    expect(plain(noticeMessage({ ...lastOf(story), locale }))).toMatchSnapshot();
  });

  test.each(Object.entries(OVER))('%s: once it is no longer due', (_, story) => {
    expect(plain(noticeMessage({ ...lastOf(story), over: true, locale }))).toMatchSnapshot();
  });

  test.each(['is_archived', 'not_in_channel', 'restricted_action_thread_locked', 'thread_not_found'])(
    'told to a person instead, because of %s',
    (code) => {
      const told = { ...lastOf(NUDGES['stale_action'] ?? fail()), mention: [] };
      const instead = { channel: 'C0CASES', code };
      expect(plain(noticeMessage({ ...told, instead, locale }))).toMatchSnapshot();
    },
  );
});

test('there is an ending for every kind of timer, and each ends it', () => {
  const kinds = Object.values(OVER).flatMap(({ notices: [notice] }) =>
    notice?.cause.kind === 'timer' ? [notice.cause.timer.kind] : [],
  );
  expect(new Set(kinds)).toEqual(new Set(TIMER_KINDS));
  const stillDue = Object.entries(OVER).filter(
    ([, { case: c, notices }]) => !notices.every((notice) => isOver(notice, c, DEFAULT_POLICY)),
  );
  expect(stillDue).toEqual([]);
});

function fail(): never {
  throw new Error('There is no such sample');
}
