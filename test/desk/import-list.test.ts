import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/desk/import/table.ts';
import { personId } from '../../src/domain/ids.ts';
import { readList } from '../../src/domain/import/read.ts';
import type { ImportRow, Known, ReadRow } from '../../src/domain/import/row.ts';
import { statusOf } from '../../src/domain/import/words.ts';
import { TERMS } from '../../src/i18n/terms.ts';

const KNOWN: Known = {
  stores: [
    { name: 'Store A', marketplaces: ['DE', 'US'] },
    { name: '宁波店', marketplaces: ['US'] },
  ],
  people: [
    { id: personId('U0LINA'), name: 'Li Na' },
    { id: personId('U0WANG'), name: '王伟' },
    { id: personId('U0ONE'), name: 'Sam' },
    { id: personId('U0TWO'), name: 'Sam' },
  ],
  today: { year: 2026, month: 11, day: 24 },
  dayFirst: false,
  called: new Map(),
};
const ONE_STORE: Known = { ...KNOWN, stores: [{ name: 'Store A', marketplaces: ['US'] }] };

const read = (text: string, known = KNOWN): ReadRow[] => readList(readTable(text), known);
const rows = (text: string, known = KNOWN): ImportRow[] =>
  read(text, known).flatMap((one) => (one.kind === 'row' ? [one.row] : []));
const problems = (text: string, known = KNOWN) =>
  read(text, known).flatMap((one) => (one.kind === 'bad' ? one.problems : []));

const WHOLE: ImportRow = {
  storeName: 'Store A',
  marketplace: 'US',
  category: 'other',
  subjects: [{ kind: 'asin', value: 'B0ABC12345' }],
  caseId: '12345678901',
  owner: personId('U0LINA'),
  calledOwner: null,
  date: { year: 2026, month: 11, day: 3 },
  status: 'awaiting_amazon',
  note: '',
};

describe('a list of live cases', () => {
  it.each([
    ['commas', 'Store A US,12345678901,B0ABC12345,Li Na,2026-11-03,waiting'],
    [
      'full-width commas and digits',
      'Store A US，１２３４５６７８９０１，Ｂ０ＡＢＣ１２３４５，@Li Na，2026年11月3日，等待回复',
    ],
    ['tabs, as from a sheet', 'Store A\tUS\t12345678901\tB0ABC12345\tLi Na\t11月3日\tPending Amazon action'],
    ['semicolons', 'Store A; US; 12345678901; B0ABC12345; Li Na; 3 Nov; Work in progress'],
    ['full-width semicolons', 'Store A；美国站；12345678901；B0ABC12345；Li Na；11月3日；处理中'],
    ['bars', '| Store A | US | 12345678901 | B0ABC12345 | Li Na | Nov 3, 2026 | open |'],
    ['full-width bars', 'Store A｜US｜12345678901｜B0ABC12345｜Li Na｜2026-11-03｜已提交'],
    ['any order', '2026-11-03,Li Na,B0ABC12345,open,US,12345678901,Store A'],
    ['a mention', 'Store A US,12345678901,B0ABC12345,<@U0LINA|li>,2026-11-03'],
    [
      'a heading in English',
      'Owner,Case ID,ASIN,Store,Marketplace,Date\nLi Na,12345678901,B0ABC12345,store a,us,2026-11-03',
    ],
    [
      'a heading in Chinese',
      '店铺\t站点\t案件号\t编号\t负责人\t提交日期\t状态\nStore A\t美国\t12345678901\tB0ABC12345\tLi Na\t11月3日\t等亚马逊回复',
    ],
    [
      'quotes, CRLF and a mark in front',
      '\uFEFF"Store A","US","12345678901","B0ABC12345","Li Na","2026-11-03"\r\n\r\n',
    ],
  ])('is read with %s', (_, text) => {
    expect(rows(text)).toEqual([WHOLE]);
  });

  it('keeps line breaks inside quotes, and counts the lines of the file', () => {
    const text =
      'Case ID,ASIN,Store,Marketplace,Note\n12345678901,"B0ABC12345\nB0ABC12346",Store A,US,"two\nlines"\n,,Store A,US,\n';
    const [one, two] = read(text);
    expect(one).toMatchObject({ line: 2, row: { note: 'two\nlines', subjects: [{}, {}] } });
    expect(two).toMatchObject({ line: 5, kind: 'bad', problems: [{ code: 'no_subject' }] });
  });

  it('reads Amazon’s own export of the case log, whatever else stands in it', () => {
    const text =
      'Case ID,Subject,Status,Latest reply,Created by,Something else\n' +
      '12345678901,Buy Box lost,Pending Amazon Action,11/13/2026 10:15 AM PST,x,y\n' +
      '12345678902,Refund,Answered,11/14/2026,x,y\n12345678903,Old,Closed,11/14/2026,x,y';
    expect(read(text, ONE_STORE)).toMatchObject([
      { row: { caseId: '12345678901', status: 'awaiting_amazon', note: 'Buy Box lost', date: { day: 13 } } },
      { row: { caseId: '12345678902', status: 'action_needed' } },
      { kind: 'over', line: 4 },
    ]);
  });

  it('takes Case IDs alone where there is one store, each as its own subject', () => {
    expect(rows('12345678901\n１２３４５６７８９０２', ONE_STORE)).toMatchObject([
      { storeName: 'Store A', caseId: '12345678901', subjects: [{ kind: 'case_id', value: '12345678901' }] },
      { caseId: '12345678902' },
    ]);
  });

  it('takes ten digits in the column of Case IDs for one, be it an ISBN too', () => {
    const text = '店铺,Case ID,ASIN,站点\n宁波店,0306406152,0306406152,US';
    expect(rows(text)).toMatchObject([
      { caseId: '0306406152', subjects: [{ kind: 'asin', value: '0306406152' }] },
    ]);
  });

  it.each([
    ['113-1234567-1234567', 'looks_like_order'],
    ['11312345671234567', 'looks_like_order'],
    ['1.23457E+10', 'shortened_by_excel'],
    ['12345678', 'wrong_length'],
    ['12345678901 / 12345678902', 'several'],
    ['see mail', 'none'],
  ])('says of the Case ID %s why it is none', (caseId, reason) => {
    expect(problems(`Store,Marketplace,Case ID,ASIN\nStore A,US,${caseId},B0ABC12345`)).toEqual([
      { code: 'case_id', text: caseId, reason },
    ]);
  });

  it('names the nearest store, and makes a new one only if its marketplace is given', () => {
    expect(problems('Stroe A US,12345678901')).toEqual([
      { code: 'store_unknown', text: 'Stroe A', nearest: 'Store A' },
    ]);
    expect(problems('Bright Lamps,12345678901')).toEqual([
      { code: 'store_unknown', text: 'Bright Lamps', nearest: null },
    ]);
    expect(read('Bright Lamps UK,12345678901')).toMatchObject([
      { row: { storeName: 'Bright Lamps', marketplace: 'UK' }, remarks: [{ code: 'store_new' }, {}] },
    ]);
    expect(problems('Store A,12345678901')).toEqual([
      { code: 'marketplace_missing', store: 'Store A', among: ['DE', 'US'] },
    ]);
    expect(problems('Case ID,ASIN\n12345678901,B0ABC12345')).toEqual([{ code: 'store_missing' }]);
  });

  it('finds an owner by the very name only', () => {
    const owner = (name: string, called: Known['called'] = new Map()) =>
      rows(`Store,Case ID,Owner\n宁波店,12345678901,${name}`, { ...KNOWN, called })[0];
    expect(owner('＠王伟')).toMatchObject({ owner: 'U0WANG', calledOwner: null });
    expect(owner('LI  NA')).toMatchObject({ owner: 'U0LINA' });
    expect(owner('Sam')).toMatchObject({ owner: null, calledOwner: 'Sam' });
    expect(owner('小王')).toMatchObject({ owner: null, calledOwner: '小王' });
    expect(owner('小王', new Map([['小王', personId('U0WANG')]]))).toMatchObject({ owner: 'U0WANG' });
    expect(owner('-')).toMatchObject({ owner: null, calledOwner: null });
  });

  it('keeps an unknown status or type as a note, and says so', () => {
    const text = 'Store,Case ID,Status,Type,Date,Note\n宁波店,12345678901,limbo,riddle,2026-11-03,Call them';
    expect(read(text)).toMatchObject([
      {
        row: { status: 'awaiting_amazon', category: 'other', note: 'Call them\nlimbo\nriddle' },
        remarks: [{ code: 'status_unknown' }, { code: 'category_unknown' }],
      },
    ]);
    expect(rows('Store,Case ID,Type\n宁波店,12345678901,购物车')).toMatchObject([
      { category: 'featured_offer' },
    ]);
  });

  it('says what is wrong with a date', () => {
    const dated = (date: string) => `Store,Case ID,Date\n宁波店,12345678901,${date}`;
    expect(problems(dated('2027-01-01'))).toMatchObject([{ code: 'date_future' }]);
    expect(problems(dated('last week'))).toEqual([{ code: 'date_unknown', text: 'last week' }]);
    expect(read(dated('3/11/2026'))).toMatchObject([
      {
        row: { date: { month: 3, day: 11 } },
        remarks: [{ code: 'date_ambiguous', or: { month: 11, day: 3 } }],
      },
    ]);
  });

  it('understands every status as Docket writes it, in both languages', () => {
    for (const locale of ['en', 'zh-CN'] as const)
      for (const [status, word] of Object.entries(TERMS[locale].statuses))
        expect(statusOf(word)).toBe(status);
  });

  it('reads a quote that is never closed as a sign', () => {
    expect(rows('Store A US,12345678901,"24 inch screen\n宁波店,12345678902,B0ABC12345')).toMatchObject([
      { caseId: '12345678901' },
      { caseId: '12345678902' },
    ]);
  });
});

/** What a person may type, and what breaks parsers. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ',',
        '，',
        '\t',
        '|',
        '"',
        '\n',
        '\r\n',
        '\uFEFF',
        '店铺',
        'Case ID',
        '12345678901',
        'B0ABC12345',
        '11/3',
        '<@U0LINA>',
        ' ',
        '状态',
        '未',
        '\u0000',
        'E+10',
        '3 Nov',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
);

const digits = (length: number) =>
  fc
    .integer({ min: 1, max: 9 })
    .chain((first) =>
      fc
        .array(fc.integer({ min: 0, max: 9 }), { minLength: length - 1, maxLength: length - 1 })
        .map((rest) => [first, ...rest].join('')),
    );
const someRow = fc.record({
  storeName: fc.constantFrom('Store A', '宁波店'),
  marketplace: fc.constantFrom('US' as const, 'DE' as const),
  caseId: digits(11),
  asin: digits(5).map((tail) => `B0ABC${tail}`),
  owner: fc.constantFrom('Li Na', '王伟'),
  date: fc.record({ month: fc.integer({ min: 1, max: 10 }), day: fc.integer({ min: 1, max: 28 }) }),
  status: fc.constantFrom('Waiting for Amazon', '待我方处理', 'solved', '准备中'),
  note: fc.constantFrom('', 'Said "soon", twice', 'two\nlines', '货丢了，没人管'),
});
const COLUMNS = [
  ['Store', (r: Some) => r.storeName],
  ['站点', (r: Some) => r.marketplace],
  ['Case ID', (r: Some) => r.caseId],
  ['ASIN', (r: Some) => r.asin],
  ['负责人', (r: Some) => r.owner],
  ['Date', (r: Some) => `2026-${r.date.month}-${r.date.day}`],
  ['状态', (r: Some) => r.status],
  ['备注', (r: Some) => r.note],
] as const;
type Some = typeof someRow extends fc.Arbitrary<infer R> ? R : never;

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const written = (all: readonly Some[], columns: readonly (typeof COLUMNS)[number][], sign: string): string =>
  [columns.map(([name]) => name), ...all.map((row) => columns.map(([, cell]) => quoted(cell(row))))]
    .map((cells) => cells.join(sign))
    .join('\r\n');

describe('whatever is pasted', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(Array.isArray(read(text))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives back what was written, in any order of columns and with any separator', () => {
    const some = fc.tuple(
      fc.array(someRow, { minLength: 1, maxLength: 5 }),
      fc.shuffledSubarray([...COLUMNS], { minLength: COLUMNS.length }),
      fc.constantFrom(',', ';', '\t', '|'),
    );
    fc.assert(
      fc.property(some, ([all, columns, sign]) => {
        expect(rows(written(all, columns, sign))).toEqual(
          all.map((row) => ({
            storeName: row.storeName,
            marketplace: row.marketplace,
            category: 'other',
            subjects: [{ kind: 'asin', value: row.asin }],
            caseId: row.caseId,
            owner: row.owner === 'Li Na' ? 'U0LINA' : 'U0WANG',
            calledOwner: null,
            date: { year: 2026, ...row.date },
            status: statusOf(row.status),
            note: row.note,
          })),
        );
      }),
    );
  });
});
