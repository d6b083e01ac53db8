import { choiceOf, type FileChoice } from '../files.ts';
import { type Json, labelOf, listOf, objectOf, objectsOf, shown, textOf } from '../json.ts';
import { type Control, optionsOf } from './elements.ts';

/** A plain value as a test or the page gives it: text, an option's value, ids, seconds, files. */
export type Choice = string | number | null | readonly string[] | readonly FileChoice[];

/** What the workspace must confirm before a person can choose it. */
export interface Directory {
  hasPerson: (id: string) => boolean;
  /** Whether Slack offers this person that conversation, by the element's `filter`. */
  offersConversation: (id: string, filter: Json) => boolean;
  storeFile: (file: FileChoice) => Json;
}

/** An element's state before anybody touches it; undefined for what keeps no state. */
export function initialState({ type, element }: Control): Json | undefined {
  switch (type) {
    case 'plain_text_input':
    case 'url_text_input':
    case 'email_text_input':
    case 'number_input':
      return { type, value: element.initial_value || null };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null };
    case 'file_input':
      return { type, files: [] };
    default:
      return undefined;
  }
}

/** The state after a person chose; throws where a person could not choose that. */
export function chosenState(control: Control, choice: Choice, directory: Directory): Json {
  const { type, actionId, element } = control;
  const wrong = (problem: string) => new Error(`"${actionId}" (${type}): ${problem}`);
  const one = (value: unknown): Json => {
    const options = optionsOf(element);
    const found =
      options.find((option) => option.value === value) ?? options.find((it) => labelOf(it.text) === value);
    if (found) return found;
    throw wrong(`no option "${shown(value)}"; there are: ${options.map((it) => shown(it.value)).join(', ')}`);
  };
  const known = (ids: readonly unknown[], exists: (id: string) => boolean): string[] =>
    ids.map((id) => {
      if (typeof id === 'string' && exists(id)) return id;
      throw wrong(`unknown id ${shown(id)}`);
    });
  const many: readonly (string | number | FileChoice)[] = Array.isArray(choice)
    ? choice
    : choice === null
      ? []
      : [choice];
  const single = choice === null || choice === '' ? null : choice;

  switch (type) {
    case 'plain_text_input':
    case 'url_text_input':
    case 'email_text_input':
    case 'number_input':
      if (single !== null && typeof single !== 'string') throw wrong('type a text');
      return { type, value: single };
    case 'static_select':
    case 'radio_buttons':
    case 'overflow':
      return { type, selected_option: single === null ? null : one(single) };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: many.map(one) };
    case 'users_select':
      return { type, selected_user: single === null ? null : known([single], directory.hasPerson)[0] };
    case 'multi_users_select':
      return { type, selected_users: known(many, directory.hasPerson) };
    case 'conversations_select':
      return {
        type,
        selected_conversation:
          single === null
            ? null
            : known([single], (id) => directory.offersConversation(id, objectOf(element.filter)))[0],
      };
    case 'datepicker':
      if (single !== null && !/^\d{4}-\d\d-\d\d$/.test(shown(single))) throw wrong('choose YYYY-MM-DD');
      return { type, selected_date: single };
    case 'timepicker':
      if (single !== null && !/^\d\d:\d\d$/.test(shown(single))) throw wrong('choose HH:mm');
      return { type, selected_time: single };
    case 'datetimepicker':
      if (single !== null && !Number.isInteger(single)) throw wrong('choose seconds since 1970');
      return { type, selected_date_time: single };
    case 'file_input':
      return {
        type,
        files: many.map((file) =>
          directory.storeFile(typeof file === 'object' ? file : { name: shown(file) }),
        ),
      };
    default:
      throw wrong('a person can only click it');
  }
}

/** The plain choice inside an element's state, as the page sends it; undefined where there is none. */
export function choiceIn(state: Json): Choice | undefined {
  if ('selected_option' in state) return textOf(objectOf(state.selected_option).value) ?? null;
  if ('selected_options' in state) return objectsOf(state.selected_options).map((it) => shown(it.value));
  for (const name of ['selected_user', 'selected_conversation', 'selected_date', 'selected_time']) {
    if (name in state) return textOf(state[name]) ?? null;
  }
  if ('selected_users' in state) return listOf(state.selected_users).map(shown);
  if ('selected_date_time' in state) {
    return typeof state.selected_date_time === 'number' ? state.selected_date_time : null;
  }
  if ('files' in state) return objectsOf(state.files).map(choiceOf);
  if ('value' in state) return textOf(state.value) ?? null;
  return undefined;
}
