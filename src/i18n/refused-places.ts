import type { Locale } from '../domain/locale.ts';

/** Why Docket can't write in a place, and what a person does about it. Each ends where a sentence may go on. */
export interface PlaceWords {
  readonly because: string;
  readonly remedy: string;
}

type Trouble = 'archived' | 'not_there' | 'no_right' | 'deleted' | 'other';

const TROUBLE: Readonly<Record<string, Trouble>> = {
  is_archived: 'archived',
  is_inactive: 'archived',
  not_in_channel: 'not_there',
  channel_not_found: 'not_there',
  restricted_action: 'no_right',
  restricted_action_non_threadable_channel: 'no_right',
  restricted_action_read_only_channel: 'no_right',
  restricted_action_thread_locked: 'no_right',
  restricted_action_thread_only_channel: 'no_right',
  thread_not_found: 'deleted',
  message_not_found: 'deleted',
};

export const PLACES: Readonly<Record<Locale, Readonly<Record<Trouble, PlaceWords>>>> = {
  en: {
    archived: { because: 'the channel is archived', remedy: 'Unarchive it, and the thread goes on.' },
    not_there: {
      because: 'Docket is no member there',
      remedy: 'Type `/invite @Docket` there, and the thread goes on.',
    },
    no_right: { because: 'Docket may not write there', remedy: 'Ask an admin to let Docket post in it.' },
    deleted: {
      because: 'the case’s thread was deleted',
      remedy: 'The case is kept: `/case show` and its number opens it.',
    },
    other: {
      because: 'Slack refuses the message',
      remedy: 'The case is kept: `/case show` and its number opens it.',
    },
  },
  'zh-CN': {
    archived: { because: '因为频道已归档', remedy: '请取消归档，消息会回到原讨论串。' },
    not_there: {
      because: '因为它不在这个频道里',
      remedy: '请在频道里输入 `/invite @Docket`，消息会回到原讨论串。',
    },
    no_right: { because: '因为它没有发言权限', remedy: '请管理员允许 Docket 在频道里发言。' },
    deleted: { because: '因为案件的讨论串已经删掉', remedy: '案件还在，用 `/case 查看` 加案件号可以打开。' },
    other: { because: '因为 Slack 不接受这条消息', remedy: '案件还在，用 `/case 查看` 加案件号可以打开。' },
  },
};

/** @param code Slack's error code for the refused message. */
export const placeWords = (code: string, locale: Locale): PlaceWords =>
  PLACES[locale][TROUBLE[code] ?? 'other'];
