import type { InputBlock, KnownBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/types';
import type { Instant } from '../../domain/time.ts';
import { cut } from '../blocks/text.ts';

const TITLE_LIMIT = 24;
const LABEL_LIMIT = 2_000;
const OPTION_LIMIT = 75;
/** The most that one text input takes. */
export const INPUT_LIMIT = 3_000;

export const plain = (text: string, max = LABEL_LIMIT): PlainTextElement => ({
  type: 'plain_text',
  text: cut(text, max),
});

interface Frame {
  readonly title: string;
  readonly close: string;
  readonly blocks: KnownBlock[];
  /** Absent for a view without inputs. */
  readonly submit?: string;
  readonly callback?: string;
  /** Ids only: what people typed belongs into inputs. */
  readonly metadata?: string;
}

export const modal = ({ title, close, blocks, submit, callback, metadata }: Frame): ModalView => ({
  type: 'modal',
  title: plain(title, TITLE_LIMIT),
  close: plain(close, TITLE_LIMIT),
  blocks,
  ...(submit === undefined ? {} : { submit: plain(submit, TITLE_LIMIT) }),
  ...(callback === undefined ? {} : { callback_id: callback }),
  ...(metadata === undefined ? {} : { private_metadata: metadata }),
});

/** An input's block and action share one id: there is one input to a block. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  /** Set where each change is to reach Docket at once. */
  readonly dispatch?: boolean;
}

export const input = (field: Field, element: InputBlock['element']): InputBlock => ({
  type: 'input',
  block_id: field.id,
  label: plain(field.label),
  optional: field.optional ?? false,
  element,
  ...(field.hint ? { hint: plain(field.hint) } : {}),
  ...(field.dispatch ? { dispatch_action: true } : {}),
});

interface TextField extends Field {
  readonly initial?: string;
  readonly multiline?: boolean;
  readonly max?: number;
  readonly placeholder?: string;
}

export const textField = ({
  initial,
  multiline,
  max = INPUT_LIMIT,
  placeholder,
  ...field
}: TextField): InputBlock =>
  input(field, {
    type: 'plain_text_input',
    action_id: field.id,
    multiline: multiline ?? false,
    max_length: max,
    ...(initial ? { initial_value: cut(initial, max) } : {}),
    ...(placeholder ? { placeholder: plain(placeholder, 150) } : {}),
    ...(field.dispatch ? { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } } : {}),
  });

export const option = (text: string, value: string, description?: string): PlainTextOption => ({
  text: plain(text, OPTION_LIMIT),
  value,
  ...(description ? { description: plain(description, OPTION_LIMIT) } : {}),
});

interface OptionGroup {
  readonly label: string;
  readonly options: readonly PlainTextOption[];
}

interface SelectField extends Field {
  readonly placeholder?: string;
  readonly chosen?: string | null;
}

/** A menu of at most 100 options, or of groups of at most 100 each. */
export function selectField(
  { placeholder, chosen, ...field }: SelectField,
  offered: readonly PlainTextOption[] | { readonly groups: readonly OptionGroup[] },
): InputBlock {
  const groups = 'groups' in offered ? offered.groups : null;
  const options = 'groups' in offered ? offered.groups.flatMap((group) => group.options) : [...offered];
  const initial = options.find((one) => one.value === chosen);
  return input(field, {
    type: 'static_select',
    action_id: field.id,
    ...(groups
      ? {
          option_groups: groups.map(({ label, options: own }) => ({
            label: plain(label, OPTION_LIMIT),
            options: [...own],
          })),
        }
      : { options }),
    ...(initial ? { initial_option: initial } : {}),
    ...(placeholder ? { placeholder: plain(placeholder, 150) } : {}),
  });
}

interface ChoiceField extends Field {
  readonly chosen?: string | null;
}

export function choiceField(
  { chosen, ...field }: ChoiceField,
  options: readonly PlainTextOption[],
): InputBlock {
  const initial = options.find((one) => one.value === chosen);
  return input(field, {
    type: 'radio_buttons',
    action_id: field.id,
    options: [...options],
    ...(initial ? { initial_option: initial } : {}),
  });
}

export const tickField = (field: Field, one: PlainTextOption): InputBlock =>
  input({ ...field, optional: true }, { type: 'checkboxes', action_id: field.id, options: [one] });

export const personField = (field: Field): InputBlock =>
  input(field, { type: 'users_select', action_id: field.id });

/** One file, by the endings of its name. */
export const fileField = ({ filetypes, ...field }: Field & { readonly filetypes: string[] }): InputBlock =>
  input(field, { type: 'file_input', action_id: field.id, filetypes, max_files: 1 });

interface TimeField extends Field {
  readonly initial: Instant | null;
}

/** Shown and typed in the person's own zone; Slack counts in seconds, people in minutes. */
export const timeField = ({ initial, ...field }: TimeField): InputBlock =>
  input(field, {
    type: 'datetimepicker',
    action_id: field.id,
    ...(initial === null ? {} : { initial_date_time: Math.floor(initial / 60_000) * 60 }),
  });
