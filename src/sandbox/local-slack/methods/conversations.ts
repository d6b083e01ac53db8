import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { BOT, TEAM } from '../workspace.ts';
import type { Channel, Message, World } from '../world.ts';
import type { Args } from './args.ts';
import * as channels from './channels.ts';
import { messagePayload } from './message-payload.ts';
import type { Method } from './method.ts';
import { page } from './page.ts';

const info: Method = {
  token: 'bot',
  scopes: channels.readingScopes('read'),
  run: (args, { world }) => ({ channel: channelPayload(channels.visibleChannel(args, world)) }),
};

const SCOPE_OF: Record<string, string> = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
};

const typesIn = (args: Args) =>
  (args.text('types') ?? 'public_channel').split(',').map((type) => type.trim());

/** What the bot sees of those kinds; Slack wants the scope of each. */
function listing(belongs: (channel: Channel, args: Args) => boolean): Method {
  return {
    token: 'bot',
    scopes: (args) => typesIn(args).flatMap((type) => SCOPE_OF[type] ?? []),
    run(args, { world }) {
      const types = typesIn(args);
      if (types.some((type) => !Object.hasOwn(SCOPE_OF, type))) throw new Refusal('invalid_types');
      const user = args.text('user');
      if (user !== undefined && !world.people.has(user)) throw new Refusal('user_not_found');
      const all = [...world.channels.values()].filter((channel) => {
        if (channel.isPrivate && !channel.members.has(BOT.userId)) return false;
        if (args.flag('exclude_archived') && channel.isArchived) return false;
        const type = channel.kind === 'im' ? 'im' : channel.isPrivate ? 'private_channel' : 'public_channel';
        return types.includes(type) && belongs(channel, args);
      });
      const { items, ...rest } = page(all, args, 100, 1_000);
      return { channels: items.map(channelPayload), ...rest };
    },
  };
}

const list = listing(() => true);

/** The conversations of one person, by default those of the bot. */
const ofUser = listing((channel, args) => channel.members.has(args.text('user') ?? BOT.userId));

const members: Method = {
  token: 'bot',
  scopes: channels.readingScopes('read'),
  run(args, { world }) {
    const { items, ...rest } = page([...channels.visibleChannel(args, world).members], args, 100, 1_000);
    return { members: items, ...rest };
  },
};

const history: Method = {
  token: 'bot',
  scopes: channels.readingScopes('history'),
  run(args, { world }) {
    const channel = channels.readableChannel(args, world);
    const roots = world.messages.filter(
      (one) =>
        one.channel === channel.id && (one.threadTs === undefined || one.broadcast) && inRange(one, args),
    );
    return messagesPage(roots.reverse(), args, world, 100);
  },
};

const replies: Method = {
  token: 'bot',
  scopes: channels.readingScopes('history'),
  run(args, { world }) {
    const channel = channels.readableChannel(args, world);
    const asked = world.message(channel.id, args.required('ts'));
    if (!asked) throw new Refusal('thread_not_found');
    const [root, ...rest] = world.thread(channel.id, asked.threadTs ?? asked.ts);
    const inside = rest.filter((one) => inRange(one, args));
    return messagesPage(root ? [root, ...inside] : inside, args, world, 1_000);
  },
};

function messagesPage(messages: Message[], args: Args, world: World, fallback: number): Json {
  const { items, ...rest } = page(messages, args, fallback, 999);
  const withMetadata = args.flag('include_all_metadata') || args.flag('include_metadata');
  return { messages: items.map((one) => messagePayload(one, world, withMetadata)), ...rest };
}

/** `oldest` and `latest` leave out their own instants unless `inclusive`. */
function inRange({ ts }: Message, args: Args): boolean {
  const [oldest, latest] = [Number(args.given.oldest ?? 0), Number(args.given.latest ?? Number.MAX_VALUE)];
  const at = Number(ts);
  return args.flag('inclusive') ? at >= oldest && at <= latest : at > oldest && at < latest;
}

const open: Method = {
  token: 'bot',
  scopes: () => ['im:write'],
  run(args, { world }) {
    const users = args.required('users').split(',');
    const [user] = users;
    if (user === undefined || users.length > 1) throw new Refusal('method_not_supported_for_channel_type');
    const person = world.people.get(user);
    if (!person) throw new Refusal('user_not_found');
    if (person.isBot) throw new Refusal('cannot_dm_bot');
    if (person.deleted) throw new Refusal('user_disabled');
    return { channel: { id: world.dm(user).id } };
  },
};

const join: Method = {
  token: 'bot',
  scopes: () => ['channels:join'],
  run(args, { world }) {
    const channel = channels.visibleChannel(args, world);
    if (channel.isArchived) throw new Refusal('is_archived');
    if (channel.isPrivate) throw new Refusal('method_not_supported_for_channel_type');
    channel.members.add(BOT.userId);
    world.changed();
    return { channel: channelPayload(channel) };
  },
};

function channelPayload(channel: Channel): Json {
  const im = channel.kind === 'im';
  return {
    id: channel.id,
    ...(im ? { user: channel.name, is_open: true } : { name: channel.name, name_normalized: channel.name }),
    is_channel: !im && !channel.isPrivate,
    is_group: !im && channel.isPrivate,
    is_im: im,
    is_mpim: false,
    is_private: channel.isPrivate,
    is_archived: channel.isArchived,
    is_member: channel.members.has(BOT.userId),
    num_members: channel.members.size,
    context_team_id: TEAM.id,
  };
}

export const conversationMethods: Record<string, Method> = {
  'conversations.info': info,
  'conversations.list': list,
  'conversations.members': members,
  'users.conversations': ofUser,
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.open': open,
  'conversations.join': join,
};
