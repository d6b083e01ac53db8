import { z } from 'zod';
import type { ChannelId } from '../../domain/ids.ts';
import { errorCode, scopeMissing } from '../slack-error.ts';
import type { Surface } from '../surface.ts';

/** Whether Docket can post in a channel: `outside`: it is no member, `unseen`: private, and it is no member; `forbidden`: private, and the app lacks the scopes for it. */
export type Reach = 'inside' | 'outside' | 'unseen' | 'archived' | 'forbidden';

const channelSchema = z.object({
  channel: z.object({ is_member: z.boolean().default(false), is_archived: z.boolean().default(false) }),
});

/** Joins a public channel where it may; what Slack doesn't answer just now is found out by posting. */
export async function reachOf({ client, log }: Surface, channel: ChannelId): Promise<Reach> {
  try {
    const found = channelSchema.parse(await client.conversations.info({ channel })).channel;
    if (found.is_archived) return 'archived';
    if (found.is_member) return 'inside';
  } catch (err) {
    if (errorCode(err) === 'channel_not_found') return 'unseen';
    if (scopeMissing(err) !== null) return 'forbidden';
    log.warn({ err, channel }, 'Slack did not say whether Docket is in this channel');
    return 'inside';
  }
  try {
    await client.conversations.join({ channel });
    return 'inside';
  } catch (err) {
    log.info({ err, channel }, 'Docket may not join this channel by itself');
    return 'outside';
  }
}
