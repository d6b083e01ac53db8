import type { SandboxUpcoming } from '../../protocol.ts';
import { useSandbox } from '../data/sandbox.ts';
import { useNow } from '../data/use-now.ts';
import { formatter } from '../data/zone.ts';
import type { Words } from '../words.ts';

/** `Mon 09:00`, with the date once it is further off than a week. */
function shortTime(at: number, now: number, timeZone: string, locale: string): string {
  const far = at - now > 6 * 86_400_000;
  const day: Intl.DateTimeFormatOptions = far ? { month: 'short', day: 'numeric' } : {};
  const date = formatter(locale, { timeZone, weekday: 'short', ...day }).format(at);
  return `${date} ${formatter('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)}`;
}

function distance(at: number, now: number, words: Words): string {
  const minutes = Math.round((at - now) / 60_000);
  if (minutes <= 0) return words.overdue;
  return words.inTime(Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60);
}

function Next({ next, now }: { next: SandboxUpcoming; now: number }) {
  const { me, words } = useSandbox();
  const locale = me.locale.startsWith('zh') ? 'zh-CN' : 'en';
  return (
    <li className="next">
      <div className="next-head">
        {next.label !== '' && <b>{next.label}</b>}
        <span className="next-when">{distance(next.at, now, words)}</span>
      </div>
      <div className="next-text">{next.text[locale]}</div>
      <dl className="next-times">
        <dt>{words.shanghai}</dt>
        <dd>{shortTime(next.at, now, 'Asia/Shanghai', me.locale)}</dd>
        <dt>{words.newYork}</dt>
        <dd>{shortTime(next.at, now, 'America/New_York', me.locale)}</dd>
      </dl>
      {next.why && <div className="next-why">{next.why[locale]}</div>}
    </li>
  );
}

/** What is due next and why, as the product says it. */
export function NextPanel({ onClose }: { onClose: () => void }) {
  const { state, words } = useSandbox();
  const now = useNow(5_000);
  return (
    <aside className="pane next-panel" aria-label={words.whatNext}>
      <header className="pane-header">
        <h2>{words.whatNext}</h2>
        <button type="button" className="icon-button" aria-label={words.close} onClick={onClose}>
          ✕
        </button>
      </header>
      {state.upcoming.length === 0 && <p className="empty">{words.nothingNext}</p>}
      <ul className="nexts">
        {state.upcoming.map((next, index) => (
          <Next key={`${next.at} ${next.label} ${index}`} next={next} now={now} />
        ))}
      </ul>
    </aside>
  );
}
