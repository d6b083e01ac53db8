/**
 * Wall clock and instant in a person's zone, for pickers and dates. The page plays Slack, so it keeps its own
 * small arithmetic over `Intl` rather than borrowing the product's.
 */
export interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** `Intl` formatters are slow to make; the page needs few. */
export function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

export function wallOf(instant: number, timeZone: string): Wall {
  const parts = formatter('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value ?? 0);
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

const asUtc = (wall: Wall) =>
  Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);

/** The days between two instants as a calendar on that wall would count them: 0 today, 1 tomorrow. */
export function daysApart(from: number, to: number, timeZone: string): number {
  const midnight = (instant: number) =>
    asUtc({ ...wallOf(instant, timeZone), hour: 0, minute: 0, second: 0 });
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

/** `2026-03-02T09:00` on the wall there, as an instant. A skipped hour moves on; a repeated one means the first. */
export function instantOf(local: string, timeZone: string): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(local);
  if (!found) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = found.slice(1).map(Number);
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  const offset = (instant: number) => asUtc(wallOf(instant, timeZone)) - instant;
  const candidates = [wanted - 86_400_000, wanted + 86_400_000].map((near) => wanted - offset(near));
  const exact = candidates.filter((instant) => instant + offset(instant) === wanted);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

const two = (value: number) => String(value).padStart(2, '0');

/** The form that `<input type="datetime-local">` wants. */
export function localForm(instant: number, timeZone: string): string {
  const wall = wallOf(instant, timeZone);
  const date = `${String(wall.year).padStart(4, '0')}-${two(wall.month)}-${two(wall.day)}`;
  return `${date}T${two(wall.hour)}:${two(wall.minute)}`;
}

export const isoDate = (instant: number, timeZone: string) => localForm(instant, timeZone).slice(0, 10);
