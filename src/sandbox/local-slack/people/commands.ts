import { isObject, type Json, textOf } from '../json.ts';
import { messagePayload } from '../methods/message-payload.ts';
import { Refusal } from '../refusal.ts';
import { markup } from './markup.ts';
import { channelFields, commandPayload, interactive } from './payloads.ts';
import { channelFor, type Outcome, personOn, type Stage } from './stage.ts';

export interface CommandOutcome extends Outcome {
  /** What the app said in its acknowledgement, if it said anything. */
  response?: Json;
}

/** A slash command, typed into the composer. */
export async function runCommand(
  stage: Stage,
  user: string,
  channelId: string,
  typed: string,
): Promise<CommandOutcome> {
  const person = personOn(stage, user);
  const channel = channelFor(stage, person, channelId);
  const [, command = '', rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(typed.trim()) ?? [];
  if (!stage.commands.some(({ name }) => name === command)) {
    return failed(stage, user, `${command || typed} is not a valid command.`);
  }
  const origin = { user, channel: channel.id };
  const words = {
    command,
    text: markup(rest, stage.world, 'command'),
    triggerId: stage.triggers.issue(user),
    responseUrl: stage.url() + stage.responseUrls.issue(origin),
  };
  const ack = await stage.deliveries.send('slash_commands', commandPayload(person, channel, words));
  if (!ack.acked) return failed(stage, user, `${command} failed with the error "${ack.error}"`);
  const response = typeof ack.body === 'string' ? { text: ack.body } : isObject(ack.body) ? ack.body : {};
  if (textOf(response.text) === undefined && response.blocks === undefined) return { acked: true };
  try {
    stage.responseUrls.respond(origin, response);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    stage.world.warn(`The answer to ${command} was refused: ${error.code} ${JSON.stringify(error.details)}`);
    return failed(stage, user, `${command} failed with the error "invalid_command_response"`);
  }
  return { acked: true, response };
}

function failed(stage: Stage, user: string, error: string): CommandOutcome {
  stage.world.fail(user, error);
  return { acked: false, error };
}

/** A global shortcut, or a message shortcut where a message is given. */
export async function runShortcut(
  stage: Stage,
  user: string,
  callbackId: string,
  target?: { channel: string; ts: string },
): Promise<Outcome> {
  const type = target ? 'message' : 'global';
  if (!stage.shortcuts.some((one) => one.callbackId === callbackId && one.type === type)) {
    throw new Error(`The app has no ${type} shortcut "${callbackId}"`);
  }
  const person = personOn(stage, user);
  const common = {
    ...interactive(target ? 'message_action' : 'shortcut', person),
    callback_id: callbackId,
    trigger_id: stage.triggers.issue(user),
    action_ts: stage.world.nextTs(),
  };
  const ack = await stage.deliveries.send(
    'interactive',
    target ? { ...common, ...messageParts(stage, user, target) } : common,
  );
  return ack.acked
    ? { acked: true }
    : failed(stage, user, `The shortcut failed with the error "${ack.error}"`);
}

function messageParts(stage: Stage, user: string, target: { channel: string; ts: string }): Json {
  const channel = channelFor(stage, personOn(stage, user), target.channel);
  const message = stage.world.message(channel.id, target.ts);
  if (!message) throw new Error(`There is no message ${target.ts} in ${channel.id}`);
  const origin = { user, channel: channel.id, messageTs: message.ts };
  return {
    message_ts: message.ts,
    message: messagePayload(message, stage.world, false),
    channel: channelFields(channel),
    response_url: stage.url() + stage.responseUrls.issue(origin),
  };
}
