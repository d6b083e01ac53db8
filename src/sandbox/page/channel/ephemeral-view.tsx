import { useMemo } from 'react';
import type { SandboxEphemeral } from '../../protocol.ts';
import { useSandbox } from '../data/sandbox.ts';
import { Avatar } from './avatar.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageHead } from './message-head.tsx';
import { OnlyYou } from './only-you.tsx';

/** An answer that one person sees, until it is dismissed. */
export function EphemeralView({ ephemeral }: { ephemeral: SandboxEphemeral }) {
  const { state, act } = useSandbox();
  const bot = state.people.find((person) => person.isBot);
  const { id } = ephemeral;
  const source = useMemo(() => ({ kind: 'ephemeral' as const, id }), [id]);
  const name = bot?.name ?? 'Docket';
  return (
    <article className="message ephemeral" data-testid="ephemeral" data-ts={ephemeral.ts} aria-label={name}>
      <div className="message-side">
        <Avatar person={bot} />
      </div>
      <div className="message-main">
        <OnlyYou onDismiss={() => void act({ type: 'dismiss', id })} />
        <MessageHead name={name} person={bot} ts={ephemeral.ts} />
        <MessageBody text={ephemeral.text} blocks={ephemeral.blocks} source={source} />
      </div>
    </article>
  );
}
