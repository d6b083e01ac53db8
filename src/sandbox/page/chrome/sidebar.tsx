import type { ReactNode } from 'react';
import type { SandboxChannel } from '../../protocol.ts';
import { Avatar } from '../channel/avatar.tsx';
import { otherOf } from '../channel/names.ts';
import { useSandbox } from '../data/sandbox.ts';
import type { ReadMarks } from '../data/unread.ts';
import { useIsPhone } from '../data/use-is-phone.ts';
import { PeopleList } from './people-list.tsx';

interface EntryProps {
  channel: SandboxChannel;
  current: boolean;
  marks: ReadMarks;
  children: ReactNode;
}

function Entry({ channel, current, marks, children }: EntryProps) {
  const { state, words, go } = useSandbox();
  const messages = state.messages.filter((message) => message.channel === channel.id);
  const unread = marks.unread(messages, channel.id);
  const badge = channel.kind === 'im' ? unread.count : unread.mentions;
  const marked = unread.count > 0 || badge > 0;
  return (
    <li>
      <button
        type="button"
        className={marked ? 'entry unread' : 'entry'}
        aria-current={current ? 'page' : undefined}
        onClick={() => go({ channel: channel.id, thread: '' })}
      >
        {children}
        {badge > 0 && (
          <span
            className="entry-badge"
            aria-label={channel.kind === 'im' ? words.unread(badge) : words.mentions(badge)}
            role="img"
          >
            {badge}
          </span>
        )}
        {marked && badge === 0 && <span className="visually-hidden">{words.unread(unread.count)}</span>}
      </button>
    </li>
  );
}

interface Props {
  current: string;
  marks: ReadMarks;
  /** What stands under the lists. */
  children?: ReactNode;
}

export function Sidebar({ current, marks, children }: Props) {
  const sandbox = useSandbox();
  const { state, me, words } = sandbox;
  const mine = state.channels.filter((channel) => channel.members.includes(me.id));
  const isPhone = useIsPhone();
  // On a phone it is all there is.
  const Pane = isPhone ? 'main' : 'nav';
  const direct = mine.filter((channel) => channel.kind === 'im');
  return (
    <Pane className="pane sidebar" aria-label={words.conversations}>
      <header className="pane-header workspace">
        {isPhone ? <h1>{words.workspace}</h1> : <strong>{words.workspace}</strong>}
      </header>
      <div className="sidebar-scroll">
        <h2>{words.channels}</h2>
        <ul>
          {mine
            .filter((channel) => channel.kind === 'channel')
            .map((channel) => (
              <Entry key={channel.id} channel={channel} current={channel.id === current} marks={marks}>
                <span className="entry-mark" aria-hidden="true">
                  #
                </span>
                <span className="entry-name">{channel.name}</span>
              </Entry>
            ))}
        </ul>
        {direct.length > 0 && <h2>{words.directMessages}</h2>}
        <ul>
          {direct.map((channel) => {
            const other = otherOf(channel, sandbox);
            return (
              <Entry key={channel.id} channel={channel} current={channel.id === current} marks={marks}>
                <Avatar person={other} size={20} />
                <span className="entry-name">{other?.name ?? channel.name}</span>
              </Entry>
            );
          })}
        </ul>
        <PeopleList />
      </div>
      {children}
      <footer className="sidebar-me">
        <Avatar person={me} size={32} />
        <div>
          <div className="entry-name">{me.name}</div>
          <small>{words.title(me.title)}</small>
        </div>
      </footer>
    </Pane>
  );
}
