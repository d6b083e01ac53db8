import { type PointerEvent, useEffect, useRef } from 'react';
import type { SandboxMessage } from '../../protocol.ts';
import { useSandbox } from '../data/sandbox.ts';
import { MenuButton, type MenuItem } from '../elements/menu.tsx';

/** How long a finger rests on a message before its menu opens. */
const press = 500;

/** A finger that rests opens the menu; one that moves scrolls. */
export function useLongPress(onLongPress: () => void) {
  const timer = useRef(0);
  const stop = () => window.clearTimeout(timer.current);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return {
    onPointerDown: (event: PointerEvent) => {
      stop();
      const control = event.target instanceof Element && event.target.closest('button, a, input, textarea');
      if (event.pointerType !== 'mouse' && !control) timer.current = window.setTimeout(onLongPress, press);
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onPointerMove: (event: PointerEvent) => {
      if (Math.abs(event.movementX) + Math.abs(event.movementY) > 4) stop();
    },
  };
}

interface Props {
  message: SandboxMessage;
  /** Whether a thread can be opened from here; not inside the thread. */
  threads: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** What can be done with one message: reply, the app's shortcuts, its link. */
export function MessageActions({ message, threads, open, onOpen }: Props) {
  const { me, state, words, go, act } = useSandbox();
  const { channel, ts, threadTs } = message;
  const app = state.people.find(({ isBot }) => isBot)?.name ?? '';
  const reply = () => go({ channel, thread: ts });
  const copy = () => {
    const thread = threadTs === undefined ? '' : `?thread_ts=${threadTs}&cid=${channel}`;
    const path = `/archives/${channel}/p${ts.replace('.', '')}${thread}`;
    void navigator.clipboard?.writeText(window.location.origin + path);
  };
  const items: MenuItem[] = [
    ...(threads ? [{ key: 'reply', label: words.replyInThread, run: reply }] : []),
    ...state.shortcuts
      .filter(({ type }) => type === 'message')
      .map(({ name, callbackId }) => ({
        key: `shortcut ${callbackId}`,
        label: name,
        about: app,
        run: () => void act({ type: 'shortcut', user: me.id, callbackId, message: { channel, ts } }),
      })),
    { key: 'link', label: words.copyLink, run: copy },
  ];
  return (
    <div className={open ? 'message-actions open' : 'message-actions'}>
      {threads && (
        <button
          type="button"
          className="reply-button"
          aria-label={words.replyInThread}
          title={words.replyInThread}
          onClick={reply}
        >
          <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
            <path d="M4 4h12v9H9l-4 3v-3H4z" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </button>
      )}
      <MenuButton label={words.messageMenu} className="menu-button" items={items} open={open} onOpen={onOpen}>
        ⋮
      </MenuButton>
    </div>
  );
}
