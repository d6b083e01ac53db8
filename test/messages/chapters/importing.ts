import type { CheckedRow } from '../../../src/desk/import/list.ts';
import { caseNumber, personId } from '../../../src/domain/ids.ts';
import type { CaseIdReason, ImportRow, Remark, RowProblem } from '../../../src/domain/import/row.ts';
import { IMPORT } from '../../../src/i18n/import.ts';
import { numbers } from '../../../src/slack/import/told.ts';
import { importView } from '../../../src/slack/import/view.ts';
import type { WriteChapter } from '../chapter.ts';
import { said } from '../chapter.ts';
import { plainView } from '../plain-view.ts';

const date = { year: 2026, month: 3, day: 11 };
const or = { year: 2026, month: 11, day: 3 };

const CASE_IDS: Readonly<Record<CaseIdReason, string>> = {
  none: 'waiting',
  several: '12345678901 12345678902',
  looks_like_order: '113-1234567-1234567',
  wrong_length: '123456',
  shortened_by_excel: '1.23E+10',
};
const caseIds = Object.keys(CASE_IDS) as CaseIdReason[];

/** One of each, so that a new one without a line here does not compile. */
const PROBLEMS: { readonly [Code in RowProblem['code']]: readonly Extract<RowProblem, { code: Code }>[] } = {
  case_id: caseIds.map((reason) => ({ code: 'case_id', text: CASE_IDS[reason], reason })),
  no_subject: [{ code: 'no_subject' }],
  identifier: [
    { code: 'identifier', text: '12345678901', isNumber: true },
    { code: 'identifier', text: 'blue mug', isNumber: false },
  ],
  store_missing: [{ code: 'store_missing' }],
  store_unknown: [
    { code: 'store_unknown', text: 'Store X', nearest: null },
    { code: 'store_unknown', text: 'Sotre A', nearest: 'Store A' },
  ],
  marketplace_unknown: [{ code: 'marketplace_unknown', text: 'Europe' }],
  marketplace_missing: [{ code: 'marketplace_missing', store: 'Store A', among: ['US', 'DE'] }],
  date_unknown: [{ code: 'date_unknown', text: 'last week' }],
  date_future: [
    { code: 'date_future', date: or, or: null },
    { code: 'date_future', date: or, or: date },
  ],
};
const REMARKS: { readonly [Code in Remark['code']]: Extract<Remark, { code: Code }> } = {
  date_ambiguous: { code: 'date_ambiguous', date, or },
  date_missing: { code: 'date_missing' },
  status_unknown: { code: 'status_unknown', text: 'pending?' },
  category_unknown: { code: 'category_unknown', text: 'misc' },
  no_reviewer: { code: 'no_reviewer' },
  store_new: { code: 'store_new', store: 'Store C' },
};

const ROW: ImportRow = {
  storeName: 'Store A',
  marketplace: 'US',
  category: 'other',
  subjects: [{ kind: 'asin', value: 'B0ABC12345' }],
  caseId: '12345678901',
  owner: personId('U0LINA'),
  calledOwner: null,
  date: or,
  status: 'awaiting_amazon',
  note: '',
};
const text = 'Store A US, 12345678901, B0ABC12345';
const bad = Object.values(PROBLEMS)
  .flat()
  .map((problem, i): CheckedRow => ({ line: i + 1, text, kind: 'bad', problems: [problem] }));
const ready = Object.values(REMARKS).map(
  (remark, i): CheckedRow => ({
    line: i + 30,
    text,
    kind: 'row',
    row: { ...ROW, ...(i === 1 ? { owner: null } : i === 2 ? { owner: null, calledOwner: 'Xiao Li' } : {}) },
    remarks: [remark],
  }),
);
const there: readonly CheckedRow[] = [
  { line: 40, text, kind: 'there', of: { number: caseNumber(42) }, shared: '12345678901' },
  { line: 41, text, kind: 'there', of: { line: 30 }, shared: 'B0ABC12345' },
];

export const importing: WriteChapter = (locale) => {
  const words = IMPORT[locale];
  const meta = { channel: null, threadTs: null, checked: null, file: null, names: [] as string[] };
  const form = { locale, meta, text: '', dayFirst: false, findings: null, banner: null, mayRead: true };
  const findings = (rows: readonly CheckedRow[]) => ({
    rows,
    linkOf: (number: number) => `<https://example.slack.com|#${number}>`,
    nameOf: () => 'Li Na',
  });
  const both = (say: (count: number) => string): string[] => [say(1), say(12)];
  return {
    title: 'Bringing in live cases',
    parts: [
      ['The form', plainView(importView(form))],
      ['Where Docket may not read files', plainView(importView({ ...form, mayRead: false }))],
      [
        'What was understood',
        plainView(
          importView({
            ...form,
            text,
            meta: { ...meta, names: ['Xiao Li'] },
            findings: findings([...bad, ...ready, ...there, { line: 50, text, kind: 'over' }]),
          }),
        ),
      ],
      [
        'Nothing of it can be brought in',
        plainView(importView({ ...form, text, findings: findings(bad.slice(0, 1)), banner: words.textFull })),
      ],
      ['A long list ends so', said(words.moreLines(1), words.moreLines(12))],
      [
        'Asked before it begins',
        said(...both(words.apply), ...both(words.owner), ...both(words.chooseOwner)),
      ],
      [
        'What can be wrong',
        said(
          words.empty,
          words.either,
          words.nothingRead,
          words.tooMany(620, 500),
          words.fileTooLarge,
          words.fileNotText,
          words.fileScope,
          words.fileAway,
        ),
      ],
      ['While it runs', said(...both(words.working))],
      [
        'What came of it',
        said(
          words.created(1, '#12'),
          words.created(3, numbers([caseNumber(12), caseNumber(13), caseNumber(50)])),
          words.noneCreated,
          words.already(1, '#11'),
          words.already(2, '#10–#11'),
          ...both(words.unownedLeft),
          words.failed,
          words.broken('K7Q2'),
        ),
      ],
      ['In the channel', said(words.note('Li Na', 1), words.note('Li Na', 38))],
      ['After @Docket import', said(words.needsButton, `[${words.open}]`)],
    ],
  };
};
