import { type KeyboardEvent, type ReactNode, useCallback, useId, useLayoutEffect, useRef } from 'react';
import { Popover } from './popover.tsx';

export interface MenuItem {
  key: string;
  label: string;
  about?: string;
  run: () => void;
}

interface Props {
  label: string;
  className: string;
  items: MenuItem[];
  open: boolean;
  onOpen: (open: boolean) => void;
  children: ReactNode;
}

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

/** A button with a menu: arrows move in it, Escape and a choice give the focus back to the button. */
export function MenuButton({ label, className, items, open, onOpen, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const menu = useId();
  const close = useCallback(() => onOpen(false), [onOpen]);

  useLayoutEffect(() => {
    if (open) list.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [open]);

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menu : undefined}
        onClick={() => onOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <Popover anchor={button} onClose={close} className="menu">
          <div ref={list} role="menu" id={menu} aria-label={label} onKeyDown={moveFocus}>
            {items.map(({ key, label: text, about = '', run }) => (
              <button
                key={key}
                type="button"
                role="menuitem"
                tabIndex={-1}
                onClick={() => {
                  close();
                  button.current?.focus();
                  run();
                }}
              >
                {text}
                {about !== '' && <small>{about}</small>}
              </button>
            ))}
          </div>
        </Popover>
      )}
    </>
  );
}
