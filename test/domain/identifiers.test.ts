import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanText,
  MAX_SUBJECTS,
  parseCaseId,
  parseIdentifiers,
  type SubjectKind,
  subjectKey,
} from '../../src/domain/identifiers.ts';

const CAPITALS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const DIGITS = CAPITALS.slice(0, 10);
const some = (from: string[], length: number) =>
  fc.string({ unit: fc.constantFrom(...from), minLength: length, maxLength: length });
const asins = some(CAPITALS, 8).map((tail) => `B0${tail}`);
const orders = fc.tuple(some(DIGITS, 3), some(DIGITS, 7), some(DIGITS, 7)).map((parts) => parts.join('-'));
const shipments = some(CAPITALS, 8).map((tail) => `FBA1${tail}`);
const fnskus = some(CAPITALS, 8).map((tail) => `X0${tail}`);
const known = fc.oneof(asins, orders, shipments, fnskus);
const caseIds = fc.integer({ min: 10, max: 12 }).chain((length) => some(DIGITS, length));

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const keys = (raw: string, expected: readonly SubjectKind[] = []) =>
  parseIdentifiers(raw, expected).subjects.map(subjectKey);
const reasons = (raw: string, expected: readonly SubjectKind[] = []) =>
  parseIdentifiers(raw, expected).problems.map(({ line, reason }) => `${line} ${reason}`);

describe('the field Identifiers', () => {
  it('knows things by their form', () => {
    expect(keys('B0ABC12345')).toEqual(['asin:B0ABC12345']);
    expect(keys('b0abc12345')).toEqual(['asin:B0ABC12345']);
    expect(keys('𝐁𝟎𝐀𝐁𝐂𝟏𝟐𝟑𝟒𝟓'), 'in letters of mathematics').toEqual(['asin:B0ABC12345']);
    expect(keys('112-1234567-7654321')).toEqual(['order:112-1234567-7654321']);
    expect(keys('11212345677654321')).toEqual(['order:112-1234567-7654321']);
    expect(keys('FBA15ABCDEF2')).toEqual(['shipment:FBA15ABCDEF2']);
    expect(keys('X0012ABCDE')).toEqual(['fnsku:X0012ABCDE']);
    expect(keys('080442957X')).toEqual(['asin:080442957X']);
  });

  it('takes a box for its shipment', () => {
    expect(keys('FBA15ABCDEF2U000001\nFBA15ABCDEF2U000002')).toEqual(['shipment:FBA15ABCDEF2']);
    expect(keys('FBA15ABCDEU000001')).toEqual(['sku:FBA15ABCDEU000001']);
    expect(keys('FBA15ABCDE2U000001')).toEqual(['shipment:FBA15ABCDE2']);
  });

  it('is not misled by words of the same form, nor by identifiers inside longer ones', () => {
    expect(keys('BASKETBALL\nFBAINVENTORY\nBluetooth5\nB0ABC12345-US')).toEqual([
      'sku:BASKETBALL',
      'sku:FBAINVENTORY',
      'sku:BLUETOOTH5',
      'sku:B0ABC12345-US',
    ]);
    expect(keys('080442957Y'), 'wrong check digit').toEqual(['sku:080442957Y']);
  });

  it('asks about a bare number that may be a Case ID, a book or a settlement', () => {
    expect(reasons('0306406152')).toEqual(['1 ambiguous_case_id']);
    expect(reasons('\n12345678901\n123456789012')).toEqual(['2 ambiguous_case_id', '3 ambiguous_case_id']);
    expect(keys('0306406152')).toEqual([]);
  });

  it('lets a label, a heading, a sign or the category answer', () => {
    expect(keys('ASIN: 0306406152')).toEqual(['asin:0306406152']);
    expect(keys('Case ID: 0306406152')).toEqual(['case_id:0306406152']);
    expect(keys('#12345678901')).toEqual(['case_id:12345678901']);
    expect(keys('Settlement ID\n12345678901\n12345678902')).toEqual([
      'settlement:12345678901',
      'settlement:12345678902',
    ]);
    expect(keys('12345678901', ['settlement'])).toEqual(['settlement:12345678901']);
    expect(reasons('0306406152', ['asin', 'sku'])).toEqual(['1 ambiguous_case_id']);
    expect(keys('Complaint ID 12345678901')).toEqual(['complaint:12345678901']);
    expect(keys('88123456', ['trademark'])).toEqual(['trademark:88123456']);
  });

  it('reads labels in both languages, with any colon or none', () => {
    expect(keys('订单号：112-1234567-7654321')).toEqual(['order:112-1234567-7654321']);
    expect(keys('订单112-1234567-7654321')).toEqual(['order:112-1234567-7654321']);
    expect(keys('货件编号 FBA15ABCDEF2')).toEqual(['shipment:FBA15ABCDEF2']);
    expect(keys('案件编号：12345678901')).toEqual(['case_id:12345678901']);
    expect(keys('SKU: RED-01, BLUE-02')).toEqual(['sku:RED-01', 'sku:BLUE-02']);
    expect(keys('FNSKU: B0ABC12345'), 'an FNSKU may be the ASIN').toEqual(['asin:B0ABC12345']);
    expect(keys('移除订单号：REM-2026-1')).toEqual(['removal:REM-2026-1']);
    expect(keys('SKU-001'), 'no label').toEqual(['sku:SKU-001']);
    expect(keys('Order fulfilment'), 'no label').toEqual(['other:ORDER FULFILMENT']);
  });

  it('says where a labelled value cannot be one', () => {
    expect(parseIdentifiers('ASIN: B0ABC12345\nOrder: 123')).toEqual({
      subjects: [{ kind: 'asin', value: 'B0ABC12345' }],
      problems: [{ line: 2, text: 'Order: 123', reason: 'not_an_identifier' }],
    });
    expect(reasons('ASIN: 1234567890'), 'wrong check digit').toEqual(['1 not_an_identifier']);
  });

  it('takes short references that only the team understands, but no sentences', () => {
    expect(keys('Blue widget, large')).toEqual(['other:BLUE WIDGET, LARGE']);
    expect(keys('Anker', ['other', 'asin'])).toEqual(['other:ANKER']);
    expect(keys('蓝色-大号-001')).toEqual(['sku:蓝色-大号-001']);
    expect(reasons('My listing was removed yesterday, please help me.')).toEqual(['1 not_an_identifier']);
    expect(reasons('为什么我的链接被删了？')).toEqual(['1 not_an_identifier']);
    expect(reasons('B0ABC12345 lost the buy box')).toEqual(['1 not_an_identifier']);
    expect(keys('B0ABC12345 lost the buy box')).toEqual(['asin:B0ABC12345']);
    expect(reasons('x'.repeat(61))).toEqual(['1 too_long']);
    expect(keys('x'.repeat(60))).toHaveLength(1);
  });

  it('reads links to products, orders and cases', () => {
    expect(keys('https://www.amazon.com/Some-Name/dp/B0ABC12345/ref=sr_1_1?pd_rd_i=B0ZZZ99999')).toEqual([
      'asin:B0ABC12345',
    ]);
    expect(keys('https://www.amazon.com/dp/0306406152')).toEqual(['asin:0306406152']);
    expect(keys('https://sellercentral.amazon.com/orders-v3/order/112-1234567-7654321')).toEqual([
      'order:112-1234567-7654321',
    ]);
    expect(keys('https://sellercentral.amazon.com/cu/case-dashboard/view-case?caseID=12345678901')).toEqual([
      'case_id:12345678901',
    ]);
    expect(reasons('https://example.com/')).toEqual(['1 not_an_identifier']);
  });

  it('stops at two hundred, and says so', () => {
    const lines = Array.from({ length: 203 }, (_, i) => `B0${String(i).padStart(8, '0')}`);
    const { subjects, problems } = parseIdentifiers(lines.join('\n'));
    expect(subjects).toHaveLength(MAX_SUBJECTS);
    expect(problems).toEqual([{ line: 201, text: 'B000000200', reason: 'too_many' }]);
    expect(parseIdentifiers([...lines.slice(0, 200), 'B000000000'].join('\n')).problems).toEqual([]);
  });

  it('finds the same whatever stands between, in any width, case and order of repetition', () => {
    const between = fc.constantFrom('\n', ', ', '，', '、', '; ', '；', ' ', '\t', '\r\n', ' \n\n ');
    const dress = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toLowerCase(),
      fullWidth,
      (text) => `\u200B${text}\u202C`,
      (text) => text.replaceAll('-', '–'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(known, between, dress), { minLength: 1, maxLength: 20 }), (list) => {
        const raw = list.map(([value, separator, dressed]) => dressed(value) + separator).join('');
        const { subjects, problems } = parseIdentifiers(raw + raw);
        expect(problems).toEqual([]);
        expect(subjects.map(({ value }) => value)).toEqual([...new Set(list.map(([value]) => value))]);
      }),
    );
  });

  it('answers to anything, once for each thing, in lines that exist', () => {
    const junk = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(
        fc.oneof(
          junk,
          fc.array(fc.oneof(junk, known, caseIds)).map((lines) => lines.join('\n')),
        ),
        (raw) => {
          const { subjects, problems } = parseIdentifiers(raw);
          const claimed = subjects.map(subjectKey);
          expect(new Set(claimed).size).toBe(claimed.length);
          expect(claimed.every((key) => !/[\0\n\u200B\u202E]|\p{Cs}/u.test(key))).toBe(true);
          const lines = cleanText(raw).split('\n').length;
          expect(
            problems.every(({ line, text }) => line >= 1 && line <= lines && [...text].length <= 80),
          ).toBe(true);
        },
      ),
    );
  });
});

describe('a claim key', () => {
  it('is the same however the thing was typed', () => {
    expect(subjectKey({ kind: 'sku', value: 'red–01 ' })).toBe('sku:RED-01');
    expect(subjectKey({ kind: 'sku', value: 'ＲＥＤ－０１' })).toBe('sku:RED-01');
    expect(subjectKey({ kind: 'other', value: 'Blue  widget' })).toBe('other:BLUE WIDGET');
    expect(subjectKey({ kind: 'asin', value: 'B0ABC12345' })).toBe('asin:B0ABC12345');
  });
});

describe('a pasted Case ID', () => {
  const id = (raw: string) => parseCaseId(raw);
  const found = { kind: 'case_id', id: '12345678901' };
  const problem = (reason: string) => ({ kind: 'problem', reason });

  it('is found in every form in which people paste it', () => {
    for (const raw of [
      '12345678901',
      ' #12345678901 ',
      'Case ID: 12345678901',
      'case id 12345678901.',
      'Case ID is 12345678901',
      '１２３４５６７８９０１',
      '案件编号：12345678901',
      '案件12345678901已提交',
      'https://sellercentral.amazon.com/cu/case-dashboard/view-case?caseID=12345678901&ie=UTF8',
      'https://sellercentral.amazon.co.jp/x?y=1&caseId=12345678901',
      '<https://sellercentral.amazon.com/x?caseID=12345678901|Case>',
      '[Case ID:12345678901] Your Help Needed - order 112-1234567-7654321',
      'RE:[CASE 12345678901] Inbound shipment',
      'Opened as case 12345678901, call-back at +1 206 555 1234, ref 9876543210',
      'I opened a case 2 days ago: 12345678901',
      '12345678901\n12345678901',
      '\u200E12345678901\u200B',
    ])
      expect(id(raw), raw).toEqual(found);
  });

  it('is missed for a reason', () => {
    expect(id('')).toEqual(problem('none'));
    expect(id('submitted!')).toEqual(problem('none'));
    expect(id('112-1234567-7654321')).toEqual(problem('looks_like_order'));
    expect(id('11212345677654321')).toEqual(problem('looks_like_order'));
    expect(id('Case ID: 112-1234567-7654321')).toEqual(problem('looks_like_order'));
    expect(id('[CASE 171234567890123] from AWS')).toEqual(problem('wrong_length'));
    expect(id('123456789')).toEqual(problem('wrong_length'));
    expect(id('12345678901 12345678902')).toEqual(problem('several'));
    expect(id('FBA1234567890')).toEqual(problem('none'));
    expect(id('+12065551234')).toEqual(problem('none'));
  });

  it('survives any words around it, and no longer number is cut down to one', () => {
    const words = fc.string({ unit: fc.constantFrom(...'abc ,。案：'.split('')), maxLength: 20 });
    fc.assert(
      fc.property(words, caseIds, words, (before, number, after) => {
        expect(id(`${before} ${number} ${after}`)).toEqual({ kind: 'case_id', id: number });
        expect(id(`${before} ${number}123 ${after}`).kind).toBe('problem');
      }),
    );
  });

  it('never makes the parser fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        expect(['case_id', 'problem']).toContain(id(raw).kind);
      }),
    );
  });
});

describe('prose', () => {
  it('keeps what people wrote, emoji and full width included', () => {
    const text = 'Buy Box 丢了，怎么办？\n\t👨‍👩‍👧 ❤️‍🔥 １２３ ﬁ é';
    expect(cleanText(text)).toBe(text);
  });

  it('loses what can’t be seen or stored', () => {
    expect(cleanText('a\0b\u200Bc\u202Ed\uFEFFe\uD800f\u0007g\u200Dh\u2066i')).toBe('abcdefghi');
    expect(cleanText('one\r\ntwo\rthree\u2028four')).toBe('one\ntwo\nthree\nfour');
  });

  it('is clean after cleaning', () => {
    const wild = fc.string({
      unit: fc.constantFrom(
        'a',
        '\0',
        '\u200B',
        '\u200D',
        '👩',
        '🏽',
        '\uD83D',
        '\uDC00',
        '\r',
        '\n',
        '\u202E',
        '\uFE0F',
      ),
    });
    fc.assert(
      fc.property(wild, (raw) => {
        const clean = cleanText(raw);
        expect(cleanText(clean)).toBe(clean);
        expect(clean).not.toMatch(/[\0\r\u200B\u202E]|\p{Cs}/u);
      }),
    );
  });
});
