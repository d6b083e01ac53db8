import { useEffect, useState } from 'react';
import { useSandbox } from '../data/sandbox.ts';

/** A line to type, with a button that copies exactly it. */
export function CopyText({ text }: { text: string }) {
  const { words } = useSandbox();
  const [copied, setCopied] = useState('');

  useEffect(() => {
    const timer = window.setTimeout(() => setCopied(''), 2_000);
    return () => window.clearTimeout(timer);
  }, [copied]);

  return (
    <div className="copy-text">
      <code>{text}</code>
      <button
        type="button"
        className="button"
        onClick={() =>
          // Where the browser lets no page copy, the text can still be marked by hand.
          void navigator.clipboard?.writeText(text).then(
            () => setCopied(text),
            () => undefined,
          )
        }
      >
        {copied === text ? words.copied : words.copy}
      </button>
    </div>
  );
}
