import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Profile, Profiles } from '../desk/ports/people.ts';
import { personId, type WorkspaceId } from '../domain/ids.ts';
import { isZone } from '../domain/local-time.ts';
import type { Locale } from '../domain/locale.ts';
import type { Vacation } from '../domain/team.ts';
import { SECOND } from '../domain/time.ts';
import { errorCode } from './slack-error.ts';

const USERS_PER_PAGE = 200;
/** More people than this are not searched for admins: 10,000 members at 20 calls a minute are enough. */
const PAGES = 50;

const flag = z.boolean().nullish();
const memberSchema = z.object({
  id: z.string(),
  team_id: z.string().nullish(),
  name: z.string().default(''),
  real_name: z.string().nullish(),
  tz: z.string().nullish(),
  /** Such as `zh-CN`; only with `include_locale`. */
  locale: z.string().nullish(),
  /** In an organisation of several workspaces `team_id` is only the person's first one. */
  enterprise_user: z.object({ teams: z.array(z.string()).default([]) }).nullish(),
  profile: z
    .object({
      display_name: z.string().nullish(),
      real_name: z.string().nullish(),
      status_emoji: z.string().nullish(),
      /** Seconds since 1970; 0: no end. */
      status_expiration: z.number().nullish(),
    })
    .default({}),
  deleted: flag,
  is_bot: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_stranger: flag,
  is_admin: flag,
  is_owner: flag,
});
type Member = z.output<typeof memberSchema>;

const pageSchema = z.object({
  members: z.array(memberSchema),
  response_metadata: z.object({ next_cursor: z.string().default('') }).nullish(),
});

/** Slack's directory of people. `zone` stands for somebody who never set one. */
export function slackProfiles(client: WebClient, zone = 'UTC'): Profiles {
  const read = (member: Member, workspace: WorkspaceId): Profile => profileOf(member, workspace, zone);
  return {
    async find(workspace, id) {
      try {
        const { user } = await client.users.info({ user: id, include_locale: true });
        return read(memberSchema.parse(user), workspace);
      } catch (err) {
        if (UNKNOWN.includes(errorCode(err) ?? '')) return null;
        throw err;
      }
    },
    async admins(workspace) {
      const found: Profile[] = [];
      let cursor = '';
      for (let page = 0; page < PAGES; page += 1) {
        const answer = await client.users.list({
          limit: USERS_PER_PAGE,
          include_locale: true,
          ...(cursor ? { cursor } : {}),
        });
        const { members, response_metadata: rest } = pageSchema.parse(answer);
        const admins = members.filter((member) => member.is_admin || member.is_owner);
        found.push(...admins.map((member) => read(member, workspace)).filter(({ isGuest }) => !isGuest));
        cursor = rest?.next_cursor ?? '';
        if (cursor === '') break;
      }
      return found;
    },
  };
}

const UNKNOWN = ['user_not_found', 'user_not_visible', 'users_not_found'];

function profileOf(member: Member, workspace: WorkspaceId, zone: string): Profile {
  const { profile, tz } = member;
  const name = profile.display_name || profile.real_name || member.real_name || member.name || member.id;
  const teams = [...(member.team_id ? [member.team_id] : []), ...(member.enterprise_user?.teams ?? [])];
  const isForeign = teams.length > 0 && !teams.includes(workspace);
  const isNoMember = [member.deleted, member.is_bot, member.is_restricted, member.is_ultra_restricted];
  return {
    id: personId(member.id),
    name,
    zone: tz && isZone(tz) ? tz : zone,
    locale: localeOf(member.locale),
    isGuest: isForeign || member.is_stranger === true || isNoMember.includes(true),
    vacation: vacationOf(profile),
  };
}

/** Slack's own status "Vacationing"; other statuses say nothing of work. */
const VACATION = ':palm_tree:';

function vacationOf({ status_emoji: emoji, status_expiration: seconds }: Member['profile']): Vacation | null {
  if (emoji !== VACATION) return null;
  return { until: seconds ? seconds * SECOND : null };
}

/** Slack's `zh-CN`, `zh-TW`, `zh-HK` all read Simplified Chinese more easily than English. */
const localeOf = (slack: string | null | undefined): Locale =>
  slack?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
