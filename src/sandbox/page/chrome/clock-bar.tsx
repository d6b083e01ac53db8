import { type ReactNode, useState } from 'react';
import type { SandboxAct } from '../../protocol.ts';
import { clocksFor } from '../data/clocks.ts';
import { DAY, HOUR, nextNineEastern } from '../data/hours.ts';
import { useSandbox } from '../data/sandbox.ts';
import { useNow } from '../data/use-now.ts';
import { ActAs } from './act-as.tsx';
import { Clock } from './clock.tsx';
import { TimeBar } from './time-bar.tsx';
import { ToDate } from './to-date.tsx';
import { useTurning } from './use-turning.ts';

interface Props {
  /** False where two people stand side by side, each with their own. */
  withActAs: boolean;
  /** What else the page offers above its panes. */
  children?: ReactNode;
}

/** Time in both cities, and all that turns it for the whole product. On a phone, behind one button. */
export function ClockBar({ withActAs, children }: Props) {
  const { me, words, state } = useSandbox();
  const now = useNow();
  const turning = useTurning();
  const [menuOpen, setMenuOpen] = useState(false);
  const { isTurning, isPlaying, refused } = turning;

  const buttons: [string, SandboxAct][] = [
    [words.plusHour, { type: 'turn', by: HOUR }],
    [words.plusDay, { type: 'turn', by: DAY }],
    [words.toNext, { type: 'turn-to-next' }],
  ];
  const nothingNext = state.upcoming.length === 0;

  return (
    <header className="clock-bar" data-menu={menuOpen ? 'open' : 'closed'} data-turning={isTurning}>
      <div className="bar-row">
        <button
          type="button"
          className="bar-button time-menu"
          aria-expanded={menuOpen}
          onClick={() => setMenuOpen(!menuOpen)}
        >
          {words.timeMenu}
        </button>
        <div className="turns" aria-busy={isTurning}>
          {buttons.map(([label, how]) => (
            <button
              key={label}
              type="button"
              aria-disabled={isTurning || (how.type === 'turn-to-next' && nothingNext)}
              onClick={() => !isPlaying && void turning.turn(how)}
            >
              {label}
            </button>
          ))}
          <button
            type="button"
            aria-disabled={isTurning}
            onClick={() => !isPlaying && turning.turnTo(nextNineEastern(now), now)}
          >
            {words.toEastern}
          </button>
          <ToDate turning={turning} />
          <button
            type="button"
            className="play"
            aria-disabled={isTurning && !isPlaying}
            title={words.playHint}
            onClick={isPlaying ? turning.stop : () => !isTurning && turning.play()}
          >
            <span aria-hidden="true">{isPlaying ? '■ ' : '▶ '}</span>
            {isPlaying ? words.stop : words.play}
          </button>
        </div>
        <span className="turning" role="status">
          {isTurning && <span className="turning-wheel" aria-hidden="true" />}
          {isTurning ? words.turning : refused ? words.onlyForward : ''}
        </span>
        <div className="tools">{children}</div>
      </div>
      <div className="bar-row hours">
        <div className="clocks" role="group" aria-label={words.clock}>
          {clocksFor(me.tz, words).map((clock) => (
            <Clock key={clock.tz} {...clock} />
          ))}
          <span className="window-name">{words.submissionWindow}</span>
        </div>
        <TimeBar turning={turning} />
        {withActAs && <ActAs />}
      </div>
    </header>
  );
}
