import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/domain/import/dates.ts';

const TODAY = { year: 2026, month: 11, day: 24 };
const read = (text: string, dayFirst = false) => readDate(text, { today: TODAY, dayFirst });
const on = (year: number, month: number, day: number) => ({ year, month, day });

describe('a date in a list', () => {
  it.each([
    ['2026-11-03', on(2026, 11, 3)],
    ['2026/11/3', on(2026, 11, 3)],
    ['2026.11.03', on(2026, 11, 3)],
    ['２０２６－１１－０３', on(2026, 11, 3)],
    ['2026年11月3日', on(2026, 11, 3)],
    ['2026年11月3号', on(2026, 11, 3)],
    ['11月3日', on(2026, 11, 3)],
    ['12月30日', on(2025, 12, 30)],
    ['3 Nov', on(2026, 11, 3)],
    ['3rd November 2026', on(2026, 11, 3)],
    ['Nov 3, 2026', on(2026, 11, 3)],
    ['Sept 9', on(2026, 9, 9)],
    ['Tue, Nov 3, 2026', on(2026, 11, 3)],
    ['3-Nov-2026', on(2026, 11, 3)],
    ['11/13/2026', on(2026, 11, 13)],
    ['13/11/2026', on(2026, 11, 13)],
    ['13.11.26', on(2026, 11, 13)],
    ['10/10', on(2026, 10, 10)],
    ['2026-11-03 14:05:09', on(2026, 11, 3)],
    ['2026-11-03T14:05:09Z', on(2026, 11, 3)],
    ['11/13/2026 10:15 AM PST', on(2026, 11, 13)],
    ['2024-11-29', on(2024, 11, 29)],
    ['Feb 28, 2026', on(2026, 2, 28)],
  ])('reads %s', (text, date) => {
    expect(read(text)).toEqual({ kind: 'date', date, or: null });
  });

  it.each(
    [
      ['', 'soon', '2026-13-01', '2026-02-29', '31/31/2026', '45984', '4/5/6/7', 'Novembre 3', '3 Novel'],
      ['1999-11-03', '11月31日', '3', '12345678901', '2026-11', 'B0ABC12345', '1-1-1-1'],
    ]
      .flat()
      .map((text) => [text]),
  )('takes %o for no date', (text) => {
    expect(read(text)).toEqual({ kind: 'none' });
  });

  it('says that a day is still to come', () => {
    expect(read('2026-11-25')).toEqual({ kind: 'future', date: on(2026, 11, 25), or: null });
    expect(read('12/25/2026')).toEqual({ kind: 'future', date: on(2026, 12, 25), or: null });
  });

  it('names both readings where day and month could be either', () => {
    const [march, november] = [on(2026, 3, 11), on(2026, 11, 3)];
    expect(read('3/11/2026')).toEqual({ kind: 'date', date: march, or: november });
    expect(read('3/11/2026', true)).toEqual({ kind: 'date', date: november, or: march });
    expect(read('3-11')).toEqual({ kind: 'date', date: march, or: november });
    // Only one of the two has been yet.
    expect(read('11/12/2026')).toEqual({ kind: 'date', date: on(2026, 11, 12), or: null });
    // Month first it lies ahead: said so, never turned round behind the person's back.
    expect(read('12/11/2026')).toEqual({ kind: 'future', date: on(2026, 12, 11), or: on(2026, 11, 12) });
  });
});
