import { cleanText, foldWidth } from '../identifiers.ts';
import { addDays, type LocalDate } from '../local-time.ts';

/** What a person wrote as a date. `or` is the other reading of 3/11, where that is a day that could be meant. */
export type ReadDate =
  | { readonly kind: 'date'; readonly date: LocalDate; readonly or: LocalDate | null }
  | { readonly kind: 'future'; readonly date: LocalDate; readonly or: LocalDate | null }
  | { readonly kind: 'none' };

interface Reading {
  readonly today: LocalDate;
  /** How 3/11/2026 is read: false is the third month, as Amazon and Excel in English write it. */
  readonly dayFirst: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** An open case is not older; a date that is, is a slip of the pen. */
const OLDEST_DAYS = 730;

const NONE: ReadDate = { kind: 'none' };

const numberOf = ({ year, month, day }: LocalDate): number => year * 10_000 + month * 100 + day;

/** Null for a day that no calendar has. */
function dateOf(year: number, month: number, day: number): LocalDate | null {
  const days = month === 2 && (year % 4 || (year % 100 === 0 && year % 400)) ? 28 : DAYS[month - 1];
  return days !== undefined && day >= 1 && day <= days && year > 0 ? { year, month, day } : null;
}
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads a day in the forms that Chinese and English lists have: `2026-11-03`, `2026年11月3日`, `11月3日`,
 * `11/3/2026`, `3 Nov`, `Nov 3, 2026`; a time behind it is left out. Without a year it is the last such day.
 */
export function readDate(raw: string, reading: Reading): ReadDate {
  const text = foldWidth(cleanText(raw).normalize('NFKC'))
    .trim()
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+(?=\S)/i, '')
    .replace(
      /[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[A-Z]{2,4}|[+-]\d\d:?\d\d)?$/i,
      '',
    );
  return byNumbers(text, reading) ?? byWords(text, reading) ?? NONE;
}

function byNumbers(text: string, reading: Reading): ReadDate | null {
  const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(text);
  if (yearFirst) return known(dateOf(num(yearFirst[1]), num(yearFirst[2]), num(yearFirst[3])), reading);
  const chinese = /^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/.exec(text);
  if (chinese) return yearless(num(chinese[1]), num(chinese[2]), reading);
  const slashed = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{4}|\d{2}))?$/.exec(text);
  if (!slashed) return null;
  const [one, two] = [num(slashed[1]), num(slashed[2])];
  const year = slashed[3] === undefined ? null : num(slashed[3]) + (slashed[3].length === 2 ? 2_000 : 0);
  const read = (month: number, day: number): ReadDate =>
    year === null ? yearless(month, day, reading) : known(dateOf(year, month, day), reading);
  const [monthFirst, dayFirst] = [read(one, two), read(two, one)];
  // Above 12 it is the day.
  const unclear = one <= 12 && two <= 12 && one !== two;
  if (!unclear) return one > 12 ? dayFirst : monthFirst;
  const [chosen, other] = reading.dayFirst ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  return chosen.kind === 'none' || other.kind !== 'date' ? chosen : { ...chosen, or: other.date };
}

function byWords(text: string, reading: Reading): ReadDate | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]*([a-z]{3,9})\.?,?(?:[\s-]*(\d{4}))?$/i.exec(text);
  const monthFirst = /^([a-z]{3,9})\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?,?(?:[\s-]+(\d{4}))?$/i.exec(text);
  const [day, word, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;
  if (month === 0 || !FULL[month - 1]?.startsWith((word ?? '').toLowerCase().replace(/^sept$/, 'sep')))
    return null;
  return year === undefined
    ? yearless(month, num(day), reading)
    : known(dateOf(num(year), month, num(day)), reading);
}
const FULL = 'january february march april may june july august september october november december'.split(
  ' ',
);

const num = (digits: string | undefined): number => Number(digits ?? Number.NaN);

function known(date: LocalDate | null, { today }: Reading): ReadDate {
  if (date === null || numberOf(date) < numberOf(addDays(today, -OLDEST_DAYS))) return NONE;
  return numberOf(date) > numberOf(today)
    ? { kind: 'future', date, or: null }
    : { kind: 'date', date, or: null };
}

/** The last such day: a list of open cases looks back, and in January December was last year. */
function yearless(month: number, day: number, reading: Reading): ReadDate {
  const { today } = reading;
  const latest = [today.year, today.year - 1]
    .map((year) => dateOf(year, month, day))
    .find((date) => date !== null && numberOf(date) <= numberOf(today));
  return known(latest ?? null, reading);
}
