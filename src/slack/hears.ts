/** What Docket asks Slack to be told of. The manifest is derived from these, and the listeners use them. */

export const COMMAND = '/case';
export const MENTIONED = 'app_mention';
/** Somebody looks at Docket's Home or at their conversation with it. */
export const HOME_OPENED = 'app_home_opened';
/** The manifest's name of messages in somebody's conversation with Docket. */
export const DIRECT_MESSAGES = 'message.im';

/** Bot events, each with the scopes that Slack wants for it. */
export const EVENTS: Readonly<Record<string, readonly string[]>> = {
  [MENTIONED]: ['app_mentions:read'],
  [HOME_OPENED]: [],
  [DIRECT_MESSAGES]: ['im:history'],
};

/** What Bolt calls an event of the manifest: all kinds of messages are one to it. */
export const heardAs = (event: string): string => event.replace(/^message\..*/, 'message');
