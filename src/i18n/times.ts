import { formatDuration } from 'date-fns';
import { enUS, zhCN } from 'date-fns/locale';
import type { Opening } from '../domain/calendar.ts';
import { clockTime, localDate, weekday } from '../domain/local-time.ts';
import type { Locale } from '../domain/locale.ts';
import { DAY, type Duration, HOUR, type Instant, MINUTE } from '../domain/time.ts';

const LIBRARY = { en: enUS, 'zh-CN': zhCN } as const;

/** Cities that give a marketplace's zone its name; without an entry the zone's own name stands. */
const CITIES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {},
  'zh-CN': {
    'America/New_York': '纽约',
    'America/Toronto': '多伦多',
    'America/Mexico_City': '墨西哥城',
    'America/Sao_Paulo': '圣保罗',
    'Europe/London': '伦敦',
    'Europe/Dublin': '都柏林',
    'Europe/Berlin': '柏林',
    'Europe/Paris': '巴黎',
    'Europe/Rome': '罗马',
    'Europe/Madrid': '马德里',
    'Europe/Amsterdam': '阿姆斯特丹',
    'Europe/Brussels': '布鲁塞尔',
    'Europe/Stockholm': '斯德哥尔摩',
    'Europe/Warsaw': '华沙',
    'Europe/Istanbul': '伊斯坦布尔',
    'Asia/Dubai': '迪拜',
    'Asia/Riyadh': '利雅得',
    'Africa/Cairo': '开罗',
    'Africa/Johannesburg': '约翰内斯堡',
    'Asia/Kolkata': '印度',
    'Asia/Tokyo': '东京',
    'Asia/Singapore': '新加坡',
    'Australia/Sydney': '悉尼',
    'Asia/Shanghai': '上海',
    'Asia/Hong_Kong': '香港',
    'America/Chicago': '芝加哥',
    'America/Los_Angeles': '洛杉矶',
  },
};

/** `America/New_York` → `New York` / `纽约`. */
export const cityOf = (zone: string, locale: Locale): string =>
  CITIES[locale][zone] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

const two = (n: number): string => String(n).padStart(2, '0');

/** `09:00`, on the clocks of a zone. */
function hourAt(at: Instant, zone: string): string {
  const { hour, minute } = clockTime(at, zone);
  return `${two(hour)}:${two(minute)}`;
}

/** `Mon Nov 30` / `11月30日周一`, on the calendar of a zone. */
function dayAt(at: Instant, zone: string, locale: Locale): string {
  const date = localDate(at, zone);
  const name = LIBRARY[locale].localize.day(day(weekday(date)), { width: 'abbreviated' });
  if (locale === 'zh-CN') return `${date.month}月${date.day}日${name}`;
  return `${name} ${LIBRARY.en.localize.month(month(date.month), { width: 'abbreviated' })} ${date.day}`;
}

/** A day as people name it: `Mon Nov 30` / `11月30日周一`. */
export const calendarDay = (at: Instant, zone: string, locale: Locale): string => dayAt(at, zone, locale);

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;
const MONTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
/** date-fns counts from Sunday and from January, both 0. */
const day = (isoWeekday: number) => DAYS[isoWeekday % 7] ?? 0;
const month = (oneBased: number) => MONTHS[oneBased - 1] ?? 0;

/** Amazon's clock as plain text: `Mon Nov 30, 09:00 New York` / `11月30日周一 09:00 纽约`. */
export const clockAt = (at: Instant, zone: string, locale: Locale): string =>
  `${dayAt(at, zone, locale)}${locale === 'en' ? ',' : ''} ${hourAt(at, zone)} ${cityOf(zone, locale)}`;

/** Slack writes this in the reader's own zone and language; where it can't, Amazon's clock stands instead. */
export function readerTime(at: Instant, zone: string, locale: Locale): string {
  return `<!date^${Math.floor(at / 1000)}^{date_short_pretty} {time}|${clockAt(at, zone, locale)}>`;
}

const inBrackets = (text: string, locale: Locale): string => (locale === 'en' ? ` (${text})` : `（${text}）`);

/** The reader's clock first, then Amazon's: nobody should have to count hours at night. */
export const bothClocks = (at: Instant, zone: string, locale: Locale): string =>
  readerTime(at, zone, locale) + inBrackets(clockAt(at, zone, locale), locale);

/** The end of what is open now: `11:00 AM (11:00 New York)`. The day is today's, or the night's just after it. */
export const untilInBothClocks = (at: Instant, zone: string, locale: Locale): string => {
  const there = `${hourAt(at, zone)} ${cityOf(zone, locale)}`;
  return `<!date^${Math.floor(at / 1000)}^{time}|${hourAt(at, zone)}>${inBrackets(there, locale)}`;
};

/** A submission window in both clocks: `today 22:00–24:00 (Mon Nov 30, 09:00–11:00 New York)`. */
export function bothClocksOf({ opensAt, closesAt }: Opening, zone: string, locale: Locale): string {
  const closes = `<!date^${Math.floor(closesAt / 1000)}^{time}|${hourAt(closesAt, zone)}>`;
  const separator = locale === 'en' ? ', ' : ' ';
  const there = `${dayAt(opensAt, zone, locale)}${separator}${hourAt(opensAt, zone)}–${hourAt(closesAt, zone)}`;
  return `${readerTime(opensAt, zone, locale)}–${closes}${inBrackets(`${there} ${cityOf(zone, locale)}`, locale)}`;
}

/** A length as a rule states it, to the minute: `72 hours`, `7 days`, `30 minutes`. */
export function durationWords(length: Duration, locale: Locale): string {
  const minutes = Math.max(1, Math.round(length / MINUTE));
  const whole = { locale: LIBRARY[locale] };
  if (length >= 7 * DAY && length % DAY === 0) return formatDuration({ days: length / DAY }, whole);
  return formatDuration({ hours: Math.floor(minutes / 60), minutes: minutes % 60 }, whole);
}

/** A length as people say it, rounded to its largest unit: `6 hours`, `3 days`. */
export function roughDuration(length: Duration, locale: Locale): string {
  const whole = { locale: LIBRARY[locale] };
  if (length < 59.5 * MINUTE)
    return formatDuration({ minutes: Math.max(1, Math.round(length / MINUTE)) }, whole);
  if (length < 71.5 * HOUR) return formatDuration({ hours: Math.round(length / HOUR) }, whole);
  return formatDuration({ days: Math.round(length / DAY) }, whole);
}

/** A number of working days at Amazon: `3 business days` / `3 个工作日`. */
export function businessDays(count: number, locale: Locale): string {
  if (locale === 'zh-CN') return `${count} 个工作日`;
  return count === 1 ? '1 business day' : `${count} business days`;
}
