import { randomUUID } from 'node:crypto';
import type { Json } from '../json.ts';
import { BOT, TEAM } from '../workspace.ts';
import type { Channel, Person } from '../world.ts';

/** Slack's old verification token: still in every payload, worth nothing. */
const TOKEN = 'local-verification-token';

export function userName({ name }: Person): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.');
}

function userFields(person: Person): Json {
  return { id: person.id, username: userName(person), name: userName(person), team_id: TEAM.id };
}

/** What every interactive payload has. */
export function interactive(type: string, person: Person): Json {
  return {
    type,
    team: { id: TEAM.id, domain: TEAM.domain },
    user: userFields(person),
    api_app_id: BOT.appId,
    token: TOKEN,
    enterprise: null,
    is_enterprise_install: false,
  };
}

export function channelFields({ id, kind, name }: Channel): Json {
  return { id, name: kind === 'im' ? 'directmessage' : name };
}

export interface CommandWords {
  command: string;
  text: string;
  triggerId: string;
  responseUrl: string;
}

export function commandPayload(person: Person, channel: Channel, words: CommandWords): Json {
  return {
    token: TOKEN,
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: channel.id,
    channel_name: channel.kind === 'im' ? 'directmessage' : channel.name,
    user_id: person.id,
    user_name: userName(person),
    command: words.command,
    text: words.text,
    api_app_id: BOT.appId,
    is_enterprise_install: 'false',
    response_url: words.responseUrl,
    trigger_id: words.triggerId,
  };
}

export function eventPayload(event: Json, atMs: number): Json {
  return {
    token: TOKEN,
    team_id: TEAM.id,
    context_team_id: TEAM.id,
    api_app_id: BOT.appId,
    event,
    type: 'event_callback',
    event_id: `Ev${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`,
    event_time: Math.floor(atMs / 1000),
    is_ext_shared_channel: false,
    authorizations: [
      {
        enterprise_id: null,
        team_id: TEAM.id,
        user_id: BOT.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
  };
}
