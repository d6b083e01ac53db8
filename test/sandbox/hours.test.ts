import { expect, test } from 'vitest';
import {
  DAY,
  HOUR,
  isAwake,
  nextNineEastern,
  submissionWindows,
  wakingHours,
} from '../../src/sandbox/page/data/hours.ts';
import { at } from '../support/story.ts';

const iso = (spans: { from: number; to: number }[]) =>
  spans.map(({ from, to }) => [new Date(from).toISOString(), new Date(to).toISOString()]);

test('the bar shows the hours in which people are written to, cut off at its ends', () => {
  const span = { from: at('2027-01-15T12:00+08:00'), to: at('2027-01-16T10:00+08:00') };
  expect(iso(wakingHours(span, 'Asia/Shanghai'))).toEqual([
    ['2027-01-15T04:00:00.000Z', '2027-01-15T14:00:00.000Z'],
    ['2027-01-16T01:00:00.000Z', '2027-01-16T02:00:00.000Z'],
  ]);
});

test('the submission window is on weekdays only, as New York counts them', () => {
  const friday = at('2027-01-15T00:00-05:00');
  expect(iso(submissionWindows({ from: friday, to: friday + 4 * DAY }))).toEqual([
    ['2027-01-15T14:00:00.000Z', '2027-01-15T16:00:00.000Z'],
    ['2027-01-18T14:00:00.000Z', '2027-01-18T16:00:00.000Z'],
  ]);
});

test.each([
  ['just before nine', '2027-01-15T08:59:59-05:00', '2027-01-15T09:00-05:00'],
  ['at nine', '2027-01-15T09:00-05:00', '2027-01-16T09:00-05:00'],
  ['before the night that is an hour short', '2027-03-13T20:00-05:00', '2027-03-14T09:00-04:00'],
  ['before the night that is an hour long', '2027-11-06T20:00-04:00', '2027-11-07T09:00-05:00'],
])('the next nine in New York comes once a day: %s', (_, now, nine) => {
  expect(nextNineEastern(at(now))).toBe(at(nine));
});

test('people sleep from ten to nine by their own clock', () => {
  const nine = at('2027-01-15T09:00+08:00');
  expect(isAwake(nine - 1, 'Asia/Shanghai')).toBe(false);
  expect(isAwake(nine, 'Asia/Shanghai')).toBe(true);
  expect(isAwake(nine + 13 * HOUR - 1, 'Asia/Shanghai')).toBe(true);
  expect(isAwake(nine + 13 * HOUR, 'Asia/Shanghai')).toBe(false);
  expect(isAwake(nine, 'America/New_York')).toBe(true);
});
