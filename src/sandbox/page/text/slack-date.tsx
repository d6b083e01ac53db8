import { useSandbox } from '../data/sandbox.ts';
import { relative, slackDate, timeOfDay } from '../data/slack-date.ts';
import { useNow } from '../data/use-now.ts';
import { formatter } from '../data/zone.ts';
import { Link } from './link.tsx';

interface Props {
  at: number;
  format: string;
  url?: string;
  fallback?: string;
}

/** A `<!date…>`: in the reader's zone and language, and still true when the clock is turned. */
export function SlackDate({ at, format, url = '', fallback = '' }: Props) {
  const { me } = useSandbox();
  const now = useNow(30_000);
  if (!Number.isFinite(at) || format === '') return <span>{fallback}</span>;
  const reader = { locale: me.locale, tz: me.tz, now };
  const day = formatter(me.locale, { timeZone: me.tz, dateStyle: 'full' }).format(at * 1_000);
  const title = `${day} ${timeOfDay(at * 1_000, reader)} · ${relative(at * 1_000, now, me.locale)}`;
  const text = (
    <time className="slack-date" title={title}>
      {slackDate(at, format, reader)}
    </time>
  );
  return url === '' ? text : <Link url={url}>{text}</Link>;
}
