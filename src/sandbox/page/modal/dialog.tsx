import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useSandbox } from '../data/sandbox.ts';

interface Props {
  className: string;
  role?: 'dialog' | 'alertdialog';
  title: string;
  onClose: () => void;
  children: ReactNode;
}

const firstField = '[data-autofocus], [data-field]:not([disabled])';

/** The browser's own modal dialog: focus moves in, stays in, and returns; Escape asks to close. */
export function Dialog({ className, role = 'dialog', title, onClose, children }: Props) {
  const { words } = useSandbox();
  const dialog = useRef<HTMLDialogElement>(null);
  const begun = useRef(false);
  const titleId = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  // Apps open a modal empty and fill it in: the first field takes the focus once it is there, and only once.
  useLayoutEffect(() => {
    if (begun.current) return;
    const field = dialog.current?.querySelector<HTMLElement>(firstField);
    begun.current = field !== null && field !== undefined;
    field?.focus();
  });

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };

  return (
    <dialog
      ref={dialog}
      className={className}
      role={role}
      aria-labelledby={titleId}
      onKeyDown={closeOnEscape}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="dialog-header">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="icon-button" aria-label={words.closeDialog} onClick={onClose}>
          ✕
        </button>
      </header>
      {children}
    </dialog>
  );
}
