import type { Locale } from '../domain/locale.ts';

/** Words of Docket's Home, beside those that the briefings have. */
export interface HomeWords {
  readonly today: (day: string) => string;
  readonly guest: string;
  readonly setUp: string;
  /** Where the reader can't set up: whom to ask. */
  readonly notSetUp: string;
  readonly notStarted: string;
  readonly nothing: string;
  /** Where no best time is near. */
  readonly toSubmit: string;
  readonly waiting: string;
  readonly next: (when: string) => string;
  readonly away: string;
  readonly settings: string;
  readonly stores: string;
  readonly setUpButton: string;
  readonly all: string;
}

const en: HomeWords = {
  today: (day) => `Today, ${day}`,
  guest:
    'Here colleagues see the Amazon cases that wait for them. Guests can look at the cases in their channels.',
  setUp:
    '*Welcome.* Docket does not know yet where cases belong. Set it up: a channel, your stores, who looks after them. It takes five minutes, and nobody else is written to before you press *Start*.',
  notSetUp:
    '*Welcome.* Docket does not know yet where cases belong. A lead can change that: ask them to type `/case setup`.',
  notStarted: 'Docket is not started yet: nobody gets a briefing. The last step of the set-up changes that.',
  nothing: 'Nothing waits for you. If something is wrong at Amazon, open a case.',
  toSubmit: '*To submit*',
  waiting: '*Waiting*',
  next: (when) => `next: ${when}`,
  away: 'I am away…',
  settings: 'What I am told, and when',
  stores: 'Stores',
  setUpButton: 'Set up',
  all: 'All open cases',
};

const zh: HomeWords = {
  today: (day) => `今天 · ${day}`,
  guest: '同事在这里看到等自己处理的亚马逊案件。访客可以在频道里查看案件。',
  setUp:
    '*欢迎。* Docket 还不知道案件放在哪个频道。设置一下：频道、店铺、各店负责人。大约五分钟；在你点“启用”之前，不会给其他人发消息。',
  notSetUp: '*欢迎。* Docket 还不知道案件放在哪个频道。请主管发送 `/case 设置向导` 来设置。',
  notStarted: 'Docket 还没有启用，现在谁也收不到每日简报。完成设置的最后一步就会启用。',
  nothing: '目前没有等你处理的事。亚马逊那边有问题，就新建案件。',
  toSubmit: '*待提交*',
  waiting: '*等待中*',
  next: (when) => `接下来 ${when}`,
  away: '我要休假…',
  settings: '什么时候告诉我什么',
  stores: '店铺',
  setUpButton: '设置向导',
  all: '全部进行中的案件',
};

export const HOME: Readonly<Record<Locale, HomeWords>> = { en, 'zh-CN': zh };
