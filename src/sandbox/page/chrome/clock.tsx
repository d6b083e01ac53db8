import { useSandbox } from '../data/sandbox.ts';
import { useNow } from '../data/use-now.ts';
import { formatter, wallOf } from '../data/zone.ts';

/** Day or night there, so that twelve hours apart are seen and not reckoned. */
const isDay = (hour: number) => hour >= 7 && hour < 19;

export function Clock({ city, tz }: { city: string; tz: string }) {
  const { me } = useSandbox();
  const now = useNow();
  const day = formatter(me.locale, { timeZone: tz, weekday: 'short', month: 'short', day: 'numeric' }).format(
    now,
  );
  const time = formatter('en-GB', { timeZone: tz, hour: '2-digit', minute: '2-digit' }).format(now);
  return (
    <div className="clock" role="group" aria-label={city}>
      <span className={isDay(wallOf(now, tz).hour) ? 'sky sun' : 'sky moon'} aria-hidden="true" />
      <span className="clock-city">{city}</span>
      <span className="clock-time">{time}</span>
      <span className="clock-day">{day}</span>
    </div>
  );
}
