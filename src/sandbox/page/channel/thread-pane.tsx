import { type KeyboardEvent, useEffect, useState } from 'react';
import type { SandboxChannel } from '../../protocol.ts';
import { useSandbox } from '../data/sandbox.ts';
import type { ReadMarks } from '../data/unread.ts';
import { useIsPhone } from '../data/use-is-phone.ts';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import { channelName } from './names.ts';
import { SlackbotNote, SlackErrors } from './slackbot-note.tsx';

interface Props {
  channel: SandboxChannel;
  thread: string;
  marks: ReadMarks;
}

/** One thread beside its channel. Slash commands are refused here, in Slack's own words. */
export function ThreadPane({ channel, thread, marks }: Props) {
  const sandbox = useSandbox();
  const { state, me, words, go } = sandbox;
  const [refused, setRefused] = useState('');
  const messages = state.messages.filter(
    (message) => message.channel === channel.id && (message.ts === thread || message.threadTs === thread),
  );
  const close = () => go({ thread: '' });
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close();
  };
  const newest = messages.findLast((message) => message.threadTs)?.ts;
  const { read } = marks;
  // On a phone it is all there is.
  const [Pane, Heading] = useIsPhone() ? (['main', 'h1'] as const) : (['aside', 'h2'] as const);

  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  useEffect(() => {
    if (newest) read(channel.id, thread, newest);
  }, [read, channel.id, thread, newest]);

  return (
    <Pane className="pane thread-pane" aria-label={words.thread} onKeyDown={closeOnEscape}>
      <header className="pane-header">
        <button type="button" className="icon-button back" aria-label={words.back} onClick={close}>
          ‹
        </button>
        <Heading>{words.thread}</Heading>
        <small>{channelName(channel, sandbox)}</small>
        <button
          type="button"
          className="icon-button close-pane"
          aria-label={words.closeThread}
          onClick={close}
        >
          ✕
        </button>
      </header>
      {messages.length === 0 && <p className="empty">{words.threadGone}</p>}
      <MessageList
        key={`${thread} ${me.id}`}
        label={words.thread}
        messages={messages}
        ephemerals={state.ephemerals.filter(
          (one) => one.channel === channel.id && one.user === me.id && one.threadTs === thread,
        )}
      >
        <SlackErrors />
        {refused !== '' && (
          <SlackbotNote text={words.noCommandInThread(refused)} onDismiss={() => setRefused('')} />
        )}
      </MessageList>
      <Composer
        key={`composer ${thread} ${me.id}`}
        channel={channel.id}
        thread={thread}
        label={words.replyInThread}
        placeholder={words.reply}
        onCommand={setRefused}
      />
    </Pane>
  );
}
