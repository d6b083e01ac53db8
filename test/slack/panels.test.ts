import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/domain/locale.ts';
import { caseListMessage } from '../../src/slack/blocks/case-list.ts';
import { helpMessage } from '../../src/slack/blocks/help.ts';
import { noticeMessage } from '../../src/slack/blocks/notice-message.ts';
import { showMessage } from '../../src/slack/blocks/show.ts';
import { submitPack } from '../../src/slack/blocks/submit-pack.ts';
import { plain } from './plain.ts';
import { CARDS, STEPS } from './samples.ts';
import { at, FRIDAY, LI, open, type Story, viewOf } from './story.ts';

const sample = (name: string): Story => {
  const story = CARDS[name] ?? STEPS[name];
  if (!story) throw new Error(`No such sample: ${name}`);
  return story;
};

describe.each(LOCALES)('what one person sees, in %s', (locale) => {
  test('help', () => {
    expect(plain(helpMessage({ locale }))).toMatchSnapshot('asked for');
    expect(
      plain(helpMessage({ locale, instead: 'I don’t know “opne”. Did you mean `open`?' })),
    ).toMatchSnapshot('mistyped');
  });

  test('lists: mine, everybody’s, empty ones, long ones', () => {
    const views = ['preparing', 'action needed', 'in review'].map((name) => viewOf(sample(name)));
    expect(plain(caseListMessage({ views, of: 'mine', locale }))).toMatchSnapshot('mine');
    expect(plain(caseListMessage({ views: [], of: 'all', locale }))).toMatchSnapshot('none');
    const many = Array.from({ length: 33 }, () => viewOf(sample('preparing')));
    const { blocks } = caseListMessage({ views: many, of: 'all', locale });
    expect(blocks.filter((b) => b.type === 'section' && b.accessory)).toHaveLength(20);
    expect(JSON.stringify(blocks.at(-1))).toContain('13');
  });

  test('one case, with the way to its thread', () => {
    const story = sample('awaiting Amazon');
    const permalink = 'https://example.slack.com/archives/C0CASES/p1795298400000100';
    expect(plain(showMessage({ view: viewOf(story), now: story.now, locale, permalink }))).toMatchSnapshot();
  });

  test('what to submit: with a message, without one, submitted already', () => {
    expect(plain(submitPack({ view: viewOf(sample('ready')), locale }))).toMatchSnapshot('with a message');
    const account = open({ category: 'account_health', message: '' });
    expect(plain(submitPack({ view: viewOf(account), locale }))).toMatchSnapshot('without one');
    expect(plain(submitPack({ view: viewOf(sample('awaiting Amazon')), locale }))).toMatchSnapshot(
      'submitted already',
    );
  });

  test('what an outage delayed comes as one message and says so', () => {
    const story = sample('offer_declined');
    const input = {
      notices: story.notices,
      view: viewOf(story),
      mention: [LI],
      lateSince: FRIDAY,
      instead: null,
      over: false,
      locale,
    };
    expect(plain(noticeMessage({ ...input, now: at('2026-11-21T04:00Z') }))).toMatchSnapshot();
  });

  test('many steps at once: the newest in full, the ones before in a line each', () => {
    const story = sample('note_sent');
    const input = {
      view: viewOf(story),
      mention: [],
      lateSince: null,
      instead: null,
      over: false,
      now: story.now,
      locale,
    };
    expect(plain(noticeMessage({ ...input, notices: story.notices }))).toMatchSnapshot();
  });

  test('more steps than anybody reads are counted', () => {
    const story = sample('note_sent');
    const notices = Array.from({ length: 12 }, () => story.notices).flat();
    const input = {
      view: viewOf(story),
      mention: [],
      lateSince: null,
      instead: null,
      over: false,
      now: story.now,
      locale,
    };
    expect(plain(noticeMessage({ ...input, notices }))).toMatch(
      /And \d\d more steps before|另有更早的 \d\d 步/,
    );
  });
});
