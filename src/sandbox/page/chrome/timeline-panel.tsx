import { useState } from 'react';
import type { SandboxUpcoming } from '../../protocol.ts';
import { clocksFor, shortTime } from '../data/clocks.ts';
import { useSandbox } from '../data/sandbox.ts';
import { type Filter, type Said, timelineFor } from '../data/timeline.ts';
import { useNow } from '../data/use-now.ts';
import { Mrkdwn } from '../text/mrkdwn.tsx';
import type { Words } from '../words.ts';
import { TimelineFilter } from './timeline-filter.tsx';

/** The panel shows a page of the past; the channel has all of it. */
const SHOWN = 60;

function distance(at: number, now: number, words: Words): string {
  const minutes = Math.round((at - now) / 60_000);
  if (minutes <= 0) return words.overdue;
  return words.inTime(Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60);
}

function Times({ at, now }: { at: number; now: number }) {
  const { me, words } = useSandbox();
  return (
    <dl className="next-times">
      {clocksFor(me.tz, words).map(({ city, tz }) => (
        <div key={tz}>
          <dt>{city}</dt>
          <dd>{shortTime(at, now, tz, me.locale)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Next({ next, now }: { next: SandboxUpcoming; now: number }) {
  const { me, words, person } = useSandbox();
  const locale = me.locale.startsWith('zh') ? 'zh-CN' : 'en';
  const who = next.person === undefined ? undefined : person(next.person)?.name;
  return (
    <li className="next">
      <div className="next-head">
        {next.label !== '' && <b>{next.label}</b>}
        {who && <span className="next-who">{who}</span>}
        <span className="next-when">{distance(next.at, now, words)}</span>
      </div>
      <div className="next-text">{next.text[locale]}</div>
      <Times at={next.at} now={now} />
      {next.why && <div className="next-why">{next.why[locale]}</div>}
    </li>
  );
}

function Happened({ said: { message, label }, now }: { said: Said; now: number }) {
  const { words, person, place, go } = useSandbox();
  const { channel, ts, threadTs = ts } = message;
  return (
    <li className="next">
      <div className="next-head">
        {label !== '' && <b>{label}</b>}
        <span className="next-who">{person(message.user)?.name}</span>
        {place.beside === '' && (
          <button
            type="button"
            className="text-button next-when"
            onClick={() => go({ channel, thread: threadTs })}
          >
            {words.openThread}
          </button>
        )}
      </div>
      <div className="said-text">
        <Mrkdwn text={message.text} />
      </div>
      <Times at={Number(ts) * 1_000} now={now} />
    </li>
  );
}

/** What will happen and why, as the product says it; and what was said, the latest first. */
export function TimelinePanel({ onClose }: { onClose: () => void }) {
  const { state, me, words } = useSandbox();
  const now = useNow(5_000);
  const [filter, setFilter] = useState<Filter>({ label: '', person: '' });
  const { said, next, labels } = timelineFor(state, me, filter);
  const isFiltered = filter.label !== '' || filter.person !== '';
  return (
    <aside className="pane next-panel" aria-label={words.timeline}>
      <header className="pane-header">
        <h2>{words.timeline}</h2>
        <button type="button" className="icon-button" aria-label={words.close} onClick={onClose}>
          ✕
        </button>
      </header>
      <TimelineFilter filter={filter} labels={labels} onChange={setFilter} />
      <div className="timeline-scroll">
        <h3>{words.whatNext}</h3>
        {next.length === 0 && (
          <p className="empty">{isFiltered ? words.nothingForFilter : words.nothingNext}</p>
        )}
        <ul className="nexts" aria-label={words.whatNext}>
          {next.map((one, index) => (
            <Next key={`${one.at} ${one.label} ${index}`} next={one} now={now} />
          ))}
        </ul>
        <h3>{words.whatHappened}</h3>
        {said.length === 0 && (
          <p className="empty">{isFiltered ? words.nothingForFilter : words.nothingHappened}</p>
        )}
        <ul className="nexts" aria-label={words.whatHappened}>
          {said.slice(0, SHOWN).map((one) => (
            <Happened key={`${one.message.channel} ${one.message.ts}`} said={one} now={now} />
          ))}
        </ul>
      </div>
    </aside>
  );
}
