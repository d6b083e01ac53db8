import type { Typed } from '../data/form-store.ts';
import { actionIdOf, blockIdOf, isEmptyState, stateOf } from '../data/input-state.ts';
import { flag, type Json, number, object, objects, string } from '../data/json.ts';
import type { Words } from '../words.ts';

function textError(element: Json, value: string, words: Words): string | undefined {
  const type = string(element, 'type');
  const least = number(element, 'min_length') ?? 0;
  const most = number(element, 'max_length') ?? (type === 'plain_text_input' ? 3_000 : Infinity);
  if (value.length < least) return words.tooShort(least);
  if (value.length > most) return words.tooLong(most);
  if (type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return words.badEmail;
  if (type === 'url_text_input' && !/^https?:\/\/\S+$/i.test(value)) return words.badUrl;
  return type === 'number_input' ? numberError(element, value, words) : undefined;
}

function numberError(element: Json, value: string, words: Words): string | undefined {
  const entered = Number(value);
  const least = number(element, 'min_value') ?? -Infinity;
  const most = number(element, 'max_value') ?? Infinity;
  if (!Number.isFinite(entered)) return words.badNumber;
  if (!flag(element, 'is_decimal_allowed') && !Number.isInteger(entered)) return words.wholeNumber;
  if (entered < least) return words.atLeast(least);
  if (entered > most) return words.atMost(most);
  return undefined;
}

/** What Slack's own client refuses before the app is asked: empty required inputs, limits, forms. */
export function check(blocks: Json[], typed: Typed, saved: Json, words: Words): Record<string, string> {
  const errors: Record<string, string> = {};
  blocks.forEach((block, index) => {
    const element = object(block, 'element');
    if (string(block, 'type') !== 'input' || !element) return;
    const blockId = blockIdOf(block, index);
    const state = stateOf({ blockId, actionId: actionIdOf(element), element }, typed, saved);
    if (!state) return;
    if (isEmptyState(state)) {
      if (!flag(block, 'optional')) errors[blockId] = words.required;
      return;
    }
    if (objects(state, 'files').some((file) => string(file, 'id') === '')) {
      errors[blockId] = words.stillUploading;
    }
    const error = typeof state['value'] === 'string' ? textError(element, state['value'], words) : undefined;
    if (error) errors[blockId] = error;
  });
  return errors;
}
