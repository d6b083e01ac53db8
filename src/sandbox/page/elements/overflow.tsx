import { type KeyboardEvent, useCallback, useId, useLayoutEffect, useRef, useState } from 'react';
import { type Json, object, objects, string } from '../data/json.ts';
import { useSandbox } from '../data/sandbox.ts';
import { useSurface } from '../data/surface.ts';
import { plainText } from '../text/text-object.tsx';
import { useConfirm } from './confirm.tsx';
import type { ElementProps } from './naming.ts';
import { Popover } from './popover.tsx';

/** Moves between the menu's items, round and round. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const now = items.findIndex((item) => item === document.activeElement);
  const targets: Record<string, number> = {
    ArrowDown: (now + 1) % items.length,
    ArrowUp: (now - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  items[target]?.focus();
}

export function Overflow({ element, blockId, actionId }: ElementProps) {
  const { words } = useSandbox();
  const { dispatch } = useSurface();
  const ask = useConfirm();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const menu = useId();
  const close = useCallback(() => setOpen(false), []);

  useLayoutEffect(() => {
    if (open) list.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [open]);

  const choose = async (option: Json) => {
    setOpen(false);
    button.current?.focus();
    if (!(await ask(object(element, 'confirm')))) return;
    const url = string(option, 'url');
    if (/^https?:/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
    await dispatch({ type: 'overflow', block_id: blockId, action_id: actionId, selected_option: option });
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className="button overflow"
        aria-label={string(element, 'accessibility_label') || words.more}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menu : undefined}
        onClick={() => setOpen(!open)}
      >
        ⋯
      </button>
      {open && (
        <Popover anchor={button} onClose={close} className="menu">
          <div ref={list} role="menu" id={menu} aria-label={words.more} onKeyDown={moveFocus}>
            {objects(element, 'options').map((option, index) => (
              <button
                key={string(option, 'value') || index}
                type="button"
                role="menuitem"
                onClick={() => void choose(option)}
              >
                {plainText(object(option, 'text'))}
                {object(option, 'description') && <small>{plainText(object(option, 'description'))}</small>}
              </button>
            ))}
          </div>
        </Popover>
      )}
    </>
  );
}
