import { type ReactNode, useState } from 'react';
import type { SandboxAct } from '../../protocol.ts';
import { useSandbox } from '../data/sandbox.ts';
import { ActAs } from './act-as.tsx';
import { Clock } from './clock.tsx';

const hour = 3_600_000;

interface Props {
  nextOpen: boolean;
  onToggleNext: () => void;
  /** What else the page offers above its panes. */
  children?: ReactNode;
}

/** Time in both cities, and the buttons that turn it for the whole product. */
export function ClockBar({ nextOpen, onToggleNext, children }: Props) {
  const { act, words, state } = useSandbox();
  const [turning, setTurning] = useState(false);

  const turn = async (how: SandboxAct) => {
    if (turning) return;
    setTurning(true);
    await act(how);
    setTurning(false);
  };
  const buttons: [string, SandboxAct][] = [
    [words.plusHour, { type: 'turn', by: hour }],
    [words.plusDay, { type: 'turn', by: 24 * hour }],
    [words.toNext, { type: 'turn-to-next' }],
  ];

  return (
    <header className="clock-bar">
      <div className="clocks" role="group" aria-label={words.clock}>
        <Clock city={words.shanghai} tz="Asia/Shanghai" />
        <Clock city={words.newYork} tz="America/New_York" />
      </div>
      <div className="turns" aria-busy={turning}>
        {buttons.map(([label, how]) => (
          <button
            key={label}
            type="button"
            aria-disabled={turning || (how.type === 'turn-to-next' && state.upcoming.length === 0)}
            onClick={() => void turn(how)}
          >
            {label}
          </button>
        ))}
        <button type="button" className="next-toggle" aria-expanded={nextOpen} onClick={onToggleNext}>
          {words.whatNext}
          <span className="count">{state.upcoming.length}</span>
        </button>
        <span className="turning" role="status">
          {turning ? words.turning : ''}
        </span>
      </div>
      <div className="tools">{children}</div>
      <ActAs />
    </header>
  );
}
