import { useEffect } from 'react';

/** A short message of the page itself; it goes by itself. */
export function Toast({ text, onGone }: { text: string; onGone: () => void }) {
  useEffect(() => {
    if (text === '') return;
    const timer = window.setTimeout(onGone, 5_000);
    return () => window.clearTimeout(timer);
  }, [text, onGone]);
  return (
    <div className="toast-place" role="alert">
      {text !== '' && <div className="toast">{text}</div>}
    </div>
  );
}
