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
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.update': [],
};

/** Slash commands and shortcuts. */
export const COMMANDS_SCOPE = 'commands';
