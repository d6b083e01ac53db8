/** What stands in Slack's own menus. One constant for the manifest and for the listener. */
export interface Shortcut {
  readonly id: string;
  readonly type: 'global' | 'message';
  /** In both languages, because a manifest has one; Slack allows 24 characters. */
  readonly name: string;
  readonly description: string;
}

export const OPEN_CASE = 'open_case';
export const OPEN_FROM_MESSAGE = 'open_from_message';
export const ADD_TO_CASE = 'add_to_case';
export const AMAZON_REPLIED = 'amazon_replied';

export const SHORTCUTS: readonly Shortcut[] = [
  {
    id: OPEN_CASE,
    type: 'global',
    name: 'Open a case 新建案件',
    description: 'Opens the form for a new Amazon case · 新建亚马逊案件',
  },
  {
    id: OPEN_FROM_MESSAGE,
    type: 'message',
    name: 'Open a case from this 新建',
    description: 'Opens a case, filled in from this message · 用这条消息新建案件',
  },
  {
    id: ADD_TO_CASE,
    type: 'message',
    name: 'Add to a case 补充到案件',
    description: 'Adds this message to a case as a note · 把这条消息补充到案件',
  },
  {
    id: AMAZON_REPLIED,
    type: 'message',
    name: 'Amazon replied 亚马逊已回复',
    description: 'Records this message as Amazon’s answer · 把这条消息记为亚马逊的回复',
  },
];
