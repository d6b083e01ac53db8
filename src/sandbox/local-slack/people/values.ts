import type { SandboxValues } from '../../protocol.ts';
import { type Json, listOf, objectOf, objectsOf, textOf } from '../json.ts';
import { initialState } from './choices.ts';
import { type Control, controlsIn, optionsOf } from './elements.ts';

/** `view.state.values` of blocks that nobody has touched. */
export function initialValues(blocks: Json[]): SandboxValues {
  return valuesOf(blocks, initialState);
}

/**
 * The values after a view was replaced: an input whose block_id and action_id stayed keeps what the person had
 * typed or chosen, as long as it is still among the options; everything else starts again from its initial value.
 */
export function carriedValues(blocks: Json[], typed: SandboxValues): SandboxValues {
  return valuesOf(blocks, (control) => {
    const before = typed[control.blockId]?.[control.actionId];
    const kept = before?.type === control.type && stillOffered(control, before);
    return kept ? before : initialState(control);
  });
}

function valuesOf(blocks: Json[], stateOf: (control: Control) => Json | undefined): SandboxValues {
  const values: SandboxValues = {};
  for (const control of controlsIn(blocks)) {
    const state = stateOf(control);
    if (state) values[control.blockId] = { ...values[control.blockId], [control.actionId]: state };
  }
  return values;
}

function stillOffered({ element }: Control, state: Json): boolean {
  const offered = optionsOf(element).map((option) => option.value);
  const chosen = [...objectsOf(state.selected_options), objectOf(state.selected_option)];
  return chosen.every((option) => option.value === undefined || offered.includes(option.value));
}

/** What Slack itself writes under the fields of a modal before it tells the app; empty when all is well. */
export function clientErrors(blocks: Json[], values: SandboxValues): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const control of controlsIn(blocks)) {
    if (control.block.type !== 'input') continue;
    const problem = problemWith(control, objectOf(values[control.blockId]?.[control.actionId]));
    if (problem) errors[control.blockId] = problem;
  }
  return errors;
}

function problemWith({ block, element, type }: Control, state: Json): string | undefined {
  const text = textOf(state.value) ?? '';
  const lists = ['selected_options', 'selected_users', 'files'].flatMap((name) => listOf(state[name]));
  const singles = ['value', 'selected_option', 'selected_user', 'selected_conversation'];
  const dates = ['selected_date', 'selected_time', 'selected_date_time'];
  const blank = lists.length === 0 && [...singles, ...dates].every((name) => (state[name] ?? '') === '');
  if (blank) return block.optional === true ? undefined : 'Please complete this required field.';
  if (typeof element.min_length === 'number' && text.length < element.min_length) {
    return `Please enter at least ${element.min_length} characters.`;
  }
  const limit = typeof element.max_length === 'number' ? element.max_length : 3_000;
  if (text.length > limit) return `Please enter no more than ${limit} characters.`;
  if (type === 'url_text_input' && !URL.canParse(text)) return 'Please enter a valid URL.';
  if (type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(text))
    return 'Please enter a valid email address.';
  if (type === 'number_input') return numberProblem(element, text);
  const most = type === 'file_input' ? (element.max_files ?? 10) : element.max_selected_items;
  if (typeof most === 'number' && lists.length > most) return `Please choose no more than ${most}.`;
  return undefined;
}

function numberProblem(element: Json, text: string): string | undefined {
  const number = Number(text);
  if (Number.isNaN(number) || (element.is_decimal_allowed !== true && !Number.isInteger(number))) {
    return 'Please enter a valid number.';
  }
  if (element.min_value !== undefined && number < Number(element.min_value))
    return 'This number is too small.';
  if (element.max_value !== undefined && number > Number(element.max_value))
    return 'This number is too large.';
  return undefined;
}
