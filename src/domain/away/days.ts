import { foldWidth } from '../identifiers.ts';
import { addDays, type LocalDate, weekday } from '../local-time.ts';
import type { Absence } from '../team.ts';

/** Days of somebody's own calendar; both ends belong to it. */
export type Days = Pick<Absence, 'from' | 'to'>;

export type ReadDays =
  | ({ readonly ok: true } & Days)
  | { readonly ok: false; readonly why: 'unknown' | 'backwards' | 'past' | 'long' };

/** Longer than any holiday; beyond it a year was mistaken, or the person has left. */
export const LONGEST_ABSENCE_DAYS = 90;

/** A day as it was said: one without a year lies in the year that makes sense. */
interface Said {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const SHORT_NAMES = MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)}|t)?`).join('|');
const MONTH = `(?<name>${SHORT_NAMES})(?![a-z])\\.?`;
const NTH = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?:,?\\s*(?<year>\\d{4}))?';
const FORMS = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})/,
  /^(?:(?<year>\d{4})\s*年\s*)?(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*[日号]?/,
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})(?:\/(?<year>\d{4}))?(?!\d)/,
  new RegExp(`^${MONTH}\\s*${NTH}(?!\\d)${YEAR}`),
  new RegExp(`^${NTH}\\s*(?:of\\s+)?${MONTH}${YEAR}`),
];
/** The second day of two may leave out what it shares with the first. */
const SHORT_END = /^(\d{1,2})(?:st|nd|rd|th)?\s*[日号]?(?:,?\s*(\d{4}))?$/;
/** `1-8 Oct`: here the first one leaves out the month. */
const SHORT_START = /^(\d{1,2})(?:st|nd|rd|th)?\s*(?=(?:-|~|to\b|until\b|till\b|到|至))/;
const TO = /^\s*(?:-|~|\.\.+|to\b|until\b|till\b|through\b|到|至)\s*/;
const FROM = /^(?:from|从|自)\s*/;
const WEEKDAY =
  /^\s*(?:\(?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\)?[\s,]+|[(]?(?:周|星期|礼拜)[一二三四五六日天][)]?)\s*/;
const COUNT = /^\s*(?:起|开始)?\s*(?:for\s+)?(\d{1,4})\s*(days?|weeks?|天|日|个?星期|周)\s*$/;
const NEAR: readonly (readonly [RegExp, number])[] = [
  [/^(?:the )?day after tomorrow/, 2],
  [/^(?:today|今天|今日)/, 0],
  [/^(?:tomorrow|明天|明日)/, 1],
  [/^后天/, 2],
];

/**
 * Reads the days of an absence as people in China and elsewhere write them, on the calendar of whoever says it:
 * `10/1-10/8` (the month first, in both languages), `Oct 1 to 8`, `1-8 Oct`, `2026-10-01..2026-10-08`,
 * `10月1日到8日`, `tomorrow`, `下周`, `3 days`, `Oct 1 for 7 days`. What is over this year is meant for the next.
 */
export function readDays(raw: string, today: LocalDate): ReadDays {
  const text = foldWidth(raw)
    .toLowerCase()
    .trim()
    .replace(/[。.,;]+$/, '')
    .replace(FROM, '');
  if (text.length > 80) return { ok: false, why: 'unknown' };
  const named = namedDays(text, today);
  if (named) return checked(named, today);
  const [first, second] = saidDays(text, today) ?? [];
  if (!first) return { ok: false, why: 'unknown' };
  if ('count' in first) return checked({ from: first.from, to: addDays(first.from, first.count - 1) }, today);
  return placed(first.said, second ?? first.said, today);
}

/** `2026-10-01..2026-10-08`: what `readDays` reads back as the same. */
export const writeDays = ({ from, to }: Days): string => `${isoDay(from)}..${isoDay(to)}`;

export const isoDay = ({ year, month, day }: LocalDate): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

/** Comparable as numbers. */
export const orderOf = ({ year, month, day }: LocalDate): number => year * 10_000 + month * 100 + day;

function checked({ from, to }: Days, today: LocalDate): ReadDays {
  if (orderOf(to) < orderOf(from)) return { ok: false, why: 'backwards' };
  if (orderOf(to) < orderOf(today)) return { ok: false, why: 'past' };
  const longest = addDays(from, LONGEST_ABSENCE_DAYS - 1);
  return orderOf(to) > orderOf(longest) ? { ok: false, why: 'long' } : { ok: true, from, to };
}

/** The same rules for days that a form gave. */
export const checkDays = checked;

function namedDays(text: string, today: LocalDate): Days | null {
  const monday = addDays(today, 1 - weekday(today));
  if (/^(?:(?:the )?(?:rest of )?this week|本周|这周|这个?星期|这个?礼拜)$/.test(text))
    return { from: today, to: addDays(monday, 6) };
  if (/^(?:next week|下周|下个?星期|下个?礼拜)$/.test(text))
    return { from: addDays(monday, 7), to: addDays(monday, 13) };
  const count = countOf(text);
  return count === null ? null : { from: today, to: addDays(today, count - 1) };
}

/** `3 days`, `两周` not among them: digits only, full-width ones too. */
function countOf(text: string): number | null {
  const [, digits, unit = ''] = COUNT.exec(text) ?? [];
  if (digits === undefined || Number(digits) === 0) return null;
  return Number(digits) * (/^(?:w|个?星期|周)/.test(unit) ? 7 : 1);
}

type First = { readonly said: Said } | { readonly from: LocalDate; readonly count: number };

function saidDays(text: string, today: LocalDate): readonly [First, Said?] | null {
  const short = SHORT_START.exec(text);
  const start = firstDay(text, today);
  if (!start) {
    const to = short && restDay(text.slice(short[0].length).replace(TO, ''), today);
    return to && short ? [{ said: { ...to, day: Number(short[1]) } }, to] : null;
  }
  const { said, rest } = start;
  if (rest === '') return [{ said }];
  const count = countOf(rest);
  if (count !== null) {
    const read = placed(said, said, today);
    return read.ok ? [{ from: read.from, count }] : null;
  }
  if (!TO.test(rest)) return null;
  const end = rest.replace(TO, '');
  const [, day, year] = SHORT_END.exec(end) ?? [];
  const own = year === undefined ? said.year : Number(year);
  const to = day === undefined ? restDay(end, today) : { ...said, year: own, day: Number(day) };
  return to ? [{ said }, to] : null;
}

/** A day with nothing behind it. */
function restDay(text: string, today: LocalDate): Said | null {
  const found = firstDay(text, today);
  return found?.rest === '' ? found.said : null;
}

function firstDay(raw: string, today: LocalDate): { readonly said: Said; readonly rest: string } | null {
  const text = raw.replace(WEEKDAY, '');
  for (const [word, days] of NEAR) {
    const [all] = word.exec(text) ?? [];
    if (all !== undefined) return { said: addDays(today, days), rest: text.slice(all.length).trim() };
  }
  for (const form of FORMS) {
    const found = form.exec(text);
    if (!found?.groups) continue;
    const { year, month, name, day } = found.groups;
    const said = {
      year: year === undefined ? null : Number(year),
      month:
        name === undefined
          ? Number(month)
          : MONTHS.findIndex((full) => full.startsWith(name.slice(0, 3))) + 1,
      day: Number(day),
    };
    const behind = text.slice(found[0].length);
    const rest = behind.replace(WEEKDAY, '').trim();
    return { said, rest };
  }
  return null;
}

/** Puts days without a year where they are not over yet, an end behind its start where that is soon enough. */
function placed(first: Said, second: Said, today: LocalDate): ReadDays {
  const given = first.year ?? second.year;
  const years =
    first.year !== null
      ? [first.year]
      : given === null
        ? [-1, 0, 1].map((y) => today.year + y)
        : [given, given - 1];
  const tries = years.flatMap((year) => {
    const from = real(year, first);
    return from ? [closedBy(from, second, today)] : [];
  });
  // Of several years none fits: what is wrong with the nearest one is what to tell.
  const nearest = tries.find((read) => !read.ok && read.why !== 'past') ?? tries.at(-1);
  return tries.find((read) => read.ok) ?? nearest ?? { ok: false, why: 'unknown' };
}

function closedBy(from: LocalDate, second: Said, today: LocalDate): ReadDays {
  const to = real(second.year ?? from.year, second);
  if (!to) return { ok: false, why: 'unknown' };
  const read = checked({ from, to }, today);
  if (read.ok || read.why !== 'backwards' || second.year !== null) return read;
  const next = real(from.year + 1, second);
  const rolled = next && checked({ from, to: next }, today);
  return rolled?.ok ? rolled : read;
}

function real(year: number, { month, day }: Said): LocalDate | null {
  if (year < 2000 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day > last ? null : { year, month, day };
}
