import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { BOT, TEAM } from '../workspace.ts';
import type { Person, World } from '../world.ts';
import type { Method } from './method.ts';
import { page } from './page.ts';

const info: Method = {
  token: 'bot',
  scopes: () => ['users:read'],
  run(args, { world }) {
    const person = world.people.get(args.required('user'));
    if (!person) throw new Refusal('user_not_found');
    return { user: personPayload(person, world, args.flag('include_locale')) };
  },
};

const list: Method = {
  token: 'bot',
  scopes: () => ['users:read'],
  run(args, { world }) {
    const { items, ...rest } = page([...world.people.values()], args, 1_000, 1_000);
    const locale = args.flag('include_locale');
    return { members: items.map((person) => personPayload(person, world, locale)), ...rest };
  },
};

const botInfo: Method = {
  token: 'bot',
  scopes: () => ['users:read'],
  run(args) {
    if ((args.text('bot') ?? BOT.botId) !== BOT.botId) throw new Refusal('bot_not_found');
    const { botId, appId, userId, name } = BOT;
    return { bot: { id: botId, app_id: appId, user_id: userId, name, deleted: false } };
  },
};

export function personPayload(person: Person, world: World, withLocale: boolean): Json {
  const { id, name, realName = name, tz } = person;
  const now = world.now();
  const { emoji = '', text = '', expiration = 0 } = world.statusOf(person) ?? {};
  return {
    id,
    team_id: TEAM.id,
    name: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.'),
    real_name: realName,
    deleted: person.deleted ?? false,
    tz,
    tz_label: zonePart(tz, now, 'long'),
    tz_offset: offsetSeconds(tz, now),
    profile: {
      display_name: name,
      real_name: realName,
      title: person.title ?? '',
      status_emoji: emoji,
      status_text: text,
      status_expiration: expiration,
      team: TEAM.id,
    },
    is_admin: person.isAdmin === true || person.isOwner === true,
    is_owner: person.isOwner ?? false,
    is_primary_owner: false,
    is_restricted: person.isRestricted ?? false,
    is_ultra_restricted: false,
    is_bot: person.isBot,
    is_app_user: false,
    updated: Math.floor(now / 1000),
    ...(withLocale ? { locale: person.locale } : {}),
  };
}

/** Making one takes longer than all else that an answer is made of. */
const formats = new Map<string, Intl.DateTimeFormat>();

function zonePart(timeZone: string, at: number, timeZoneName: 'long' | 'longOffset'): string {
  const name = `${timeZone}/${timeZoneName}`;
  const format = formats.get(name) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName });
  formats.set(name, format);
  const parts = format.formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

/** Seconds east of UTC at that instant, from a text such as `GMT-05:00`. */
function offsetSeconds(tz: string, at: number): number {
  const [, sign, hours = '0', minutes = '0'] =
    /([+-])(\d\d):(\d\d)/.exec(zonePart(tz, at, 'longOffset')) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

export const peopleMethods: Record<string, Method> = {
  'users.info': info,
  'users.list': list,
  'bots.info': botInfo,
};
