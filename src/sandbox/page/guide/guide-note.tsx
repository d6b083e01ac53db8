import { useState } from 'react';
import { useSandbox } from '../data/sandbox.ts';
import { GUIDE_STEPS } from '../words-scenes.ts';
import { CopyText } from './copy-text.tsx';

/** Walks a newcomer through one case, of whose steps that many are behind them. */
export function GuideNote({ passed, onHide }: { passed: number; onHide: () => void }) {
  const { state, words, me, person } = useSandbox();
  const [isFolded, setFolded] = useState(false);
  const step = GUIDE_STEPS[passed];
  const said = step && words.guide.steps[step];
  const opener = state.guide && person(state.guide.opener);
  const isForOpener =
    step !== 'opened' && step !== 'duplicate' && opener !== undefined && opener.id !== me.id;

  return (
    <aside className="guide" aria-label={words.guide.title} data-folded={isFolded}>
      <header>
        <strong>{words.guide.title}</strong>
        <button
          type="button"
          className="text-button"
          aria-expanded={!isFolded}
          onClick={() => setFolded(!isFolded)}
        >
          {isFolded ? words.guide.unfold : words.guide.fold}
        </button>
        <button type="button" className="text-button" title={words.guide.hideTitle} onClick={onHide}>
          {words.guide.hide}
        </button>
      </header>
      {said ? (
        <div role="status">
          <div className="guide-step">
            <small>{words.guide.step(passed + 1, GUIDE_STEPS.length)}</small>
            <b>{said.title}</b>
          </div>
          {!isFolded && (
            <>
              <progress max={GUIDE_STEPS.length} value={passed} aria-hidden="true" />
              <p>{said.how}</p>
              {isForOpener && <p className="guide-who">{words.guide.actAs(opener.name)}</p>}
              {said.type !== undefined && <CopyText text={said.type} />}
            </>
          )}
        </div>
      ) : (
        <div role="status">
          <p>{words.guide.done}</p>
          <button type="button" className="button" onClick={onHide}>
            {words.guide.doneHide}
          </button>
        </div>
      )}
    </aside>
  );
}
