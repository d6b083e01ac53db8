import { useEffect, useState } from 'react';
import type { SandboxExchange } from '../../protocol.ts';
import { useSandbox } from '../data/sandbox.ts';
import { loadExchange } from '../data/server.ts';
import { formatter } from '../data/zone.ts';

/** One request with its outcome; its JSON is asked for when it is opened. */
export function Exchange({ exchange }: { exchange: SandboxExchange }) {
  const { words, me } = useSandbox();
  const [open, setOpen] = useState(false);
  const [detail, setDetail] = useState('');
  const { id, way, kind, about, at, outcome, why, ms } = exchange;

  useEffect(() => {
    if (!open) return;
    const over = new AbortController();
    loadExchange(id, over.signal)
      .then(setDetail)
      // It was forgotten, or the sandbox is away: what stood there stays.
      .catch(() => undefined);
    return () => over.abort();
  }, [open, id, outcome]);

  const time = formatter('en-GB', { timeZone: me.tz, hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return (
    <li className="exchange">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="exchange-way" title={words.hood.ways[way]}>
          <span aria-hidden="true">{way === 'to-slack' ? '←' : '→'}</span>
          <span className="visually-hidden">{words.hood.ways[way]}</span>
        </span>
        <b>{kind}</b>
        <time>{time.format(at)}</time>
        <span className="exchange-about">{about}</span>
        <span className={`exchange-outcome ${outcome}`}>
          {[words.hood.outcomes[outcome], why, ms === undefined ? '' : `${ms} ms`]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </button>
      {open && <pre tabIndex={0}>{detail}</pre>}
    </li>
  );
}
