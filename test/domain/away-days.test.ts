import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDays, writeDays } from '../../src/domain/away/days.ts';
import { addDays, type LocalDate } from '../../src/domain/local-time.ts';
import { LOCALES } from '../../src/domain/locale.ts';
import { dayInWords, daysInWords } from '../../src/i18n/days.ts';

const day = (year: number, month: number, d: number): LocalDate => ({ year, month, day: d });
/** A Wednesday. */
const TODAY = day(2026, 9, 16);
const read = (text: string, today = TODAY): string => {
  const found = readDays(text, today);
  return found.ok ? writeDays(found) : found.why;
};

const GOLDEN_WEEK = '2026-10-01..2026-10-08';

describe('days away', () => {
  test.each([
    '10/1-10/8',
    '10/1 - 10/8',
    '１０／１－１０／８',
    '10/1~10/8',
    '10/1-8',
    'Oct 1 to Oct 8',
    'October 1st – 8th',
    'Oct. 1-8, 2026',
    'from Thu, Oct 1 until Thu, Oct 8',
    '1-8 Oct',
    '1 to 8 October',
    '1 Oct - 8 Oct 2026',
    '2026-10-01..2026-10-08',
    '2026/10/1 到 2026/10/8',
    '10月1日到8日',
    '10月1日-10月8日',
    '10月1号至8号',
    '１０月１日～８日',
    '2026年10月1日到10月8日',
    '10月1-8日',
    '10月1日起8天',
    'Oct 1 for 8 days',
    'OCT 1 TO OCT 8.',
  ])('are read from “%s”', (text) => {
    expect(read(text)).toBe(GOLDEN_WEEK);
  });

  test.each([
    ['today', '2026-09-16..2026-09-16'],
    ['今天', '2026-09-16..2026-09-16'],
    ['tomorrow', '2026-09-17..2026-09-17'],
    ['明天', '2026-09-17..2026-09-17'],
    ['后天', '2026-09-18..2026-09-18'],
    ['明天到后天', '2026-09-17..2026-09-18'],
    ['tomorrow to Oct 2', '2026-09-17..2026-10-02'],
    ['this week', '2026-09-16..2026-09-20'],
    ['本周', '2026-09-16..2026-09-20'],
    ['next week', '2026-09-21..2026-09-27'],
    ['下周', '2026-09-21..2026-09-27'],
    ['3 days', '2026-09-16..2026-09-18'],
    ['３天', '2026-09-16..2026-09-18'],
    ['2 weeks', '2026-09-16..2026-09-29'],
    ['明天起3天', '2026-09-17..2026-09-19'],
    ['10月1日', '2026-10-01..2026-10-01'],
  ])('near today: “%s”', (text, days) => {
    expect(read(text)).toBe(days);
  });

  test('without a year lie in the one in which they are not over', () => {
    expect(read('1/4-1/8')).toBe('2027-01-04..2027-01-08');
    expect(read('12/28-1/5')).toBe('2026-12-28..2027-01-05');
    expect(read('12/28-1/5', day(2027, 1, 3)), 'begun already').toBe('2026-12-28..2027-01-05');
    expect(read('9/14-9/18'), 'begun already').toBe('2026-09-14..2026-09-18');
    expect(read('9/15')).toBe('2027-09-15..2027-09-15');
  });

  test.each([
    ['10/8-10/1', 'backwards'],
    ['2026-10-08..2026-10-01', 'backwards'],
    ['2025-10-01..2025-10-08', 'past'],
    ['10/1-12/31', 'long'],
    ['91 days', 'long'],
    ['2/30', 'unknown'],
    ['13/1', 'unknown'],
    ['', 'unknown'],
    ['soon', 'unknown'],
    ['10/1-10/8 and then some', 'unknown'],
    ['0 days', 'unknown'],
    ['octopus 1', 'unknown'],
  ])('“%s” is refused: %s', (text, why) => {
    expect(read(text)).toBe(why);
  });

  test('the longest absence is read', () => {
    expect(read('90 days')).toBe('2026-09-16..2026-12-14');
  });

  const spans = fc
    .record({ start: fc.integer({ min: 0, max: 200 }), length: fc.integer({ min: 0, max: 89 }) })
    .map(({ start, length }) => {
      const from = addDays(TODAY, start);
      return { from, to: addDays(from, length) };
    });

  test('what is written, by machine or in words of either language, is read back the same', () => {
    fc.assert(
      fc.property(spans, (days) => {
        expect(read(writeDays(days))).toBe(writeDays(days));
        for (const locale of LOCALES) expect(read(daysInWords(days, locale))).toBe(writeDays(days));
      }),
    );
  });

  test('nothing that is typed makes it fail, and what it reads is in order', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '10',
        '/',
        '1',
        '-',
        '月',
        '日',
        '到',
        ' ',
        'oct',
        'to',
        '2026',
        '周',
        '天',
        '..',
        '99999',
        '0',
      ),
      { maxLength: 12 },
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      pieces.map((all) => all.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const found = readDays(text, TODAY);
        const [from, to] = found.ok ? writeDays(found).split('..') : ['', ''];
        expect((from ?? '') <= (to ?? '')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('a day in words names its month', () => {
  expect(dayInWords(day(2026, 10, 1), 'en')).toBe('Thu Oct 1, 2026');
  expect(dayInWords(day(2026, 10, 1), 'zh-CN')).toBe('2026年10月1日周四');
});
