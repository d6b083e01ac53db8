import { useState } from 'react';
import type { SandboxAct, SandboxFault, SandboxHood } from '../../protocol.ts';
import { useSandbox } from '../data/sandbox.ts';

const FAULTS: readonly SandboxFault[] = ['slow', 'too-many', 'lost'];

interface Props {
  hood: SandboxHood;
  /** Looks again; over when what is there has been seen. */
  onDone: () => Promise<void>;
}

/** Switches for what goes wrong, and the count that shows that nothing is lost or said twice. */
export function Trouble({ hood, onDone }: Props) {
  const { words, act } = useSandbox();
  const { once, twice, notYet } = hood.said;
  // Shown as done until the hood says so itself: a switch that waits for its server feels broken.
  const [asked, setAsked] = useState<readonly SandboxAct[]>([]);
  const isOn = (fault: SandboxFault): boolean => {
    const last = asked.findLast((what) => what.type === 'fault' && what.fault === fault);
    return last?.type === 'fault' ? last.on : hood.faults.includes(fault);
  };
  const isDown = hood.isDown || asked.some(({ type }) => type === 'kill');
  const make = async (what: SandboxAct) => {
    setAsked((all) => [...all, what]);
    await act(what);
    await onDone();
    setAsked((all) => all.filter((other) => other !== what));
  };
  return (
    <section className="disturb" aria-label={words.hood.trouble}>
      <h3>{words.hood.trouble}</h3>
      {FAULTS.map((fault) => (
        <label key={fault} className="switch">
          <input
            type="checkbox"
            role="switch"
            checked={isOn(fault)}
            onChange={(event) => void make({ type: 'fault', fault, on: event.target.checked })}
          />
          <span>
            {words.hood.faults[fault]}
            <small>{words.hood.faultNotes[fault]}</small>
          </span>
        </label>
      ))}
      <div className="disturb-buttons">
        <button type="button" className="button" onClick={() => void make({ type: 'cut' })}>
          {words.hood.cut}
        </button>
        <button
          type="button"
          className="button danger"
          aria-disabled={isDown}
          onClick={() => !isDown && void make({ type: 'kill' })}
        >
          {words.hood.kill}
        </button>
      </div>
      {isDown && <p role="status">{words.hood.isDown}</p>}
      <p className="said" title={words.hood.saidNote}>
        <span className="said-label">{words.hood.said}</span>
        <span>{words.hood.once(once)}</span>
        <span className={twice > 0 ? 'said-bad' : undefined}>{words.hood.twice(twice)}</span>
        <span>{words.hood.notYet(notYet)}</span>
      </p>
      <small>{words.hood.saidNote}</small>
    </section>
  );
}
