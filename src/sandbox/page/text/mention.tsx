import { useSandbox } from '../data/sandbox.ts';

export function UserMention({ id, label = '' }: { id: string; label?: string }) {
  const { me, person } = useSandbox();
  const name = person(id)?.name ?? (label || id);
  return <span className={id === me.id ? 'mention mention-me' : 'mention'}>@{name.replace(/^@/, '')}</span>;
}

export function ChannelMention({ id, label = '' }: { id: string; label?: string }) {
  const { channel, go } = useSandbox();
  const known = channel(id);
  if (!known) return <span className="mention">#{label || id}</span>;
  return (
    <button type="button" className="mention mention-channel" onClick={() => go({ channel: id, thread: '' })}>
      #{known.name}
    </button>
  );
}

export function Broadcast({ id, label = '' }: { id: string; label?: string }) {
  const { words } = useSandbox();
  const known = Object.entries(words.everyone).find(([name]) => name === id)?.[1];
  return <span className="mention mention-me">{known ?? (label || `@${id}`)}</span>;
}
