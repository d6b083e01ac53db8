/**
 * Each method of the Web API that Docket calls, with the bot's scopes for it. A test proves that none is missing
 * here and none stands here idly. Reading conversations needs a scope for each kind of them.
 * Source: the methods' pages at docs.slack.dev/reference/methods.
 */
export const METHOD_SCOPES: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.join': ['channels:join'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};

/** Slash commands and shortcuts. */
export const COMMANDS_SCOPE = 'commands';

/** Files that people put into a form: to ask for them, and to read them from their address. */
export const FILES_SCOPE = 'files:read';

/**
 * Without these no case can be kept and posted, so Docket does not start. The others arrive with updates: a team
 * that has not pasted the new manifest yet goes on as before, and is told what does not work.
 */
export const VITAL_SCOPES: readonly string[] = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  COMMANDS_SCOPE,
  'users:read',
];

/** In a private channel these are vital too. */
export const PRIVATE_SCOPES: readonly string[] = ['groups:history', 'groups:read'];
