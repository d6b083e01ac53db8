import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/domain/locale.ts';
import { noticeMessage } from '../../src/slack/blocks/notice-message.ts';
import { plain } from './plain.ts';
import { NUDGES, STEPS } from './samples.ts';
import { mentioned, viewOf } from './story.ts';

describe.each(LOCALES)('the thread in %s', (locale) => {
  test.each(Object.entries({ ...STEPS, ...NUDGES }))('%s', (_, story) => {
    const last = story.notices.slice(-1);
    const said = {
      notices: last,
      view: viewOf(story),
      mention: mentioned(story),
      lateSince: null,
      instead: null,
      over: false,
    };
    expect(plain(noticeMessage({ ...said, now: story.now, locale }))).toMatchSnapshot();
  });
});
