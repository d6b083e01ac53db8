import { expect, test } from 'vitest';
import { MARKETPLACES } from '../../src/domain/marketplaces.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts';
import {
  bothClocks,
  bothClocksOf,
  businessDays,
  cityOf,
  clockAt,
  durationWords,
  roughDuration,
} from '../../src/i18n/times.ts';

const ZONE = 'America/New_York';
const MONDAY = Date.parse('2026-11-30T14:00Z');

test('every marketplace’s clock has a city in Chinese', () => {
  for (const { zone } of Object.values(MARKETPLACES))
    expect(cityOf(zone, 'zh-CN'), zone).toMatch(/^\p{Script=Han}+$/u);
});

test('Amazon’s clock reads like a calendar', () => {
  expect(clockAt(MONDAY, ZONE, 'en')).toBe('Mon Nov 30, 09:00 New York');
  expect(clockAt(MONDAY, ZONE, 'zh-CN')).toBe('11月30日周一 09:00 纽约');
});

test('the reader’s own clock comes first, drawn by Slack', () => {
  const token = `<!date^${MONDAY / 1000}^{date_short_pretty} {time}|Mon Nov 30, 09:00 New York>`;
  expect(bothClocks(MONDAY, ZONE, 'en')).toBe(`${token} (Mon Nov 30, 09:00 New York)`);
});

test('a window is one range on both clocks', () => {
  const opening = { opensAt: MONDAY, closesAt: MONDAY + 2 * HOUR };
  expect(bothClocksOf(opening, ZONE, 'en')).toMatch(/> \(Mon Nov 30, 09:00–11:00 New York\)$/);
  expect(bothClocksOf(opening, ZONE, 'zh-CN')).toMatch(/>（11月30日周一 09:00–11:00 纽约）$/);
});

test('lengths read as the rule states them, or roughly', () => {
  expect([72 * HOUR, 7 * DAY, 30 * MINUTE].map((ms) => durationWords(ms, 'en'))).toEqual([
    '72 hours',
    '7 days',
    '30 minutes',
  ]);
  expect([72 * HOUR, 7 * DAY, 90 * MINUTE].map((ms) => durationWords(ms, 'zh-CN'))).toEqual([
    '72 小时',
    '7 天',
    '1 小时 30 分钟',
  ]);
  expect([20 * MINUTE, 5.98 * HOUR, 47 * HOUR, 6.6 * DAY, 0].map((ms) => roughDuration(ms, 'en'))).toEqual([
    '20 minutes',
    '6 hours',
    '47 hours',
    '7 days',
    '1 minute',
  ]);
  expect([businessDays(1, 'en'), businessDays(3, 'en'), businessDays(3, 'zh-CN')]).toEqual([
    '1 business day',
    '3 business days',
    '3 个工作日',
  ]);
});
