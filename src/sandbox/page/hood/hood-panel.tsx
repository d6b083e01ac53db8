import { useState } from 'react';
import { useSandbox } from '../data/sandbox.ts';
import { Exchange } from './exchange.tsx';
import { Trouble } from './trouble.tsx';
import { type HoodFilter, useHood } from './use-hood.ts';

const WAYS = ['', 'from-slack', 'to-slack'] as const;

/** What Slack and the product say to each other, newest first, and switches that disturb it. */
export function HoodPanel({ onClose }: { onClose: () => void }) {
  const { words } = useSandbox();
  const [filter, setFilter] = useState<HoodFilter>({ text: '', way: '', kind: '' });
  const { hood, look } = useHood(filter);
  const narrow = (change: Partial<HoodFilter>) => setFilter({ ...filter, ...change });

  return (
    <aside className="pane hood-panel" aria-label={words.hood.title}>
      <header className="pane-header">
        <h2>{words.hood.title}</h2>
        <button type="button" className="icon-button" aria-label={words.close} onClick={onClose}>
          ✕
        </button>
      </header>
      <div className="hood-scroll">
        {hood && <Trouble hood={hood} onDone={look} />}
        <section className="hood-filter" aria-label={words.hood.filter}>
          <p>
            {words.hood.intro} <small>{hood && words.hood.found(hood.found, hood.total)}</small>
          </p>
          <input
            type="search"
            className="text-input"
            aria-label={words.hood.text}
            placeholder={words.hood.text}
            value={filter.text}
            onChange={(event) => narrow({ text: event.target.value })}
          />
          <select
            className="text-input"
            aria-label={words.hood.way}
            value={filter.way}
            onChange={(event) => narrow({ way: event.target.value })}
          >
            {WAYS.map((way) => (
              <option key={way} value={way}>
                {words.hood.ways[way]}
              </option>
            ))}
          </select>
          <select
            className="text-input"
            aria-label={words.hood.kind}
            value={filter.kind}
            onChange={(event) => narrow({ kind: event.target.value })}
          >
            <option value="">{words.hood.allKinds}</option>
            {hood?.kinds.map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </select>
        </section>
        {hood?.found === 0 && <p className="empty">{words.hood.none}</p>}
        <ul className="exchanges">
          {hood?.exchanges.map((exchange) => (
            <Exchange key={exchange.id} exchange={exchange} />
          ))}
        </ul>
      </div>
    </aside>
  );
}
