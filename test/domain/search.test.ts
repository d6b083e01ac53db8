import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../src/domain/events.ts';
import { MOST_TERMS, queryOf, termsOf } from '../../src/domain/search/terms.ts';
import { OPENING } from '../support/story.ts';

const opened = (problem: string): CaseEvent => {
  const { type: _, different: __, ...rest } = OPENING;
  return { ...rest, type: 'opened', different: null, problem };
};

/** Whether what is typed finds a case about this, by the same rule as the database's. */
function finds(typed: string, ...events: CaseEvent[]): boolean {
  const terms = new Set(termsOf(events));
  const query = queryOf(typed);
  if (query.terms.length === 0) return false;
  return query.match === 'any'
    ? query.terms.some((term) => terms.has(term))
    : query.terms.every((term) => terms.has(term));
}

describe('a case is found by', () => {
  test.each([
    ['a Chinese word of two characters', '购物', '昨天丢了购物车，很着急'],
    ['a longer one', '丢了购物车', '昨天丢了购物车，很着急'],
    ['one character', '丢', '昨天丢了购物车，很着急'],
    ['two words in any order', '着急 购物车', '昨天丢了购物车，很着急'],
    ['traditional forms of signs: full width letters', 'ＢＵＹ ｂｏｘ', 'The Buy Box is gone'],
    ['one of many', 'listing', 'Two listings are gone'],
    ['many of one', 'Listings', 'The listing is gone'],
    ['words that were joined otherwise', 'follow-up', 'Follow up on this'],
    ['Japanese', 'カタログ', 'カタログの変更が拒否された'],
    ['an order in one piece', '11212345671234567', 'Order 112-1234567-1234567 was lost'],
    ['a part of a joined word', 'blue', 'SKU blue-widget_12 is stranded'],
    ['an ASIN in full width', 'Ｂ０ＸＹＺ９８７６５', 'Also B0XYZ98765'],
    ['its store', 'store a', 'Nothing else'],
    ['a pasted link', 'https://www.amazon.com/dp/B0ABC12345?th=1', 'Nothing else'],
  ])('%s', (_, typed, problem) => {
    expect(finds(typed, opened(problem))).toBe(true);
  });

  test.each([
    ['its characters in another order', '物购', '购物车'],
    ['one word of two that is missing', 'box shipment', 'The Buy Box is gone'],
    ['another ASIN', 'B0ABC12346', 'The Buy Box is gone'],
    ['signs only', '!!! % _ \\', 'The Buy Box is gone!!!'],
  ])('not by %s', (_, typed, problem) => {
    expect(finds(typed, opened(problem))).toBe(false);
  });

  test.each([
    '12345678901',
    '#12345678901',
    'Case ID: １２３４５６７８９０１',
    '[CASE 12345678901] Your listing',
  ])('its Case ID, pasted as %s', (typed) => {
    const reference = { kind: 'case_id', id: '12345678901' } as const;
    expect(finds(typed, opened('x'), { type: 'submitted', reference })).toBe(true);
  });

  test('what was noted and what Amazon answered', () => {
    const noted: CaseEvent = { type: 'noted', text: '供应商发票周一到' };
    const reply: CaseEvent = {
      type: 'amazon_replied',
      meaning: 'needs_us',
      text: 'Please provide the invoice',
      promisedAt: null,
      deadline: null,
    };
    expect(finds('发票', noted)).toBe(true);
    expect(finds('invoices', reply)).toBe(true);
    expect(finds('发票', reply)).toBe(false);
  });
});

test.each([
  ['42', 42],
  ['#42', 42],
  ['＃４２', 42],
  ['B0ABC12345', null],
  ['0', null],
  ['42 boxes', null],
])('%s names the case %s', (typed, number) => {
  expect(queryOf(typed).number).toBe(number);
});

test('a long text keeps its identifiers and stays within bounds', () => {
  const long = Array.from({ length: 5_000 }, (_, i) => `word${i} ${String.fromCodePoint(0x4e00 + i)}`).join(
    '',
  );
  const terms = termsOf([opened(`${long} ${'x'.repeat(40_000)}`)]);
  expect(terms).toHaveLength(MOST_TERMS);
  expect(terms[0]).toBe('b0abc12345');
  expect(Math.max(...terms.map((term) => term.length))).toBeLessThanOrEqual(64);
  expect(queryOf(long).terms.length).toBeLessThanOrEqual(40);
});
