import type { Locale } from '../domain/locale.ts';

/** Being away, and coming back. `cover` and `who` are mentions or names; days stand in words. */
export interface AwayWords {
  readonly title: string;
  readonly submit: string;
  readonly from: string;
  readonly to: string;
  readonly cover: string;
  readonly coverHint: string;
  readonly button: string;
  readonly backButton: string;
  readonly current: string;
  readonly one: (days: string, cover: string) => string;
  readonly nobody: string;
  readonly dayMissing: string;
  readonly wentAway: (days: string) => string;
  readonly cases: (count: number) => string;
  readonly coveredBy: (cover: string) => string;
  readonly coveredByStores: string;
  readonly silent: string;
  readonly soonerBack: string;
  readonly twoCovers: string;
  readonly needsButton: string;
  readonly back: string;
  readonly wasHere: string;
}

const en: AwayWords = {
  title: 'Away',
  submit: 'Save',
  from: 'First day',
  to: 'Last day',
  cover: 'Who covers for you',
  coverHint: 'Gets what falls due of your cases. Left empty: the stores’ covers, then the leads.',
  button: 'Enter days away',
  backButton: 'I am back',
  current: 'Entered so far:',
  one: (days, cover) => `• ${days}, covered by ${cover}`,
  nobody: 'the stores’ covers',
  dayMissing: 'Choose a day.',
  wentAway: (days) => `You are away: *${days}*.`,
  cases: (count) =>
    count === 0
      ? 'You have no open case.'
      : count === 1
        ? 'You have 1 open case; it stays yours.'
        : `You have ${count} open cases; they stay yours.`,
  coveredBy: (cover) => `What falls due in these days goes to ${cover}.`,
  coveredByStores: 'What falls due in these days goes to the stores’ covers, else to the leads.',
  silent: 'Docket writes nothing to you on these days, from midnight to midnight of your own clock.',
  soonerBack: 'Back sooner? Type `/case back`.',
  twoCovers: 'Name one colleague only: one person has to know that it is theirs.',
  needsButton: 'Press the button for a form, or write the days in one line: `@Docket away 10/1-10/8`.',
  back: 'Welcome back. What falls due of your cases comes to you again.',
  wasHere: 'No days away were entered for you. What falls due comes to you as ever.',
};

const zh: AwayWords = {
  title: '休假',
  submit: '保存',
  from: '第一天',
  to: '最后一天',
  cover: '代班同事',
  coverHint: '你的案件到时间的事会提醒这位同事。不填就先找店铺代班，再找主管。',
  button: '登记休假',
  backButton: '我回来了',
  current: '已登记：',
  one: (days, cover) => `• ${days}，代班：${cover}`,
  nobody: '按店铺安排',
  dayMissing: '请选日期。',
  wentAway: (days) => `已登记休假：*${days}*。`,
  cases: (count) => (count === 0 ? '你目前没有进行中的案件。' : `你有 ${count} 个进行中的案件，仍由你负责。`),
  coveredBy: (cover) => `这几天到时间的事由 ${cover} 代班。`,
  coveredByStores: '这几天到时间的事由店铺代班处理，没有代班就找主管。',
  silent: '这几天 Docket 不会打扰你，按你当地的零点算。',
  soonerBack: '提前回来就发送 `/case 回来了`。',
  twoCovers: '代班请只选一位同事：要有一个人清楚这是自己的事。',
  needsButton: '请点按钮填表，或者一句话写完：`@Docket 休假 10月1日到8日`。',
  back: '欢迎回来。你的案件又会照常提醒你。',
  wasHere: '没有登记过你的休假。你的案件照常提醒你。',
};

export const AWAY: Readonly<Record<Locale, AwayWords>> = { en, 'zh-CN': zh };
