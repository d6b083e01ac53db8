import type { SandboxAct, SandboxFault, SandboxHood } from '../../protocol.ts';
import { useSandbox } from '../data/sandbox.ts';

const FAULTS: readonly SandboxFault[] = ['slow', 'too-many', 'lost'];

interface Props {
  hood: SandboxHood;
  onDone: () => void;
}

/** Switches for what goes wrong, and the count that shows that nothing is lost or said twice. */
export function Trouble({ hood, onDone }: Props) {
  const { words, act } = useSandbox();
  const { once, twice, notYet } = hood.said;
  const make = async (what: SandboxAct) => {
    await act(what);
    onDone();
  };
  return (
    <section className="disturb" aria-label={words.hood.trouble}>
      <h3>{words.hood.trouble}</h3>
      {FAULTS.map((fault) => (
        <label key={fault} className="switch">
          <input
            type="checkbox"
            role="switch"
            checked={hood.faults.includes(fault)}
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
          aria-disabled={hood.isDown}
          onClick={() => !hood.isDown && void make({ type: 'kill' })}
        >
          {words.hood.kill}
        </button>
      </div>
      {hood.isDown && <p role="status">{words.hood.isDown}</p>}
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
