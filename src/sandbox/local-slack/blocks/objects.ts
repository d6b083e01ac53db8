import { byType, type Check, flag, list, matching, oneOf, shape, text } from './checks.ts';

export const action = text(255);
export const url = text(3_000);

/** A `plain_text` object: Slack refuses `mrkdwn` where only this is allowed. */
export function plain(max: number): Check {
  return byType({ plain_text: shape({ text: text(max), emoji: flag }, ['text']) });
}

export function anyText(max: number): Check {
  return byType({
    plain_text: shape({ text: text(max), emoji: flag }, ['text']),
    mrkdwn: shape({ text: text(max), verbatim: flag }, ['text']),
  });
}

export const confirm = shape(
  {
    title: plain(100),
    text: anyText(300),
    confirm: plain(30),
    deny: plain(30),
    style: oneOf('primary', 'danger'),
  },
  ['title', 'text', 'confirm', 'deny'],
);

export function option(label: Check, extra: Record<string, Check> = {}): Check {
  return shape({ text: label, value: text(150), description: anyText(75), ...extra }, ['text', 'value']);
}

export const menuOption = option(plain(75));
export const choiceOption = option(anyText(75));
export const overflowOption = option(plain(75), { url });

export const optionGroup = shape({ label: plain(75), options: list(menuOption, 100) }, ['label', 'options']);

export const imageFields: Record<string, Check> = {
  image_url: url,
  slack_file: shape({ id: text(255), url }),
  alt_text: text(2_000),
};

export const image = shape(imageFields, ['alt_text']);

export const dispatchConfig = shape({
  trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2),
});

export const isoDate = matching(
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  'must be a date as YYYY-MM-DD',
);
export const clockTime = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time as HH:mm');
