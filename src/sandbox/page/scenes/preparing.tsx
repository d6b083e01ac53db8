import { useEffect, useRef } from 'react';
import { useSandbox } from '../data/sandbox.ts';

/** Covers a world in the making; when another one is there, nothing points into the old one any more. */
export function Preparing() {
  const { state, words, go } = useSandbox();
  const { scene } = state;
  const run = scene?.run;
  const seen = useRef(run);

  useEffect(() => {
    if (seen.current !== run) go({ thread: '' });
    seen.current = run;
  }, [run, go]);

  if (!scene?.isPreparing) return null;
  return (
    <div className="preparing" role="status">
      <strong>{words.scenes.preparing(words.scenes.names[scene.name]?.[0] ?? scene.name)}</strong>
      <p>{words.scenes.preparingNote}</p>
    </div>
  );
}
