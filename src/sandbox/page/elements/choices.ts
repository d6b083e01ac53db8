import { type Json, object, objects, string, strings } from '../data/json.ts';
import type { Sandbox } from '../data/sandbox.ts';
import { plainText } from '../text/text-object.tsx';

/** One line of a select, wherever it comes from. */
export interface Choice {
  key: string;
  label: string;
  description: string;
  group: string;
  /** What goes into the state: Slack's option object, or an id. */
  value: Json | string;
}

const optionChoice =
  (group: string) =>
  (option: Json): Choice => ({
    key: string(option, 'value'),
    label: plainText(object(option, 'text')),
    description: plainText(object(option, 'description')),
    group,
    value: option,
  });

function staticChoices(element: Json): Choice[] {
  const groups = objects(element, 'option_groups');
  if (groups.length === 0) return objects(element, 'options').map(optionChoice(''));
  return groups.flatMap((group) =>
    objects(group, 'options').map(optionChoice(plainText(object(group, 'label')))),
  );
}

/** The choices of any select that the page can draw. */
export function choicesOf(element: Json, { state, me }: Sandbox): Choice[] {
  switch (string(element, 'type')) {
    case 'users_select':
    case 'multi_users_select':
      return state.people.map(({ id, name, title }) => ({
        key: id,
        label: name,
        description: title,
        group: '',
        value: id,
      }));
    case 'channels_select':
    case 'conversations_select':
      return state.channels
        .filter(({ kind, members }) => kind === 'channel' && members.includes(me.id))
        .map(({ id, name }) => ({ key: id, label: `#${name}`, description: '', group: '', value: id }));
    default:
      return staticChoices(element);
  }
}

const stateKeys: Record<string, string> = {
  static_select: 'selected_option',
  users_select: 'selected_user',
  channels_select: 'selected_channel',
  conversations_select: 'selected_conversation',
  multi_static_select: 'selected_options',
  multi_users_select: 'selected_users',
};

/** Where the state of this select keeps what was chosen. */
export const stateKeyOf = (element: Json): string => stateKeys[string(element, 'type')] ?? 'selected_option';

export const chosenKey = (state: Json, element: Json): string => {
  const key = stateKeyOf(element);
  const option = object(state, key);
  return option ? string(option, 'value') : string(state, key);
};

export const chosenKeys = (state: Json, element: Json): string[] => {
  const key = stateKeyOf(element);
  return [...objects(state, key).map((option) => string(option, 'value')), ...strings(state, key)];
};
