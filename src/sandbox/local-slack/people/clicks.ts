import type { SandboxValues } from '../../protocol.ts';
import { type Json, objectOf } from '../json.ts';
import type { OpenView } from '../views.ts';
import { type Choice, chosenState } from './choices.ts';
import { type Control, exactControl, findControl } from './elements.ts';
import { interactive } from './payloads.ts';
import { directoryOf, type Outcome, personOn, type Stage } from './stage.ts';
import { type Surface, surfaceAt, type Target } from './targets.ts';

const TEXT_INPUTS = ['plain_text_input', 'url_text_input', 'email_text_input', 'number_input'];

/** A click on a button, or a choice in a menu, that tells the app at once. */
export async function click(
  stage: Stage,
  user: string,
  target: Target,
  key: string,
  choice?: Choice,
): Promise<Outcome> {
  const surface = surfaceAt(stage, user, target);
  const { blocks, formerBlocks } = surface;
  const control = exactControl(blocks, key) ?? exactControl(formerBlocks, key) ?? findControl(blocks, key);
  if (!control.dispatches) throw new Error(`"${key}" does not tell the app when it is used: fill it instead`);
  if (control.type === 'button')
    return dispatch(stage, user, surface, control, surface.values, buttonParts(control));
  if (choice === undefined) throw new Error(`"${key}" (${control.type}) needs a choice`);
  const state = chosenState(control, choice, directoryOf(stage, user));
  return dispatch(stage, user, surface, control, put(stage, surface, control, state), state);
}

/** Sets an input of a view; tells the app where the input says so. Returns undefined if it does not. */
export async function fillOne(
  stage: Stage,
  user: string,
  open: OpenView,
  key: string,
  choice: Choice,
): Promise<Outcome | undefined> {
  const surface = surfaceAt(stage, user, { view: open.id });
  const control = findControl(surface.blocks, key);
  const state = chosenState(control, choice, directoryOf(stage, user));
  const values = put(stage, surface, control, state);
  if (!control.dispatches || !tellsAt(control, 'on_character_entered')) return undefined;
  return dispatch(stage, user, surface, control, values, state);
}

/** Types into an input and presses Enter. */
export async function typeAndEnter(
  stage: Stage,
  user: string,
  open: OpenView,
  key: string,
  text: string,
): Promise<Outcome | undefined> {
  const typed = await fillOne(stage, user, open, key, text);
  const surface = surfaceAt(stage, user, { view: open.id });
  const control = findControl(surface.blocks, key);
  if (!control.dispatches || !tellsAt(control, 'on_enter_pressed')) return typed;
  const state = objectOf(surface.values[control.blockId]?.[control.actionId]);
  return dispatch(stage, user, surface, control, surface.values, state);
}

/** Menus tell at each choice; a text input at Enter only, unless it is configured otherwise. */
function tellsAt({ type, element }: Control, moment: string): boolean {
  if (!TEXT_INPUTS.includes(type)) return moment === 'on_character_entered';
  const configured = objectOf(element.dispatch_action_config).trigger_actions_on;
  return Array.isArray(configured) ? configured.includes(moment) : moment === 'on_enter_pressed';
}

function put(stage: Stage, surface: Surface, control: Control, state: Json): SandboxValues {
  if (control.type === 'overflow') return surface.values;
  const { blockId, actionId } = control;
  const values = { ...surface.values, [blockId]: { ...surface.values[blockId], [actionId]: state } };
  if (surface.open) {
    surface.open.values = values;
    stage.world.changed();
  }
  return values;
}

function buttonParts({ element }: Control): Json {
  const { text, value, url, style } = element;
  return {
    type: 'button',
    text,
    ...(value === undefined ? {} : { value }),
    ...(url === undefined ? {} : { url }),
    ...(style === undefined ? {} : { style }),
  };
}

async function dispatch(
  stage: Stage,
  user: string,
  surface: Surface,
  { type, actionId, blockId }: Control,
  values: SandboxValues,
  state: Json,
): Promise<Outcome> {
  const action = { ...state, type, action_id: actionId, block_id: blockId, action_ts: stage.world.nextTs() };
  const ack = await stage.deliveries.send('interactive', {
    ...interactive('block_actions', personOn(stage, user)),
    trigger_id: stage.triggers.issue(user, surface.open?.id),
    ...surface.parts(values),
    actions: [action],
  });
  if (ack.acked) return { acked: true };
  const error = `Docket did not respond in time ("${ack.error}").`;
  stage.world.fail(user, error);
  return { acked: false, error };
}
