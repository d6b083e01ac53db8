import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/domain/locale.ts';
import { noticeMessage } from '../../src/slack/blocks/notice-message.ts';
import { plain } from './plain.ts';
import { NUDGES, STEPS } from './samples.ts';
import { LI, viewOf } from './story.ts';

describe.each(LOCALES)('the thread in %s', (locale) => {
  test.each(Object.entries({ ...STEPS, ...NUDGES }))('%s', (_, story) => {
    const last = story.notices.slice(-1);
    const mention = last.some((notice) => notice.mention.length > 0) ? [LI] : [];
    const message = noticeMessage({ notices: last, view: viewOf(story), mention, lateSince: null, now: story.now, locale });
    expect(plain(message)).toMatchSnapshot();
  });
});
