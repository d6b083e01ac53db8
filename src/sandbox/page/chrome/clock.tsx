import type { ShownClock } from '../data/clocks.ts';
import { hourAndMinute } from '../data/clocks.ts';
import { isAwake } from '../data/hours.ts';
import { useSandbox } from '../data/sandbox.ts';
import { useNow } from '../data/use-now.ts';
import { formatter } from '../data/zone.ts';

/** The time on one wall; sun or moon, so that twelve hours apart are seen and not reckoned. */
export function Clock({ city, tz }: ShownClock) {
  const { me } = useSandbox();
  const now = useNow();
  const day = formatter(me.locale, { timeZone: tz, weekday: 'short', month: 'short', day: 'numeric' }).format(
    now,
  );
  return (
    <div className="clock" role="group" aria-label={city}>
      <span className={isAwake(now, tz) ? 'sky sun' : 'sky moon'} aria-hidden="true" />
      <span className="clock-city">{city}</span>
      <span className="clock-time">{hourAndMinute(now, tz)}</span>
      <span className="clock-day">{day}</span>
    </div>
  );
}
