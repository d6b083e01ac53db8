import { isObject, listOf, objectsOf } from '../json.ts';
import { also, type Check, flag, list, oneOf, shape, text, whole } from './checks.ts';
import * as object from './objects.ts';

/** Properties that every interactive element has. */
const named = { action_id: object.action };
const asked = { ...named, confirm: object.confirm };
const focused = { focus_on_load: flag };
const hinted = { ...focused, placeholder: object.plain(150) };
const typed = { ...named, ...hinted, dispatch_action_config: object.dispatchConfig };
const several = { max_selected_items: whole(1, 1_000) };
const id = text(255);
const conversationFilter = shape({
  include: list(oneOf('im', 'mpim', 'private', 'public'), 4),
  exclude_external_shared_channels: flag,
  exclude_bot_users: flag,
});

/** An initial choice that is not among the options makes Slack refuse the whole payload. */
function withInitial(check: Check): Check {
  return also(check, (element, at, findings) => {
    const groups = objectsOf(element.option_groups).flatMap((group) => listOf(group.options));
    const offered = [...listOf(element.options), ...groups].filter(isObject).map((one) => one.value);
    if (element.initial_option !== undefined) {
      if (!isObject(element.initial_option) || !offered.includes(element.initial_option.value)) {
        findings.add('initial_option must be one of the options', `${at}/initial_option`);
      }
    }
    listOf(element.initial_options).forEach((one, index) => {
      if (!isObject(one) || !offered.includes(one.value)) {
        findings.add('initial_options must be among the options', `${at}/initial_options/${index}`);
      }
    });
  });
}

/** A menu has either options or groups of them. */
function withOptions(check: Check): Check {
  return also(withInitial(check), (element, at, findings) => {
    if ((element.options === undefined) === (element.option_groups === undefined)) {
      findings.add('must provide either options or option_groups', at);
    }
  });
}

const menu = { options: list(object.menuOption, 100), option_groups: list(object.optionGroup, 100) };

const plainTextInput = also(
  shape({
    ...typed,
    initial_value: text(3_000, 0),
    multiline: flag,
    min_length: whole(0, 3_000),
    max_length: whole(1, 3_000),
  }),
  (element, at, findings) => {
    const { min_length: min, max_length: max, initial_value: initial } = element;
    if (typeof min === 'number' && typeof max === 'number' && min > max) {
      findings.add('min_length must not be more than max_length', `${at}/min_length`);
    }
    if (typeof max === 'number' && typeof initial === 'string' && initial.length > max) {
      findings.add(`must be less than ${max + 1} characters`, `${at}/initial_value`);
    }
  },
);

export const BUTTON = shape(
  {
    ...asked,
    text: object.plain(75),
    value: text(2_000),
    url: object.url,
    style: oneOf('primary', 'danger'),
    accessibility_label: text(75),
  },
  ['text'],
);

export const OVERFLOW = shape({ ...asked, options: list(object.overflowOption, 5) }, ['options']);

/** Elements that keep what a person chose; all of them may stand in `input` and (but for inputs) in `actions`. */
export const CHOOSERS: Record<string, Check> = {
  static_select: withOptions(shape({ ...asked, ...hinted, ...menu, initial_option: object.menuOption })),
  multi_static_select: withOptions(
    shape({ ...asked, ...hinted, ...several, ...menu, initial_options: list(object.menuOption, 100) }),
  ),
  users_select: shape({ ...asked, ...hinted, initial_user: id }),
  multi_users_select: shape({ ...asked, ...hinted, ...several, initial_users: list(id, 1_000) }),
  conversations_select: shape({
    ...asked,
    ...hinted,
    initial_conversation: id,
    default_to_current_conversation: flag,
    response_url_enabled: flag,
    filter: conversationFilter,
  }),
  radio_buttons: withInitial(
    shape(
      { ...asked, ...focused, options: list(object.choiceOption, 10), initial_option: object.choiceOption },
      ['options'],
    ),
  ),
  checkboxes: withInitial(
    shape(
      {
        ...asked,
        ...focused,
        options: list(object.choiceOption, 10),
        initial_options: list(object.choiceOption, 10),
      },
      ['options'],
    ),
  ),
  datepicker: shape({ ...asked, ...hinted, initial_date: object.isoDate }),
  timepicker: shape({ ...asked, ...hinted, initial_time: object.clockTime, timezone: text(100) }),
};

export const DATETIMEPICKER = shape({
  ...asked,
  ...focused,
  initial_date_time: whole(1_000_000_000, 9_999_999_999),
});

/** Elements that only an `input` block may hold. */
export const INPUTS: Record<string, Check> = {
  plain_text_input: plainTextInput,
  url_text_input: shape({ ...typed, initial_value: text(3_000, 0) }),
  email_text_input: shape({ ...typed, initial_value: text(3_000, 0) }),
  number_input: shape(
    {
      ...typed,
      is_decimal_allowed: flag,
      initial_value: text(100),
      min_value: text(100),
      max_value: text(100),
    },
    ['is_decimal_allowed'],
  ),
  file_input: shape({ ...named, filetypes: list(text(20), 100), max_files: whole(1, 10) }),
};
