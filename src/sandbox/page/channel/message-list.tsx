import { Fragment, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SandboxEphemeral, SandboxMessage } from '../../protocol.ts';
import { useSandbox } from '../data/sandbox.ts';
import { slackDate } from '../data/slack-date.ts';
import { daysApart } from '../data/zone.ts';
import { EphemeralView } from './ephemeral-view.tsx';
import { instantOfTs } from './message-head.tsx';
import { MessageView } from './message-view.tsx';

interface Props {
  label: string;
  messages: SandboxMessage[];
  ephemerals: SandboxEphemeral[];
  /** The replies under a root, in a channel; absent in a thread. */
  repliesTo?: (root: SandboxMessage) => { replies: SandboxMessage[]; isNew: boolean };
  /** The first that the reader has not seen, as they come here: a line stands before it. */
  firstUnread?: string | undefined;
  /** Stands where nothing was said yet. */
  empty?: ReactNode;
  children?: ReactNode;
}

type Item = { ts: string; message?: SandboxMessage; ephemeral?: SandboxEphemeral };

const together = 5 * 60_000;

function follows(item: Item, before: Item | undefined): boolean {
  if (item.message?.threadTs && !before?.message?.threadTs) return false;
  if (!item.message || !before?.message || item.message.user !== before.message.user) return false;
  return instantOfTs(item.ts) - instantOfTs(before.ts) < together;
}

/** Keeps the newest in sight, unless the reader has scrolled up. */
function useStickToEnd() {
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const stick = () => {
    if (atEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight;
  };
  // At each drawing: a card that is redrawn grows as well.
  useLayoutEffect(stick);
  useEffect(() => {
    const observer = new ResizeObserver(stick);
    if (list.current) observer.observe(list.current);
    return () => observer.disconnect();
  }, []);
  const onScroll = () => {
    const box = list.current;
    if (box && box.clientHeight > 0) atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
  };
  return { list, onScroll };
}

export function MessageList({ label, messages, ephemerals, repliesTo, firstUnread, empty, children }: Props) {
  const { me, state, words } = useSandbox();
  const items: Item[] = [
    ...messages.map((message) => ({ ts: message.ts, message })),
    ...ephemerals.map((ephemeral) => ({ ts: ephemeral.ts, ephemeral })),
  ].sort((one, other) => Number(one.ts) - Number(other.ts));
  const { list, onScroll } = useStickToEnd();
  const [newFrom] = useState(firstUnread);
  const reader = { locale: me.locale, tz: me.tz, now: state.now };

  return (
    <div ref={list} className="message-list" role="log" aria-label={label} tabIndex={0} onScroll={onScroll}>
      <div className="message-list-space" />
      {items.length === 0 && empty}
      {items.map((item, index) => {
        const before = items[index - 1];
        const newDay = !before || daysApart(instantOfTs(before.ts), instantOfTs(item.ts), me.tz) !== 0;
        const under = item.message && repliesTo?.(item.message);
        return (
          <Fragment key={item.ephemeral?.id ?? item.ts}>
            {newDay && repliesTo && (
              <div className="day">
                <span>{slackDate(Number(item.ts), '{day_divider_pretty}', reader)}</span>
              </div>
            )}
            {item.ts === newFrom && (
              <div className="day new-line" role="separator" aria-label={words.newMessages}>
                <span>{words.newMessages}</span>
              </div>
            )}
            {item.message && (
              <MessageView
                message={item.message}
                follows={!newDay && follows(item, before)}
                {...(under ? { replies: under.replies, repliesAreNew: under.isNew } : {})}
              />
            )}
            {item.ephemeral && <EphemeralView ephemeral={item.ephemeral} />}
            {index === 0 && !repliesTo && messages.length > 1 && (
              <div className="day replies-count">
                <span>{words.replies(messages.length - 1)}</span>
              </div>
            )}
          </Fragment>
        );
      })}
      {children}
    </div>
  );
}
