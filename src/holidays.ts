import chineseDays from 'chinese-days';
import type Library from 'date-holidays';
import { type ClosedDay, US_OFFICE_DAYS } from './domain/calendar.ts';
import { addDays, type LocalDate, localDate, weekday } from './domain/local-time.ts';
import { MARKETPLACES } from './domain/marketplaces.ts';
import type { Calendar, Calendars } from './domain/office-calendar.ts';
import { DAY, type Instant } from './domain/time.ts';

/** No case is older than Docket. */
const FIRST_YEAR = 2025;
/** Further ahead than any plan reaches; rules give those years, and they are made anew each year. */
const YEARS_AHEAD = 2;

/** Zones of the cities where sellers have offices, beside those of the marketplaces. */
const CITIES: Readonly<Record<string, string>> = {
  'Asia/Shanghai': 'CN',
  'Asia/Urumqi': 'CN',
  'Asia/Chongqing': 'CN',
  'Asia/Hong_Kong': 'HK',
  'Asia/Macau': 'MO',
  'Asia/Taipei': 'TW',
  'Asia/Seoul': 'KR',
  'Asia/Bangkok': 'TH',
  'Asia/Ho_Chi_Minh': 'VN',
  'Asia/Saigon': 'VN',
  'Asia/Kuala_Lumpur': 'MY',
  'Asia/Manila': 'PH',
  'Asia/Jakarta': 'ID',
  'Asia/Calcutta': 'IN',
  'Europe/Vienna': 'AT',
  'Europe/Zurich': 'CH',
  'Europe/Prague': 'CZ',
  'Europe/Lisbon': 'PT',
  'America/Vancouver': 'CA',
  'Australia/Melbourne': 'AU',
  'Pacific/Auckland': 'NZ',
};
const UNITED_STATES =
  /^(US\/|America\/(New_York|Chicago|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Nome|Adak|Detroit|Menominee|Indiana|Kentucky|North_Dakota)|Pacific\/Honolulu)/;

const ZONES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(MARKETPLACES).map(([code, { zone }]) => [zone, code === 'UK' ? 'GB' : code] as const),
  ...Object.entries(CITIES),
]);

/** Where a country's holidays are those of its parts, the part that most offices lie in. */
const USUAL_PART: Readonly<Record<string, string>> = { GB: 'ENG', AU: 'NSW' };

/**
 * The holidays of offices. China's come from the State Council's yearly notices, so they are known for the years
 * that were published; those of the United States are a list of ours; all others are what the law of the country
 * says, from a library that costs 0.2 s and 40 MB, and so is loaded when somebody's office first asks for it.
 * Until then such an office has no holidays: a date that comes out differently is mended before it fires.
 */
export function officeCalendars(
  now: () => Instant,
  onFault: (err: unknown) => void,
): Calendars & { readonly loaded: () => Promise<void> } {
  const china = chinaCalendar();
  const others = new Map<string, { readonly year: number; readonly calendar: Calendar | null }>();
  const library: { made?: typeof Library; coming?: Promise<void> } = {};

  const load = (): Promise<void> => {
    library.coming ??= import('date-holidays').then(({ default: made }) => {
      library.made = made;
    });
    return library.coming;
  };

  function other(code: string): Calendar | null {
    if (!library.made) {
      load().catch((err: unknown) => {
        delete library.coming;
        onFault(err);
      });
      return null;
    }
    const { year } = localDate(now(), 'UTC');
    const known = others.get(code);
    if (known?.year === year) return known.calendar;
    const calendar = lawfulCalendar(library.made, code, year);
    others.set(code, { year, calendar });
    return calendar;
  }

  return {
    of: (code) => (code === 'CN' ? china : code === 'US' ? UNITED_STATES_CALENDAR : other(code)),
    codeFor: (zone) => (UNITED_STATES.test(zone) ? 'US' : (ZONES.get(zone) ?? null)),
    loaded: load,
  };
}

const UNITED_STATES_CALENDAR: Calendar = { closed: US_OFFICE_DAYS, open: [], knownUntil: null };

/** The library says of a year that it does not know that nothing is special in it: the last one with days counts. */
function chinaCalendar(): Calendar {
  const closed: ClosedDay[] = [];
  const open: LocalDate[] = [];
  let last = FIRST_YEAR - 1;
  for (let year = FIRST_YEAR; ; year += 1) {
    const [from, to] = [`${year}-01-01`, `${year}-12-31`];
    const holidays = chineseDays.getHolidaysInRange(from, to, false).map(readDate);
    if (holidays.length === 0) break;
    last = year;
    closed.push(...holidays.map((date) => ({ date })));
    open.push(...daysOf(year).filter((date) => isWeekend(date) && chineseDays.isWorkday(write(date))));
  }
  return { closed, open, knownUntil: { year: last, month: 12, day: 31 } };
}

/** The public holidays of a country, or of a part of it, for the years around one; null for an unknown code. */
function lawfulCalendar(Holidays: typeof Library, code: string, year: number): Calendar | null {
  const [country = '', part = USUAL_PART[country]] = code.split('-');
  const holidays = new Holidays();
  if (!(country in (holidays.getCountries() ?? {}))) return null;
  holidays.init(country, ...(part === undefined ? [] : [part]));
  const closed: ClosedDay[] = [];
  for (let one = year - 1; one <= year + YEARS_AHEAD; one += 1)
    for (const { date, start, end, type } of holidays.getHolidays(one)) {
      if (type !== 'public') continue;
      const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY));
      for (let day = 0; day < length; day += 1) closed.push({ date: addDays(readDate(date), day) });
    }
  return { closed, open: [], knownUntil: null };
}

const daysOf = (year: number): LocalDate[] => {
  const first = { year, month: 1, day: 1 };
  return Array.from({ length: 366 }, (_, day) => addDays(first, day)).filter((date) => date.year === year);
};

const isWeekend = (date: LocalDate): boolean => weekday(date) > 5;

const write = ({ year, month, day }: LocalDate): string =>
  [year, month, day].map((n) => String(n).padStart(2, '0')).join('-');

/** `2026-10-01`, with or without a time behind it. */
function readDate(text: string): LocalDate {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  if (!year || !month || !day) throw new RangeError(`Not a date: ${text}`);
  return { year, month, day };
}
