import type { SandboxChannel } from '../../protocol.ts';
import { useSandbox } from '../data/sandbox.ts';

/** What a newcomer reads first: what to type, and the same to press. */
export function EmptyChannel({ channel }: { channel: SandboxChannel }) {
  const { state, me, words, act } = useSandbox();
  const hasBot = state.people.some(({ id, isBot }) => isBot && channel.members.includes(id));
  if (channel.kind === 'im' || !hasBot) {
    return (
      <div className="empty">
        <p>{words.emptyChannel}</p>
        {channel.kind === 'channel' && <p>{words.notHere}</p>}
      </div>
    );
  }
  const { title, how, example, note } = words.start;
  return (
    <section className="start">
      <h2>{title}</h2>
      <p>{how}</p>
      <button
        type="button"
        className="start-example"
        onClick={() => void act({ type: 'say', user: me.id, channel: channel.id, text: example })}
      >
        {example}
      </button>
      <p>{note}</p>
    </section>
  );
}
