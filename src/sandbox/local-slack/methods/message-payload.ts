import type { Json } from '../json.ts';
import { BOT, TEAM } from '../workspace.ts';
import type { Message, World } from '../world.ts';

/** A message as Slack shows it to the app; metadata only to those who ask for it. */
export function messagePayload(message: Message, world: World, withMetadata: boolean): Json {
  const replies = world.messages.filter(
    (one) => one.channel === message.channel && one.threadTs === message.ts,
  );
  const byBot = message.user === BOT.userId;
  return {
    type: 'message',
    ...(message.tombstone ? { subtype: 'tombstone' } : {}),
    ...(message.broadcast ? { subtype: 'thread_broadcast' } : {}),
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: TEAM.id,
    ...(byBot ? { bot_id: BOT.botId, app_id: BOT.appId } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.editedTs ? { edited: { user: message.user, ts: message.editedTs } } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs, parent_user_id: parentOf(message, world) } : {}),
    ...(replies.length > 0 ? rootFields(message, replies) : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}

function parentOf(message: Message, world: World): string | undefined {
  return world.message(message.channel, message.threadTs ?? '')?.user;
}

function rootFields(root: Message, replies: Message[]): Json {
  return {
    thread_ts: root.ts,
    reply_count: replies.length,
    reply_users: [...new Set(replies.map((reply) => reply.user))],
    latest_reply: replies.at(-1)?.ts,
  };
}
