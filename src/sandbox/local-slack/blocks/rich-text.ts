import { byType, type Check, flag, list, oneOf, shape, text, whole } from './checks.ts';

const style = shape({ bold: flag, italic: flag, strike: flag, code: flag, underline: flag });
const id = text(255);
const border = whole(0, 1);

const inline: Record<string, Check> = {
  text: shape({ text: text(3_000), style }, ['text']),
  link: shape({ url: text(3_000), text: text(3_000), unsafe: flag, style }, ['url']),
  user: shape({ user_id: id, style }, ['user_id']),
  channel: shape({ channel_id: id, style }, ['channel_id']),
  usergroup: shape({ usergroup_id: id, style }, ['usergroup_id']),
  broadcast: shape({ range: oneOf('here', 'channel', 'everyone'), style }, ['range']),
  emoji: shape({ name: text(255), unicode: text(100), url: text(3_000), style }, ['name']),
  color: shape({ value: text(20), style }, ['value']),
  date: shape(
    {
      timestamp: whole(0, 99_999_999_999),
      format: text(1_000),
      url: text(3_000),
      fallback: text(1_000),
      style,
    },
    ['timestamp', 'format'],
  ),
};

const inlines = list(byType(inline), 1_000, 0);
const section = shape({ elements: inlines }, ['elements']);

export const richText = byType({
  rich_text_section: section,
  rich_text_quote: shape({ elements: inlines, border }, ['elements']),
  rich_text_preformatted: shape({ elements: inlines, border, language: text(100) }, ['elements']),
  rich_text_list: shape(
    {
      elements: list(byType({ rich_text_section: section }), 1_000),
      style: oneOf('bullet', 'ordered'),
      indent: whole(0, 8),
      offset: whole(0, 10_000),
      border,
    },
    ['elements', 'style'],
  ),
});
