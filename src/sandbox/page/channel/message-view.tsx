import { useMemo, useState } from 'react';
import type { SandboxMessage } from '../../protocol.ts';
import { useSandbox } from '../data/sandbox.ts';
import { mentions } from '../data/unread.ts';
import { Avatar } from './avatar.tsx';
import { MessageActions, useLongPress } from './message-actions.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageHead, MessageTime } from './message-head.tsx';
import { ThreadLink } from './thread-link.tsx';

interface Props {
  message: SandboxMessage;
  /** Follows one of the same person within a few minutes: drawn without name and picture, as Slack does. */
  follows: boolean;
  /** Replies under a root, where it stands in its channel; absent inside the thread. */
  replies?: SandboxMessage[];
  repliesAreNew?: boolean;
}

export function MessageView({ message, follows, replies, repliesAreNew = false }: Props) {
  const { me, person, words } = useSandbox();
  const [menuOpen, setMenuOpen] = useState(false);
  const touch = useLongPress(() => setMenuOpen(true));
  const author = person(message.user);
  const name = author?.name ?? message.user;
  const { channel, ts } = message;
  const source = useMemo(() => ({ kind: 'message' as const, channel, ts }), [channel, ts]);
  const classes = ['message'];
  if (follows) classes.push('follows');
  if (message.user !== me.id && mentions(message, me.id)) classes.push('mentions-me');

  return (
    <article className={classes.join(' ')} data-testid="message" data-ts={ts} aria-label={name} {...touch}>
      <div className="message-side">
        {follows ? <MessageTime ts={ts} short /> : <Avatar person={author} />}
      </div>
      <div className="message-main">
        {!follows && <MessageHead name={name} person={author} ts={ts} />}
        <MessageBody text={message.text} blocks={message.blocks} source={source} />
        {message.editedTs && <span className="edited">{words.edited}</span>}
        {replies && replies.length > 0 && (
          <ThreadLink root={message} replies={replies} isNew={repliesAreNew} />
        )}
      </div>
      <MessageActions
        message={message}
        threads={replies !== undefined}
        open={menuOpen}
        onOpen={setMenuOpen}
      />
    </article>
  );
}
