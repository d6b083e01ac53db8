import { COMMAND, DIRECT_MESSAGES, EVENTS, HOME_OPENED } from './hears.ts';
import { COMMANDS_SCOPE, FILES_SCOPE, METHOD_SCOPES } from './scopes.ts';
import { SHORTCUTS } from './shortcuts/ids.ts';

export const USAGE_HINT = 'open · find · mine · list · help';
export const DESCRIPTION = 'Opens, finds and moves on Amazon cases · 新建、查找、处理亚马逊案件';

/** What the bot must be allowed, in the order of the alphabet. */
export const SCOPES: readonly string[] = [
  ...new Set([
    COMMANDS_SCOPE,
    FILES_SCOPE,
    ...Object.values(METHOD_SCOPES).flat(),
    ...Object.values(EVENTS).flat(),
  ]),
].toSorted();

/**
 * The app as Slack makes it from one paste: derived from what the code listens to and calls. `manifest.json` is
 * this, written down; a test tells when it is not.
 */
export const manifest = () => ({
  _metadata: { major_version: 2, minor_version: 1 },
  display_information: {
    name: 'Docket',
    description: 'Keeps the team’s Amazon support cases on the record: one owner each, nothing forgotten.',
    background_color: '#1f3a4d',
  },
  features: {
    app_home: {
      home_tab_enabled: HOME_OPENED in EVENTS,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: !(DIRECT_MESSAGES in EVENTS),
    },
    bot_user: { display_name: 'Docket', always_online: true },
    shortcuts: SHORTCUTS.map(({ id, ...shown }) => ({ ...shown, callback_id: id })),
    slash_commands: [
      { command: COMMAND, description: DESCRIPTION, usage_hint: USAGE_HINT, should_escape: true },
    ],
  },
  oauth_config: { scopes: { bot: SCOPES } },
  settings: {
    event_subscriptions: { bot_events: Object.keys(EVENTS).toSorted() },
    interactivity: { is_enabled: true },
    org_deploy_enabled: false,
    socket_mode_enabled: true,
    token_rotation_enabled: false,
  },
});
