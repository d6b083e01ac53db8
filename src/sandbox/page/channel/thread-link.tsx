import type { SandboxMessage } from '../../protocol.ts';
import { useSandbox } from '../data/sandbox.ts';
import { slackDate } from '../data/slack-date.ts';
import { Avatar } from './avatar.tsx';

interface Props {
  root: SandboxMessage;
  replies: SandboxMessage[];
  isNew: boolean;
}

/** "3 replies", under a message that has a thread. */
export function ThreadLink({ root, replies, isNew }: Props) {
  const { me, person, words, go, state } = useSandbox();
  const people = [...new Set(replies.map((reply) => reply.user))].slice(0, 4);
  const reader = { locale: me.locale, tz: me.tz, now: state.now };
  const last = replies.at(-1);
  return (
    <button
      type="button"
      className={isNew ? 'thread-link is-new' : 'thread-link'}
      onClick={() => go({ channel: root.channel, thread: root.ts })}
    >
      {people.map((id) => (
        <Avatar key={id} person={person(id)} size={20} />
      ))}
      <span className="thread-count">{words.replies(replies.length)}</span>
      {isNew && <span className="badge new">{words.newReplies}</span>}
      {last && (
        <span className="thread-last">
          {words.lastReply(slackDate(Number(last.ts), '{date_short_pretty} {time}', reader))}
        </span>
      )}
    </button>
  );
}
