import { useCallback, useState } from 'react';
import type { SandboxMessage, SandboxPerson } from '../../protocol.ts';

/** Newest message read per person and place; a place is a channel, or a channel and a thread's root. */
type Marks = Record<string, string>;

const storageKey = 'docket-sandbox-read';

const placeKey = (person: string, channel: string, thread = '') => `${person}|${channel}|${thread}`;

function load(): Marks {
  try {
    return JSON.parse(window.localStorage.getItem(storageKey) ?? '{}') as Marks;
  } catch {
    return {};
  }
}

export const mentions = (message: Pick<SandboxMessage, 'text' | 'blocks'>, person: string): boolean => {
  if (message.text.includes(`<@${person}`)) return true;
  const blocks = JSON.stringify(message.blocks);
  return blocks.includes(`<@${person}`) || blocks.includes(`"user_id":"${person}"`);
};

export interface Unread {
  /** Unread messages that people see in the channel itself. */
  count: number;
  mentions: number;
}

export interface ReadMarks {
  unread: (messages: SandboxMessage[], channel: string) => Unread;
  /** The first one that a person who was here before has not seen. */
  firstUnread: (messages: SandboxMessage[], channel: string) => string | undefined;
  threadIsNew: (replies: SandboxMessage[], channel: string, thread: string) => boolean;
  read: (channel: string, thread: string, newest: string) => void;
}

/** Kept in the browser, as the sandbox's server keeps none. A mark that names no message is an old run's. */
export function useReadMarks(me: SandboxPerson | undefined): ReadMarks {
  const [marks, setMarks] = useState(load);
  const id = me?.id ?? '';

  const unreadIn = (messages: SandboxMessage[], channel: string, thread = '') => {
    const mark = marks[placeKey(id, channel, thread)];
    const known = mark !== undefined && messages.some((message) => message.ts === mark);
    return messages.filter((message) => message.user !== id && (!known || message.ts > mark));
  };

  const read = useCallback(
    (channel: string, thread: string, newest: string) =>
      setMarks((before) => {
        const key = placeKey(id, channel, thread);
        if (before[key] === newest) return before;
        const after = { ...before, [key]: newest };
        // Others may read beside this page, and their marks stay.
        window.localStorage.setItem(storageKey, JSON.stringify({ ...load(), [key]: newest }));
        return after;
      }),
    [id],
  );

  return {
    read,
    firstUnread: (messages, channel) => {
      const mark = marks[placeKey(id, channel)];
      if (mark === undefined || !messages.some((message) => message.ts === mark)) return undefined;
      return messages.find((message) => message.user !== id && message.ts > mark)?.ts;
    },
    threadIsNew: (replies, channel, thread) => unreadIn(replies, channel, thread).length > 0,
    unread: (messages, channel) => {
      const roots = unreadIn(
        messages.filter((message) => !message.threadTs),
        channel,
      );
      const threads = new Set(messages.flatMap((message) => message.threadTs ?? []));
      const replies = [...threads].flatMap((thread) =>
        unreadIn(
          messages.filter((message) => message.threadTs === thread),
          channel,
          thread,
        ),
      );
      const mentioned = [...roots, ...replies].filter((message) => mentions(message, id)).length;
      return { count: roots.length, mentions: mentioned };
    },
  };
}
