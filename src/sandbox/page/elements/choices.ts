import type { SandboxChannel } from '../../protocol.ts';
import { channelName } from '../channel/names.ts';
import { flag, type Json, object, objects, string, strings } from '../data/json.ts';
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

/** What Slack offers this person: public channels, and their own private ones, within the element's `filter`. */
function conversations(element: Json, { state, me }: Sandbox): SandboxChannel[] {
  const filter = object(element, 'filter') ?? {};
  const kinds = strings(filter, 'include');
  const withoutBots = flag(filter, 'exclude_bot_users');
  return state.channels.filter(({ kind, isPrivate, isArchived, members }) => {
    const name = kind === 'im' ? 'im' : isPrivate ? 'private' : 'public';
    if (isArchived || (isPrivate && !members.includes(me.id)) || (kind === 'im' && withoutBots)) return false;
    return kinds.length === 0 || kinds.includes(name);
  });
}

/** The choices of any select that the page can draw. */
export function choicesOf(element: Json, sandbox: Sandbox): Choice[] {
  const { state } = sandbox;
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
      return conversations(element, sandbox).map((channel) => ({
        key: channel.id,
        label: channelName(channel, sandbox),
        description: '',
        group: '',
        value: channel.id,
      }));
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
