import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { BOT, TEAM } from '../workspace.ts';
import type { Message } from '../world.ts';
import * as channels from './channels.ts';
import { contentOf, metadataOf, newContent } from './content.ts';
import { messagePayload } from './message-payload.ts';
import type { Method } from './method.ts';

const UPDATE_LIMIT = 4_000;
const scopes = () => ['chat:write'];

const postMessage: Method = {
  token: 'bot',
  scopes,
  run(args, { world }) {
    const channel = channels.writableChannel(args, world);
    const threadTs = channels.threadFor(args, channel, world);
    const { text, blocks } = newContent(args, world, 'chat.postMessage');
    const metadata = metadataOf(args);
    const message = world.post({
      channel: channel.id,
      user: BOT.userId,
      text,
      blocks,
      ...(threadTs === undefined ? {} : { threadTs }),
      ...(metadata ? { metadata } : {}),
      ...(threadTs !== undefined && args.flag('reply_broadcast') ? { broadcast: true as const } : {}),
    });
    return { channel: channel.id, ts: message.ts, message: messagePayload(message, world, true) };
  },
};

const update: Method = {
  token: 'bot',
  scopes,
  run(args, { world }) {
    const channel = channels.visibleChannel(args, world);
    if (channel.isArchived) throw new Refusal('is_inactive');
    const message = own(channels.existingMessage(args, channel, world), 'cant_update_message');
    const { text, blocks } = contentOf(args, world, 'chat.update', UPDATE_LIMIT);
    const metadata = metadataOf(args);
    if (text === undefined && blocks === undefined && metadata === undefined) throw new Refusal('no_text');
    if (text === undefined && blocks?.length === 0) throw new Refusal('no_text');
    if (text !== undefined) message.text = text;
    if (blocks !== undefined) world.redraw(message, blocks);
    if (metadata) message.metadata = metadata;
    if (metadata === null) delete message.metadata;
    message.editedTs = world.nextTs();
    world.changed();
    const payload = messagePayload(message, world, true);
    return { channel: channel.id, ts: message.ts, text: message.text, message: payload };
  },
};

const postEphemeral: Method = {
  token: 'bot',
  scopes,
  run(args, { world }) {
    const channel = channels.writableChannel(args, world);
    const user = args.required('user');
    if (!world.people.has(user)) throw new Refusal('user_not_found');
    if (!channel.members.has(user)) throw new Refusal('user_not_in_channel');
    const threadTs = channels.threadFor(args, channel, world);
    const { text, blocks } = newContent(args, world, 'chat.postEphemeral');
    const thread = threadTs === undefined ? {} : { threadTs };
    return { message_ts: world.whisper({ channel: channel.id, user, text, blocks, ...thread }).ts };
  },
};

const remove: Method = {
  token: 'bot',
  scopes,
  run(args, { world }) {
    const channel = channels.visibleChannel(args, world);
    const message = own(channels.existingMessage(args, channel, world), 'cant_delete_message');
    world.remove(message);
    return { channel: channel.id, ts: message.ts };
  },
};

const getPermalink: Method = {
  token: 'bot',
  run(args, { world, url }) {
    const channel = channels.visibleChannel(args, world);
    const message = channels.existingMessage(args, channel, world, 'message_ts');
    return { channel: channel.id, permalink: permalink(message, url()) };
  },
};

function permalink({ channel, ts, threadTs }: Message, url: string): string {
  const link = `${url}archives/${channel}/p${ts.replace('.', '')}`;
  return threadTs === undefined ? link : `${link}?thread_ts=${threadTs}&cid=${channel}`;
}

function own(message: Message, code: string): Message {
  if (message.user !== BOT.userId) throw new Refusal(code);
  return message;
}

const teamInfo: Method = {
  token: 'bot',
  scopes: () => ['team:read'],
  run: (_args, { url }): Json => ({
    team: { ...TEAM, url: url(), email_domain: '', icon: { image_default: true } },
  }),
};

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.postEphemeral': postEphemeral,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
  'team.info': teamInfo,
};
