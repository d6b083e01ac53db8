import { useState } from 'react';

/** What was begun and not sent, per person and place, as long as the page is open. */
const drafts = new Map<string, string>();

export interface Draft {
  text: string;
  write: (text: string) => void;
  /** Puts back what could not be sent, before whatever has been typed since. */
  restore: (text: string) => void;
}

export function useDraft(key: string): Draft {
  const [text, setText] = useState(() => drafts.get(key) ?? '');
  const write = (next: string) => {
    drafts.set(key, next);
    setText(next);
  };
  const restore = (lost: string) => write([lost, drafts.get(key) ?? ''].filter(Boolean).join('\n'));
  return { text, write, restore };
}
