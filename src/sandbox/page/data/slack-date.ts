import { daysApart, formatter, isoDate, wallOf } from './zone.ts';

export interface DateReader {
  locale: string;
  tz: string;
  now: number;
}

const isChinese = (locale: string) => locale.startsWith('zh');

const ordinal = (day: number) => {
  const suffix = day % 10 === 1 ? 'st' : day % 10 === 2 ? 'nd' : day % 10 === 3 ? 'rd' : 'th';
  return `${day}${day > 10 && day < 14 ? 'th' : suffix}`;
};

/** Slack leaves the year out within six months of now. */
const sixMonths = 183 * 86_400_000;

function dateWords(at: number, reader: DateReader, month: 'long' | 'short', weekday: boolean): string {
  const { locale, tz: timeZone } = reader;
  const year = Math.abs(at - reader.now) > sixMonths;
  if (isChinese(locale)) {
    const options: Intl.DateTimeFormatOptions = { timeZone, month: 'long', day: 'numeric' };
    if (year) options.year = 'numeric';
    if (weekday) options.weekday = 'long';
    return formatter(locale, options).format(at);
  }
  const wall = wallOf(at, timeZone);
  const day = month === 'long' ? ordinal(wall.day) : String(wall.day);
  const date = `${formatter(locale, { timeZone, month }).format(at)} ${day}`;
  const before = weekday ? `${formatter(locale, { timeZone, weekday: 'long' }).format(at)}, ` : '';
  return `${before}${date}${year ? `, ${wall.year}` : ''}`;
}

function nearDay(at: number, reader: DateReader): string | undefined {
  const words = isChinese(reader.locale) ? ['昨天', '今天', '明天'] : ['yesterday', 'today', 'tomorrow'];
  return words[daysApart(reader.now, at, reader.tz) + 1];
}

export function timeOfDay(at: number, reader: Pick<DateReader, 'locale' | 'tz'>, seconds = false): string {
  const chinese = isChinese(reader.locale);
  const options: Intl.DateTimeFormatOptions = {
    timeZone: reader.tz,
    hour: chinese ? '2-digit' : 'numeric',
    minute: '2-digit',
    hourCycle: chinese ? 'h23' : 'h12',
  };
  if (seconds) options.second = '2-digit';
  return formatter(reader.locale, options).format(at).replaceAll('\u202f', ' ');
}

/** "in 3 hours", "2 days ago", in the reader's words. */
export function relative(at: number, now: number, locale: string): string {
  const seconds = Math.round((at - now) / 1_000);
  const steps: [number, Intl.RelativeTimeFormatUnit][] = [
    [86_400, 'day'],
    [3_600, 'hour'],
    [60, 'minute'],
  ];
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const [size, unit] = steps.find(([step]) => Math.abs(seconds) >= step) ?? [1, 'second'];
  return words.format(Math.trunc(seconds / size), unit);
}

function token(name: string, at: number, reader: DateReader): string | undefined {
  const near = name.endsWith('_pretty') ? nearDay(at, reader) : undefined;
  if (near) return near;
  switch (name.replace(/_pretty$/, '')) {
    case 'date_num':
      return isoDate(at, reader.tz);
    case 'date_slash':
      return formatter(reader.locale, {
        timeZone: reader.tz,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
      }).format(at);
    case 'date':
    case 'date_long_full':
      return dateWords(at, reader, 'long', false);
    case 'date_long':
    case 'day_divider':
      return dateWords(at, reader, 'long', true);
    case 'date_short':
      return dateWords(at, reader, 'short', false);
    case 'time':
      return timeOfDay(at, reader);
    case 'time_secs':
      return timeOfDay(at, reader, true);
    case 'ago':
      return relative(at, reader.now, reader.locale);
    default:
      return undefined;
  }
}

/** Slack's date format with its tokens filled in; a "today" that begins the text gets its capital letter. */
export function slackDate(unixSeconds: number, format: string, reader: DateReader): string {
  const text = format.replace(
    /\{([a-z_]+)\}/g,
    (whole, name: string) => token(name, unixSeconds * 1_000, reader) ?? whole,
  );
  return format.startsWith('{') ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
