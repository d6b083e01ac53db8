import { useCallback, useRef, useState } from 'react';
import { useSandbox } from '../data/sandbox.ts';
import { Popover } from '../elements/popover.tsx';

/** Other worlds to begin anew in; and the way back to the guide. */
export function ScenesMenu({ onBringGuide }: { onBringGuide: () => void }) {
  const { state, words, act } = useSandbox();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(false), []);
  const { scene } = state;

  const choose = (how: () => void) => {
    setOpen(false);
    button.current?.focus();
    how();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="bar-button"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {words.scenes.menu}
      </button>
      {open && (
        <Popover anchor={button} onClose={close} className="menu scenes-menu">
          <div role="menu" aria-label={words.scenes.menu}>
            {scene && <p className="menu-note">{scene.fixed ? words.scenes.kept : words.scenes.note}</p>}
            {scene?.fixed === undefined &&
              scene?.choices.map((name) => (
                <button
                  key={name}
                  type="button"
                  role="menuitemradio"
                  aria-checked={name === scene.name}
                  onClick={() => choose(() => void act({ type: 'scene', name }))}
                >
                  {words.scenes.names[name]?.[0] ?? name}
                  <small>{words.scenes.names[name]?.[1]}</small>
                </button>
              ))}
            <button type="button" role="menuitem" onClick={() => choose(onBringGuide)}>
              {words.scenes.bringGuide}
            </button>
          </div>
        </Popover>
      )}
    </>
  );
}
