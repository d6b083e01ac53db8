import type { SandboxValues } from '../../protocol.ts';
import { inputKey, type Typed } from './form-store.ts';
import { isObject, type Json, number, object, objects, string, strings } from './json.ts';

/** The input's state before anyone touched it, in the form of Slack's `view.state.values`. */
export function initialState(element: Json): Json | undefined {
  const type = string(element, 'type');
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: string(element, 'initial_value') || null };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: object(element, 'initial_option') ?? null };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: objects(element, 'initial_options') };
    case 'users_select':
      return { type, selected_user: string(element, 'initial_user') || null };
    case 'multi_users_select':
      return { type, selected_users: strings(element, 'initial_users') };
    case 'channels_select':
      return { type, selected_channel: string(element, 'initial_channel') || null };
    case 'conversations_select':
      return { type, selected_conversation: string(element, 'initial_conversation') || null };
    case 'datepicker':
      return { type, selected_date: string(element, 'initial_date') || null };
    case 'timepicker':
      return { type, selected_time: string(element, 'initial_time') || null };
    case 'datetimepicker':
      return { type, selected_date_time: number(element, 'initial_date_time') ?? null };
    case 'file_input':
      return { type, files: [] };
    default:
      return undefined;
  }
}

/** The elements of a block that may hold state, with the ids that Slack files them under. */
export interface PlacedElement {
  blockId: string;
  actionId: string;
  element: Json;
}

export const blockIdOf = (block: Json, index: number) => string(block, 'block_id') || `block-${index}`;

export const actionIdOf = (element: Json, index = 0) => string(element, 'action_id') || `element-${index}`;

export function elementsOf(blocks: Json[]): PlacedElement[] {
  return blocks.flatMap((block, at) => {
    const single = object(block, 'element') ?? object(block, 'accessory');
    const list = string(block, 'type') === 'actions' ? objects(block, 'elements') : single ? [single] : [];
    const blockId = blockIdOf(block, at);
    return list.map((element, index) => ({ blockId, actionId: actionIdOf(element, index), element }));
  });
}

/** What an input holds now: typed here, else saved by the server, else its initial state. */
export function stateOf(placed: PlacedElement, typed: Typed, saved: Json): Json | undefined {
  const { blockId, actionId, element } = placed;
  const initial = initialState(element);
  if (!initial) return undefined;
  const kept = object(object(saved, blockId) ?? {}, actionId);
  const candidates = [typed[inputKey(blockId, actionId)], kept];
  return (
    candidates.find(
      (state): state is Json => state?.['type'] === initial['type'] && isStillOffered(element, state ?? {}),
    ) ?? initial
  );
}

/** False where an update took away what had been chosen. */
function isStillOffered(element: Json, state: Json): boolean {
  const groups = [element, ...objects(element, 'option_groups')];
  const offered = groups.flatMap((group) => objects(group, 'options')).map(optionValue);
  const chosen = [...objects(state, 'selected_options'), object(state, 'selected_option')];
  return chosen.every((option) => option === undefined || offered.includes(optionValue(option)));
}

/** Slack's `view.state.values` for these blocks. */
export function valuesOf(blocks: Json[], typed: Typed, saved: Json): SandboxValues {
  const values: SandboxValues = {};
  for (const placed of elementsOf(blocks)) {
    const state = stateOf(placed, typed, saved);
    if (state) values[placed.blockId] = { ...values[placed.blockId], [placed.actionId]: { ...state } };
  }
  return values;
}

export const savedValues = (view: Json): Json => object(object(view, 'state') ?? {}, 'values') ?? {};

export const isEmptyState = (state: Json): boolean =>
  Object.entries(state).every(
    ([key, value]) =>
      key === 'type' ||
      value === null ||
      value === undefined ||
      value === '' ||
      (Array.isArray(value) && value.length === 0),
  );

export const optionValue = (option: unknown): string => (isObject(option) ? string(option, 'value') : '');
