import { cleanText } from '../../domain/identifiers.ts';
import { type PersonId, personId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { FilePayload, InputValues } from '../payloads.ts';

/** Reads what stands in a form's inputs; each block has one. A block that is not there reads as empty. */
export const stateOf = (values: InputValues, block: string) => Object.values(values[block] ?? {})[0];

/** Clean of what a database refuses or a reader can't see; white space at the ends is never meant. */
export const textIn = (values: InputValues, block: string): string =>
  cleanText(stateOf(values, block)?.value ?? '').trim();

export const chosenIn = (values: InputValues, block: string): string | null =>
  stateOf(values, block)?.selected_option?.value ?? null;

export const isTicked = (values: InputValues, block: string): boolean =>
  (stateOf(values, block)?.selected_options?.length ?? 0) > 0;

export function personIn(values: InputValues, block: string): PersonId | null {
  const id = stateOf(values, block)?.selected_user;
  return id ? personId(id) : null;
}

export function instantIn(values: InputValues, block: string): Instant | null {
  const seconds = stateOf(values, block)?.selected_date_time ?? null;
  return seconds === null ? null : seconds * 1_000;
}

/** The one file of an input, if there is one. */
export const fileIn = (values: InputValues, block: string): FilePayload | null =>
  stateOf(values, block)?.files?.[0] ?? null;

/** Everything that was typed as text, to be given back where a form can't go on. */
export const typedTexts = (values: InputValues): string[] =>
  Object.keys(values)
    .map((block) => textIn(values, block))
    .filter(Boolean);
