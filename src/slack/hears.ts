/** What Docket asks Slack to be told of. The manifest is derived from these, and the listeners use them. */

export const COMMAND = '/case';
export const MENTIONED = 'app_mention';

/** Bot events, each with the scopes that Slack wants for it. */
export const EVENTS: Readonly<Record<string, readonly string[]>> = {
  [MENTIONED]: ['app_mentions:read'],
};
