import type { SandboxChannel } from '../../protocol.ts';
import type { Sandbox } from '../data/sandbox.ts';

/** The other person of a direct message. */
export function otherOf(channel: SandboxChannel, { me, person }: Pick<Sandbox, 'me' | 'person'>) {
  const id = channel.members.find((member) => member !== me.id) ?? channel.name;
  return person(id);
}

export function channelName(channel: SandboxChannel, sandbox: Pick<Sandbox, 'me' | 'person'>): string {
  return channel.kind === 'im' ? (otherOf(channel, sandbox)?.name ?? channel.name) : `#${channel.name}`;
}
