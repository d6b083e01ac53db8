import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import { type Json, object, string } from '../data/json.ts';
import { Dialog } from '../modal/dialog.tsx';
import { plainText, TextObject } from '../text/text-object.tsx';

type Ask = (confirm: Json | undefined) => Promise<boolean>;

const ConfirmContext = createContext<Ask>(() => Promise.resolve(true));

/** Asks an element's `confirm` dialog; without one the answer is yes. */
export const useConfirm = () => useContext(ConfirmContext);

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Json>();
  const answer = useRef<(yes: boolean) => void>(undefined);

  const ask = useMemo<Ask>(
    () => (confirm) => {
      if (!confirm) return Promise.resolve(true);
      setAsked(confirm);
      return new Promise((resolve) => {
        answer.current = resolve;
      });
    },
    [],
  );
  const close = (yes: boolean) => {
    setAsked(undefined);
    answer.current?.(yes);
  };

  return (
    <ConfirmContext value={ask}>
      {children}
      {asked && (
        <Dialog
          className="dialog confirm"
          role="alertdialog"
          title={plainText(object(asked, 'title'))}
          onClose={() => close(false)}
        >
          <div className="dialog-body">
            <TextObject text={object(asked, 'text')} />
          </div>
          <footer className="dialog-footer">
            <button type="button" className="button" onClick={() => close(false)}>
              {plainText(object(asked, 'deny'))}
            </button>
            <button
              type="button"
              className={string(asked, 'style') === 'danger' ? 'button danger' : 'button primary'}
              onClick={() => close(true)}
              data-autofocus
            >
              {plainText(object(asked, 'confirm'))}
            </button>
          </footer>
        </Dialog>
      )}
    </ConfirmContext>
  );
}
