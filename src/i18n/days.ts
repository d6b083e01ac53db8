import { type LocalDate, weekday } from '../domain/local-time.ts';
import type { Locale } from '../domain/locale.ts';

const WEEKDAYS: Readonly<Record<Locale, readonly string[]>> = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Thu Oct 1, 2026` / `2026年10月1日周四`: the month is a word, so nobody takes it for the day. */
export function dayInWords(date: LocalDate, locale: Locale): string {
  const name = WEEKDAYS[locale][weekday(date) - 1] ?? '';
  if (locale === 'zh-CN') return `${date.year}年${date.month}月${date.day}日${name}`;
  return `${name} ${MONTHS[date.month - 1] ?? ''} ${date.day}, ${date.year}`;
}

/** One day, several, or from one on. */
export function daysInWords(
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate | null },
  locale: Locale,
): string {
  const first = dayInWords(from, locale);
  if (to === null) return locale === 'en' ? `from ${first} on` : `${first}起`;
  const last = dayInWords(to, locale);
  if (first === last) return first;
  return locale === 'en' ? `${first} to ${last}` : `${first}到${last}`;
}
