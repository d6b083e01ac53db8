import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSandbox } from '../data/sandbox.ts';

/** Text to copy stands alone, with a button that copies exactly it. */
export function Preformatted({ children }: { children: ReactNode }) {
  const { words } = useSandbox();
  const text = useRef<HTMLPreElement>(null);
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = window.setTimeout(() => setCopied(false), 2_000);
    return () => window.clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text.current?.textContent ?? '');
      setCopied(true);
    } catch {
      const range = document.createRange();
      if (text.current) range.selectNodeContents(text.current);
      const selection = window.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
    }
  };

  return (
    <div className="preformatted">
      <pre ref={text}>{children}</pre>
      <button type="button" className="copy" onClick={() => void copy()}>
        {copied ? words.copied : words.copy}
      </button>
    </div>
  );
}
