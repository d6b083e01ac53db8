import type { RefusedFor } from '../desk/ports/messenger.ts';

/**
 * Slack's answers that no repeat changes, by what stands in the way.
 * Sources: the error tables of chat.postMessage, chat.update and conversations.open, and platform.md.
 */
const PERMANENT: Readonly<Record<RefusedFor, ReadonlySet<string>>> = {
  place: new Set([
    'cannot_dm_bot',
    'cannot_reply_to_message',
    'cant_update_message',
    'channel_not_found',
    'edit_window_closed',
    'is_archived',
    'is_inactive',
    'messages_tab_disabled',
    'not_in_channel',
    'restricted_action',
    'restricted_action_non_threadable_channel',
    'restricted_action_read_only_channel',
    'restricted_action_thread_locked',
    'restricted_action_thread_only_channel',
    'slack_connect_blocked_file_type',
    'user_disabled',
    'user_not_found',
    'user_not_visible',
  ]),
  gone: new Set(['message_not_found', 'thread_not_found']),
  message: new Set([
    'block_mismatch',
    'invalid_arguments',
    'invalid_blocks',
    'invalid_blocks_format',
    'invalid_metadata_format',
    'invalid_metadata_schema',
    'metadata_must_be_sent_from_app',
    'metadata_too_large',
    'msg_blocks_too_long',
    'msg_too_long',
    'no_text',
  ]),
  installation: new Set([
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
  ]),
};

/** Null where the same call may succeed later. */
export function refusedFor(code: string): RefusedFor | null {
  for (const about of ['place', 'gone', 'message', 'installation'] as const)
    if (PERMANENT[about].has(code)) return about;
  return null;
}

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
