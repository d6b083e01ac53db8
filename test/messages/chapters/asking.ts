import { ANSWERS } from '../../../src/i18n/answers.ts';
import { FIND } from '../../../src/i18n/find.ts';
import { STEPS } from '../../../src/i18n/steps.ts';
import { caseListMessage } from '../../../src/slack/blocks/case-list.ts';
import { foundMessage } from '../../../src/slack/blocks/found.ts';
import { helpMessage } from '../../../src/slack/blocks/help.ts';
import { showMessage } from '../../../src/slack/blocks/show.ts';
import { whyHelp } from '../../../src/slack/panels.ts';
import { readStep } from '../../../src/slack/steps.ts';
import { STEP_WORDS } from '../../../src/slack/words.ts';
import { plain } from '../../slack/plain.ts';
import { CARDS } from '../../slack/samples.ts';
import { type Story, viewOf } from '../../slack/story.ts';
import { said, type WriteChapter } from '../chapter.ts';

export const sample = (name: string): Story => {
  const story = CARDS[name];
  if (!story) throw new Error(`No such sample: ${name}`);
  return story;
};

const permalink = 'https://example.slack.com/archives/C0CASES/p1795298400000100';

/** What somebody types after /case, and what only they read. */
export const asking: WriteChapter = (locale) => {
  const views = ['preparing', 'action needed', 'in review'].map((name) => viewOf(sample(name)));
  const [one] = views;
  const many = Array.from({ length: 33 }, () => viewOf(sample('preparing')));
  const ready = sample('ready');
  const missing = STEP_WORDS.flatMap((word) =>
    ['', 'Maria', '2d'].flatMap((text) => {
      const step = readStep({
        word,
        text,
        view: viewOf(ready),
        locale,
        now: ready.now,
        zone: 'Asia/Shanghai',
      });
      return step.kind === 'command'
        ? []
        : [`${word} ${text}`.trim().concat(' → ', step.kind === 'form' ? step.missing : step.text)];
    }),
  );
  return {
    title: 'Asking Docket',
    parts: [
      ['/case', plain(helpMessage({ locale }))],
      ['/case, with something to do', plain(helpMessage({ locale, next: one ?? null }))],
      ['/case, before Docket is set up', plain(helpMessage({ locale, maySetUp: true }))],
      [
        'Not understood',
        said(
          whyHelp({ kind: 'unknown_word', word: 'opne', nearest: 'open' }, locale),
          whyHelp({ kind: 'unknown_word', word: 'B0ABC12345', nearest: null }, locale),
          whyHelp({ kind: 'number_missing', word: 'ready' }, locale),
          whyHelp({ kind: 'person_missing' }, locale),
          whyHelp('open_needs_button', locale),
        ),
      ],
      ['/case mine', plain(caseListMessage({ views, of: 'mine', locale }))],
      [
        '/case mine, one',
        said(plain(caseListMessage({ views: views.slice(0, 1), of: 'mine', locale })).split('\n')[1] ?? ''),
      ],
      ['/case mine, none', plain(caseListMessage({ views: [], of: 'mine', locale }))],
      [
        '/case list',
        plain(caseListMessage({ views: many, of: 'all', locale }))
          .split('\n')
          .filter((_, i, all) => i < 4 || i === all.length - 1)
          .join('\n'),
      ],
      ['/case list, none', plain(caseListMessage({ views: [], of: 'all', locale }))],
      [
        '/case show 42',
        plain(
          showMessage({
            view: viewOf(sample('awaiting Amazon')),
            now: sample('awaiting Amazon').now,
            locale,
            permalink,
          }),
        ),
      ],
      ['/case find', said(FIND[locale].missing)],
      [
        '/case find buy box',
        plain(foundMessage({ typed: 'buy box', found: views.map((view) => ({ view, permalink })), locale })),
      ],
      [
        '/case find, one of many',
        plain(
          foundMessage({
            typed: 'buy box',
            found: Array.from({ length: 20 }, () => ({ view: viewOf(sample('preparing')), permalink })),
            locale,
          }),
        )
          .split('\n')
          .filter((_, i, all) => i < 4 || i === all.length - 1)
          .join('\n'),
      ],
      ['/case find, nothing', plain(foundMessage({ typed: 'B0ABC99999', found: [], locale }))],
      ['A step in words, with something missing', said(...new Set(missing), STEPS[locale].useButton)],
      ['A step in words, done', said(ANSWERS[locale].noted(42), ANSWERS[locale].leadMade('<@U0LINA>'))],
    ],
  };
};
