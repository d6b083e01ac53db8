import { z } from 'zod';
import type { SandboxValues } from '../../protocol.ts';
import { objectOf, shown, textOf } from '../json.ts';
import { choiceIn, chosenState } from '../people/choices.ts';
import { click } from '../people/clicks.ts';
import { runCommand, runShortcut } from '../people/commands.ts';
import { controlsIn } from '../people/elements.ts';
import { openHome, say, setStatus } from '../people/messages.ts';
import { directoryOf, type Stage } from '../people/stage.ts';
import { closeView, submitView } from '../people/submissions.ts';
import type { Target } from '../people/targets.ts';
import type { OpenView } from '../views.ts';

const values = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())));
const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), channel: z.string(), ts: z.string() }),
  z.object({ kind: z.literal('ephemeral'), id: z.string() }),
  z.object({ kind: z.literal('view'), id: z.string() }),
]);

const act = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('say'),
    user: z.string(),
    channel: z.string(),
    threadTs: z.string().optional(),
    text: z.string(),
  }),
  z.object({
    type: z.literal('action'),
    user: z.string(),
    source,
    action: z.record(z.string(), z.unknown()),
    values: values.optional(),
  }),
  z.object({ type: z.literal('submit'), user: z.string(), view: z.string(), values }),
  z.object({ type: z.literal('close'), user: z.string(), view: z.string() }),
  z.object({ type: z.literal('dismiss'), id: z.string() }),
  z.object({
    type: z.literal('shortcut'),
    user: z.string(),
    callbackId: z.string(),
    message: z.object({ channel: z.string(), ts: z.string() }).optional(),
  }),
  z.object({ type: z.literal('open-app'), user: z.string(), tab: z.enum(['home', 'messages']) }),
  z.object({
    type: z.literal('status'),
    user: z.string(),
    status: z
      .object({ emoji: z.string(), text: z.string(), expiration: z.number().int().nonnegative() })
      .nullable(),
  }),
  z.object({ type: z.literal('turn'), by: z.number().nonnegative() }),
  z.object({ type: z.literal('turn-to-next') }),
]);

export interface ClockHooks {
  turn?: ((byMs: number) => Promise<void>) | undefined;
  turnToNext?: (() => Promise<void>) | undefined;
}

/** Does what a person did on the page; throws with a reason where Slack's page would not let them. */
export async function actOnPage(stage: Stage, body: unknown, clock: ClockHooks): Promise<void> {
  const given = act.parse(body);
  switch (given.type) {
    case 'say':
      return sayOrCommand(stage, given);
    case 'action': {
      const target = targetOf(given.source);
      if ('view' in target) keepValues(stage, viewOf(stage, given.user, target.view), given.values ?? {});
      const { action_id: actionId, block_id: blockId } = given.action;
      const key = blockId === undefined ? shown(actionId) : `${shown(blockId)}/${shown(actionId)}`;
      const choice = textOf(given.action.type) === 'button' ? undefined : choiceIn(given.action);
      await click(stage, given.user, target, key, choice);
      return;
    }
    case 'submit': {
      const open = viewOf(stage, given.user, given.view);
      keepValues(stage, open, given.values);
      await submitView(stage, open);
      return;
    }
    case 'close':
      await closeView(stage, viewOf(stage, given.user, given.view));
      return;
    case 'dismiss':
      return stage.world.dismiss(given.id);
    case 'shortcut':
      await runShortcut(stage, given.user, given.callbackId, given.message);
      return;
    case 'open-app':
      return openHome(stage, given.user, given.tab);
    case 'status':
      return setStatus(stage, given.user, given.status);
    case 'turn':
      return clock.turn?.(given.by);
    case 'turn-to-next':
      return clock.turnToNext?.();
    default:
      return given satisfies never;
  }
}

type Say = Extract<z.infer<typeof act>, { type: 'say' }>;

async function sayOrCommand(stage: Stage, { user, channel, threadTs, text }: Say): Promise<void> {
  if (!text.startsWith('/')) {
    say(stage, user, channel, text, threadTs);
  } else if (threadTs !== undefined) {
    const [command] = text.split(/\s/);
    stage.world.fail(user, `${command} is not supported in threads. Sorry!`);
  } else {
    await runCommand(stage, user, channel, text);
  }
}

function targetOf(where: z.infer<typeof source>): Target {
  if (where.kind === 'message') return { channel: where.channel, ts: where.ts };
  return where.kind === 'ephemeral' ? { ephemeral: where.id } : { view: where.id };
}

function viewOf({ views }: Stage, user: string, id: string): OpenView {
  const open = views.find(id);
  if (!open || open.user !== user) throw new Error('This modal is no longer open');
  return open;
}

/** Takes over what the page says was typed, each value checked as if it had been chosen here. */
function keepValues(stage: Stage, open: OpenView, typed: SandboxValues): void {
  const directory = directoryOf(stage, open.user);
  for (const control of controlsIn(stage.views.blocksOf(open))) {
    const state = typed[control.blockId]?.[control.actionId];
    const choice = state === undefined ? undefined : choiceIn(objectOf(state));
    if (choice === undefined) continue;
    open.values[control.blockId] = {
      ...open.values[control.blockId],
      [control.actionId]: chosenState(control, choice, directory),
    };
  }
}
