import type { SandboxValues } from '../../protocol.ts';
import { type Json, objectsOf } from '../json.ts';
import { messagePayload } from '../methods/message-payload.ts';
import type { OpenView } from '../views.ts';
import { channelFields } from './payloads.ts';
import { channelFor, personOn, type Stage } from './stage.ts';
import { initialValues } from './values.ts';

/** Where a person clicks. */
export type Target = { channel: string; ts: string } | { ephemeral: string } | { view: string };

export interface Surface {
  blocks: Json[];
  /** What stood here until a moment ago: as in Slack, a click on it that was on its way still reaches the app. */
  formerBlocks: Json[];
  /** What inputs hold now. A view keeps them; those of a message are the person's own and last for one click. */
  values: SandboxValues;
  open: OpenView | undefined;
  /** The conversation around it; undefined in the Home tab. */
  channel: string | undefined;
  /** The parts of a `block_actions` payload that say where it happened, made anew for each click. */
  parts: (values: SandboxValues) => Json;
}

export function surfaceAt(stage: Stage, user: string, target: Target): Surface {
  if ('view' in target) return viewSurface(stage, user, target.view);
  if ('ephemeral' in target) return ephemeralSurface(stage, user, target.ephemeral);
  return messageSurface(stage, user, target);
}

function viewSurface({ views }: Stage, user: string, id: string): Surface {
  const open = views.find(id);
  if (!open || open.user !== user) throw new Error(`${user} has no view ${id} open`);
  const blocks = objectsOf(open.view.blocks);
  const parts = () => ({ container: { type: 'view', view_id: id }, view: views.payload(open) });
  return { blocks, formerBlocks: [], values: open.values, open, channel: open.channel, parts };
}

function ephemeralSurface(stage: Stage, user: string, id: string): Surface {
  const ephemeral = stage.world.ephemerals.find((one) => one.id === id);
  if (!ephemeral || ephemeral.user !== user) throw new Error(`${user} sees no ephemeral message ${id}`);
  const channel = channelFor(stage, personOn(stage, user), ephemeral.channel);
  const { blocks, ts, threadTs } = ephemeral;
  const thread = threadTs === undefined ? {} : { threadTs };
  const parts = (values: SandboxValues) => ({
    container: container(ts, channel.id, true, threadTs),
    channel: channelFields(channel),
    state: { values },
    response_url:
      stage.url() + stage.responseUrls.issue({ user, channel: channel.id, ephemeralId: id, ...thread }),
  });
  const formerBlocks = stage.world.formerBlocks(ephemeral);
  return { blocks, formerBlocks, values: initialValues(blocks), open: undefined, channel: channel.id, parts };
}

function messageSurface(stage: Stage, user: string, target: { channel: string; ts: string }): Surface {
  const channel = channelFor(stage, personOn(stage, user), target.channel);
  const message = stage.world.message(channel.id, target.ts);
  if (!message) throw new Error(`There is no message ${target.ts} in ${channel.id}`);
  const { blocks, ts, threadTs } = message;
  const thread = threadTs === undefined ? {} : { threadTs };
  const parts = (values: SandboxValues) => ({
    container: container(ts, channel.id, false, threadTs),
    channel: channelFields(channel),
    message: messagePayload(message, stage.world, false),
    state: { values },
    response_url:
      stage.url() + stage.responseUrls.issue({ user, channel: channel.id, messageTs: ts, ...thread }),
  });
  const formerBlocks = stage.world.formerBlocks(message);
  return { blocks, formerBlocks, values: initialValues(blocks), open: undefined, channel: channel.id, parts };
}

function container(ts: string, channel: string, ephemeral: boolean, threadTs: string | undefined): Json {
  return {
    type: 'message',
    message_ts: ts,
    channel_id: channel,
    is_ephemeral: ephemeral,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
  };
}
