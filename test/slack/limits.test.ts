import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseCommand } from '../../src/domain/commands.ts';
import { LOCALES } from '../../src/domain/locale.ts';
import { DAY, HOUR } from '../../src/domain/time.ts';
import { checkBlocks } from '../../src/sandbox/local-slack/blocks/blocks.ts';
import { Findings } from '../../src/sandbox/local-slack/blocks/checks.ts';
import { cardMessage } from '../../src/slack/blocks/card.ts';
import { caseListMessage } from '../../src/slack/blocks/case-list.ts';
import { plainFallback } from '../../src/slack/blocks/fallback.ts';
import { helpMessage } from '../../src/slack/blocks/help.ts';
import type { Message } from '../../src/slack/blocks/message.ts';
import { noticeMessage } from '../../src/slack/blocks/notice-message.ts';
import { showMessage } from '../../src/slack/blocks/show.ts';
import { submitPack } from '../../src/slack/blocks/submit-pack.ts';
import { whyHelp } from '../../src/slack/panels.ts';
import { act, FRIDAY, LI, open, type Story, viewOf, WANG, ZHAO } from './story.ts';

/** What people paste: long, in any script, with signs that mean something to Slack, right to left, half an emoji. */
const paste = fc.oneof(
  fc.constantFrom(
    '&'.repeat(3_000),
    '"\n'.repeat(1_500),
    '👩‍👩‍👧‍👦'.repeat(270),
    '<!channel> <@U0LI> <https://example.com|here> *bold* `code` ',
    '\u202Eright to left\u202C',
    '\u0000\u200B\uFEFF',
    '\uD83D',
    '店铺'.repeat(1_500),
    `Subject: ${'x'.repeat(2_990)}`,
    'Subject: short\nbody',
    '|>`~_*',
  ),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'binary', minLength: 2_900, maxLength: 3_000, size: 'max' }),
);
const written = paste.filter((text) => text.trim() !== '');
const subjects = fc.array(
  fc.record({
    kind: fc.constantFrom('asin', 'sku', 'other'),
    value: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  }),
  { minLength: 1, maxLength: 200, size: 'max' },
);

const life = fc
  .record({
    name: written,
    category: fc.constantFrom('featured_offer', 'account_health', 'listing_removed', 'other'),
    problem: written,
    message: paste,
    subjects,
    words: fc.array(written, { minLength: 6, maxLength: 6 }),
    deadline: fc.boolean(),
  })
  .map(({ name, category, problem, message, subjects: about, words, deadline }) => {
    const [note = '', summary = '', why = '', reference = '', reply = '', handOver = ''] = words;
    const story = open({
      store: { ...STORE, name },
      category,
      problem,
      message,
      subjects: about,
      different: why,
      deadline: deadline ? { at: FRIDAY + 5 * DAY, source: 'notice' } : null,
    });
    const steps: CaseCommand[] = [
      { type: 'note', text: note },
      { type: 'edit', summary, message: message || 'x' },
      { type: 'ask_review', reviewer: ZHAO },
      { type: 'return_review', why },
      { type: 'hand_over', to: ZHAO, note: handOver },
      { type: 'make_ready' },
      { type: 'submit', reference: { kind: 'door', text: reference } },
      { type: 'check_nothing' },
      { type: 'send_note' },
      { type: 'record_reply', meaning: 'needs_us', text: reply, promisedAt: null, deadlineAt: null },
      { type: 'snooze', until: FRIDAY + 20 * DAY, why },
      { type: 'solve' },
      { type: 'reopen', why },
      { type: 'withdraw', why },
    ];
    const told: Story[] = [story];
    for (const [i, step] of steps.entries()) {
      const last = told.at(-1) ?? story;
      told.push(attempt(last, step, FRIDAY + (i + 1) * HOUR));
    }
    return told;
  });

const STORE = open().case.store;

/** A lead does everything, but reviews and hand-overs are somebody else's. */
function attempt(story: Story, step: CaseCommand, now: number): Story {
  const by = step.type === 'return_review' ? ZHAO : step.type === 'hand_over' ? LI : WANG;
  try {
    return act(story, step, now, by, by === WANG);
  } catch {
    return story; // the domain refused: text that is only invisible signs, say
  }
}

function problems({ text, blocks }: Message): string[] {
  const findings = new Findings();
  checkBlocks(blocks, '/blocks', 'message', findings);
  const json = JSON.stringify(blocks);
  return [
    ...findings.messages,
    ...(text.length === 0 || text.length > 3_900 ? [`text of ${text.length}`] : []),
    ...(json.length > 13_000 ? [`blocks of ${json.length}`] : []),
    ...(pings(text) ? ['text pings'] : []),
    ...blocks.flatMap((block) =>
      ('text' in block || block.type === 'context') && pings(JSON.stringify(block)) ? ['block pings'] : [],
    ),
  ];
}

const pings = (markup: string): boolean => /<!(channel|here|everyone)|<https:\/\/example/.test(markup);

describe.each(LOCALES)('whatever people write, in %s', (locale) => {
  test('Slack takes every message, and nobody is pinged by it', () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 1, max: 15 }), (told, count) => {
        for (const story of told) {
          const [view, now] = [viewOf(story), story.now];
          const notices = story.notices.slice(-count);
          const said = { view, mention: [LI, WANG], now, locale };
          expect(problems(cardMessage({ view, now, locale }))).toEqual([]);
          expect(
            problems(noticeMessage({ ...said, notices, lateSince: FRIDAY, instead: null, over: false })),
          ).toEqual([]);
          expect(problems(showMessage({ view, now, locale, permalink: 'https://slack.test/a&b' }))).toEqual(
            [],
          );
          expect(problems(submitPack({ view, locale }))).toEqual([]);
        }
        const last = told.at(-1);
        if (!last) return;
        const all = noticeMessage({
          notices: last.notices,
          view: viewOf(last),
          mention: [],
          lateSince: null,
          instead: null,
          over: false,
          now: last.now,
          locale,
        });
        expect(problems(all)).toEqual([]);
        expect(plainFallback(all, 3_900).length).toBeLessThanOrEqual(3_900);
        const views = Array.from({ length: 60 }, (_, i) => viewOf(told[i % told.length] ?? last));
        expect(problems(caseListMessage({ views, of: 'all', locale }))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  test('help says what it did not understand', () => {
    fc.assert(
      fc.property(paste, (word) => {
        const instead = whyHelp({ kind: 'unknown_word', word, nearest: 'open' }, locale);
        expect(problems(helpMessage({ locale, instead }))).toEqual([]);
      }),
    );
  });

  test('text to copy is whole as long as a form could take it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2_000, maxLength: 3_000, size: 'max' }), (message) => {
        const story = open({ message });
        const { blocks } = submitPack({ view: viewOf(story), locale });
        const [copied] = blocks.filter(({ type }) => type === 'rich_text').slice(-1);
        expect(JSON.stringify(copied)).toContain(JSON.stringify(message.trim()).slice(1, -1));
      }),
      { numRuns: 20 },
    );
  });
});
