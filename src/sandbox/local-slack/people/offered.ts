import { type Json, listOf } from '../json.ts';
import type { Channel } from '../world.ts';

/** Whether Slack offers a person that conversation, by the `filter` of a `conversations_select`. */
export function isOffered(channel: Channel, filter: Json, user: string): boolean {
  if (channel.isArchived || (channel.isPrivate && !channel.members.has(user))) return false;
  if (channel.kind === 'im' && filter.exclude_bot_users === true) return false;
  return filter.include === undefined || listOf(filter.include).includes(kindIn(channel));
}

function kindIn({ kind, isPrivate }: Channel): 'im' | 'private' | 'public' {
  if (kind === 'im') return 'im';
  return isPrivate ? 'private' : 'public';
}
