/**
 * Slack's answers that no repeat changes: the message stays unsent, and a person must be told another way.
 * Sources: the error tables of chat.postMessage and chat.update, and platform.md.
 */
const PERMANENT: ReadonlySet<string> = new Set([
  // The place
  'channel_not_found',
  'is_archived',
  'is_inactive',
  'not_in_channel',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_locked',
  'restricted_action_thread_only_channel',
  'cannot_reply_to_message',
  'messages_tab_disabled',
  'slack_connect_blocked_file_type',
  'thread_not_found',
  // The message
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'block_mismatch',
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'metadata_too_large',
  'metadata_must_be_sent_from_app',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  // The installation
  'access_denied',
  'account_inactive',
  'app_missing_action_url',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'team_not_found',
  'token_expired',
  'token_revoked',
  'two_factor_setup_required',
]);

export const isPermanent = (code: string): boolean => PERMANENT.has(code);

/** Slack could not draw the blocks; the same words without them may still arrive. */
const BLOCKS: ReadonlySet<string> = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
]);

export const isAboutBlocks = (code: string): boolean => BLOCKS.has(code);

/** "It's possible some aspect of the operation succeeded before the error was raised", Slack says of these. */
const UNCERTAIN: ReadonlySet<string> = new Set(['fatal_error', 'internal_error']);

export const isUncertain = (code: string): boolean => UNCERTAIN.has(code);
