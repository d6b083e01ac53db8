import type { Words } from '../words.ts';
import { NEW_YORK, SHANGHAI } from './hours.ts';
import { formatter } from './zone.ts';

export interface ShownClock {
  city: string;
  tz: string;
}

export function cityOf(tz: string, words: Words): string {
  if (tz === SHANGHAI) return words.shanghai;
  if (tz === NEW_YORK) return words.newYork;
  return (tz.split('/').at(-1) ?? tz).replaceAll('_', ' ');
}

/** The reader's own zone and Amazon's; somebody in New York sees their colleagues' in China. */
export function clocksFor(tz: string, words: Words): ShownClock[] {
  const zones = [tz === NEW_YORK ? SHANGHAI : tz, NEW_YORK];
  return zones.map((zone) => ({ city: cityOf(zone, words), tz: zone }));
}

export const hourAndMinute = (at: number, timeZone: string): string =>
  formatter('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);

/** `Mon 09:00`, with the date once it is further off than a week. */
export function shortTime(at: number, now: number, timeZone: string, locale: string): string {
  const far = Math.abs(at - now) > 6 * 86_400_000;
  const day: Intl.DateTimeFormatOptions = far ? { month: 'short', day: 'numeric' } : {};
  const date = formatter(locale, { timeZone, weekday: 'short', ...day }).format(at);
  return `${date} ${hourAndMinute(at, timeZone)}`;
}
