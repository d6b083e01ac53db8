import type { IdentifierProblem } from '../../../src/domain/identifiers.ts';
import { caseNumber, storeId } from '../../../src/domain/ids.ts';
import { recognise } from '../../../src/domain/recognise.ts';
import { ANSWERS } from '../../../src/i18n/answers.ts';
import { MODALS } from '../../../src/i18n/modals.ts';
import { refusalText } from '../../../src/i18n/refusals.ts';
import { SHORTCUT_WORDS } from '../../../src/i18n/shortcuts.ts';
import { STORE_WORDS } from '../../../src/i18n/stores.ts';
import { identifierError } from '../../../src/slack/modals/identifier-problems.ts';
import type { Draft } from '../../../src/slack/modals/open/draft.ts';
import { draftFrom } from '../../../src/slack/modals/open/draft.ts';
import { type OpenForm, openFormView } from '../../../src/slack/modals/open/view.ts';
import { pickCaseView } from '../../../src/slack/modals/pick-case.ts';
import { SHORTCUTS } from '../../../src/slack/shortcuts/ids.ts';
import { ALL, RIVAL } from '../../slack/every-refusal.ts';
import { FRIDAY, viewOf } from '../../slack/story.ts';
import { said, type WriteChapter } from '../chapter.ts';
import { plainView } from '../plain-view.ts';
import { sample } from './asking.ts';

const pairs = [
  { store: { id: storeId('s1'), name: 'Store A' }, marketplace: 'US' },
  { store: { id: storeId('s1'), name: 'Store A' }, marketplace: 'DE' },
] as const;
const manyPairs = Array.from({ length: 600 }, (_, i) => ({
  store: { id: storeId(`s${i}`), name: `Store ${i}` },
  marketplace: 'US' as const,
}));
const TYPED = 'Store A US: Buy Box lost on B0ABC12345 since Thursday, Case 12345678901';

const REASONS: readonly IdentifierProblem['reason'][] = [
  'ambiguous_case_id',
  'too_long',
  'not_an_identifier',
  'too_many',
];

export const opening: WriteChapter = (locale) => {
  const words = MODALS[locale];
  const answers = ANSWERS[locale];
  const draft = draftFrom(recognise(TYPED), TYPED, pairs);
  const form: OpenForm = {
    locale,
    now: FRIDAY,
    pairs,
    draft,
    ownDeadline: null,
    rivals: [],
    conflict: null,
    banner: null,
    meta: { channel: null, threadTs: null, attempt: 0, standard: null },
  };
  const drawn = (change: Partial<OpenForm>, of: Partial<Draft> = {}) =>
    plainView(openFormView({ ...form, ...change, draft: { ...draft, ...of } }, ''));
  const seen = [{ rival: RIVAL, link: 'https://example.slack.com/p1' }];
  const closed = [
    { rival: { ...RIVAL, number: caseNumber(5), owner: null, status: 'closed' as const }, link: null },
  ];
  const { problems } = words;
  const wrong = REASONS.flatMap(
    (reason) => identifierError([{ reason, line: 3, text: '12345678901' }], locale) ?? [],
  );
  const where = answers.atThread('https://example.slack.com/p1');
  const pick = {
    cases: [viewOf(sample('preparing'))],
    chosen: null,
    text: 'Amazon says: …',
    identifiers: 'B0ABC12345',
    locale,
  };
  const picker = (purpose: 'add' | 'replied') =>
    plainView(pickCaseView({ ...pick, meta: { purpose, channel: null, threadTs: null } }));
  const short = SHORTCUT_WORDS[locale];
  const [unread] = ALL.filter(({ code }) => code === 'duplicate');
  return {
    title: 'Opening a case',
    parts: [
      ['In Slack’s own menus', said(...SHORTCUTS.map(({ name, description }) => `${name} · ${description}`))],
      [
        'The form, before the first store',
        drawn({ pairs: [] }, { store: 'new', category: null, problem: '', identifiers: '' }),
      ],
      ['The form, filled in from what was typed', drawn({})],
      ['A team default as deadline', drawn({}, { category: 'account_health' })],
      ['Amazon’s usual limit as deadline', drawn({}, { category: 'a_to_z' })],
      ['A limit that only the notice names', drawn({}, { category: 'inbound_shortage' })],
      ['Six hundred stores', drawn({ pairs: manyPairs }, { store: null })],
      ['There are cases about it', drawn({ rivals: [...seen, ...closed] })],
      ['Not opened: one is open', drawn({ conflict: { code: 'duplicate', rivals: seen } })],
      [
        'Not opened: one was closed recently',
        drawn({ conflict: { code: 'recently_closed', rivals: closed } }),
      ],
      [
        'What can be wrong',
        said(
          problems.storeMissing,
          problems.storeGone,
          problems.storeNameMissing,
          problems.marketplaceMissing,
          problems.categoryMissing,
          problems.problemMissing,
          problems.becauseMissing,
          ...wrong,
        ),
      ],
      ['A text that is too long for the form', said(answers.longText)],
      [
        'Once it is sent',
        said(
          answers.opened(42, where),
          answers.opened(42, answers.inChannel('<#C0CASES>')),
          answers.opened(42, where) + STORE_WORDS[locale].ownedBy('<@U0LINA>'),
          answers.openedAsFirstSent(42),
          answers.added(7, where),
          answers.reopened(5, where),
        ),
      ],
      ['A message to a case', picker('add')],
      ['A message as Amazon’s answer', picker('replied')],
      [
        'A message to a case, what can be wrong',
        said(
          short.whichMissing,
          short.numberWrong,
          unread
            ? `${answers.added(42, where)}\n${short.withoutIdentifiers}\n${refusalText(unread, locale, { names: String })}`
            : '',
        ),
      ],
    ],
  };
};
