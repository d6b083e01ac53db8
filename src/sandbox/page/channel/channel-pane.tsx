import { useEffect } from 'react';
import type { SandboxChannel } from '../../protocol.ts';
import { emojify } from '../data/emoji.ts';
import { useSandbox } from '../data/sandbox.ts';
import { timeOfDay } from '../data/slack-date.ts';
import type { ReadMarks } from '../data/unread.ts';
import { AppHome } from './app-home.tsx';
import { AppTabs } from './app-tabs.tsx';
import { Composer } from './composer.tsx';
import { EmptyChannel } from './empty-channel.tsx';
import { MessageList } from './message-list.tsx';
import { channelName, otherOf } from './names.ts';
import { SlackErrors } from './slackbot-note.tsx';

function About({ channel }: { channel: SandboxChannel }) {
  const sandbox = useSandbox();
  const { words, me, state } = sandbox;
  const other = channel.kind === 'im' ? otherOf(channel, sandbox) : undefined;
  if (!other) return <small>{words.members(channel.members.length)}</small>;
  if (other.isBot) return <span className="badge">{words.app}</span>;
  const time = timeOfDay(state.now, { locale: me.locale, tz: other.tz });
  const status = other.status ? [`${emojify(other.status.emoji)} ${other.status.text}`] : [];
  return <small>{[...status, words.title(other.title), words.localTime(time)].join(' · ')}</small>;
}

/** A channel or a direct message: its messages and the box to write in. */
export function ChannelPane({ channel, marks }: { channel: SandboxChannel; marks: ReadMarks }) {
  const sandbox = useSandbox();
  const { state, me, words, place, go, act } = sandbox;
  const name = channelName(channel, sandbox);
  const all = state.messages.filter((message) => message.channel === channel.id);
  const roots = all.filter((message) => !message.threadTs);
  const newest = roots.at(-1)?.ts;
  const { read } = marks;
  const other = channel.kind === 'im' ? otherOf(channel, sandbox) : undefined;
  const app = other?.isBot ? other : undefined;
  const hasTabs = app !== undefined;
  const tab = app && place.tab === 'home' ? 'home' : 'messages';
  const reads = tab === 'messages' ? newest : undefined;

  useEffect(() => {
    if (hasTabs) void act({ type: 'open-app', user: me.id, tab }, { quiet: true });
  }, [hasTabs, me.id, tab, act]);

  useEffect(() => {
    if (reads) read(channel.id, '', reads);
  }, [read, channel.id, reads]);

  return (
    <main className="pane channel-pane" aria-label={name}>
      <header className="pane-header">
        <button
          type="button"
          className="icon-button back"
          aria-label={words.back}
          onClick={() => go({ channel: '', thread: '' })}
        >
          ‹
        </button>
        <h1>{name}</h1>
        <About channel={channel} />
      </header>
      {app && <AppTabs current={tab} />}
      {app && tab === 'home' ? (
        <AppHome key={me.id} app={app.name} />
      ) : (
        <>
          <MessageList
            key={`${channel.id} ${me.id}`}
            label={words.messagesIn(name)}
            messages={roots}
            firstUnread={marks.firstUnread(roots, channel.id)}
            ephemerals={state.ephemerals.filter(
              (one) => one.channel === channel.id && one.user === me.id && !one.threadTs,
            )}
            empty={<EmptyChannel channel={channel} />}
            repliesTo={(root) => {
              const replies = all.filter((message) => message.threadTs === root.ts);
              return { replies, isNew: marks.threadIsNew(replies, channel.id, root.ts) };
            }}
          >
            {place.thread === '' && <SlackErrors />}
          </MessageList>
          <Composer
            key={`composer ${channel.id} ${me.id}`}
            channel={channel.id}
            label={words.messageTo(name)}
          />
        </>
      )}
    </main>
  );
}
