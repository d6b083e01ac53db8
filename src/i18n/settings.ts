import type { PlanKind } from '../domain/briefings/plan.ts';
import type { Locale } from '../domain/locale.ts';

/** Words of the form in which somebody chooses what Docket tells them. */
export interface SettingsWords {
  readonly title: string;
  readonly open: string;
  readonly byButton: string;
  readonly clock: (city: string) => string;
  readonly morning: string;
  readonly morningHint: string;
  readonly off: string;
  readonly beforeWindow: string;
  readonly beforeWindowHint: string;
  readonly digest: string;
  readonly yes: string;
  readonly no: string;
  readonly saved: string;
  readonly next: Readonly<Record<PlanKind, (when: string) => string>>;
  readonly nothing: string;
  readonly notStarted: string;
}

const en: SettingsWords = {
  title: 'What you get',
  open: 'Choose what I get',
  byButton: 'Press the button to choose what Docket tells you, and when.',
  clock: (city) => `Times are on your own clock (${city}). A briefing with nothing in it is not sent.`,
  morning: 'Morning briefing',
  morningHint: 'On your working days: store check, your turn, what to close.',
  off: 'Not at all',
  beforeWindow: 'Before the best time to submit',
  beforeWindowHint: 'A quarter of an hour before, with what there is to submit.',
  digest: 'The team’s state, at the end of the morning briefing',
  yes: 'Yes',
  no: 'No',
  saved: 'Saved.',
  next: {
    morning: (when) => `Next morning briefing: ${when}`,
    before_window: (when) => `Next briefing before the best time: ${when}`,
  },
  nothing: 'Docket sends you no briefings now. `/case settings` brings them back.',
  notStarted: 'Briefings begin once a lead has pressed *Start* in `/case setup`.',
};

const zh: SettingsWords = {
  title: '我的简报',
  open: '设置我的简报',
  byButton: '点按钮，选择 Docket 什么时候告诉你什么。',
  clock: (city) => `时间按你自己的时区（${city}）。没有内容就不发。`,
  morning: '每日简报',
  morningHint: '工作日发送：店铺巡查、轮到你的、要去后台关的。',
  off: '不发送',
  beforeWindow: '最佳提交时段之前',
  beforeWindowHint: '提前一刻钟，列出要提交的案件。',
  digest: '每日简报末尾附上团队情况',
  yes: '要',
  no: '不要',
  saved: '已保存。',
  next: {
    morning: (when) => `下一次每日简报：${when}`,
    before_window: (when) => `下一次最佳提交时段提醒：${when}`,
  },
  nothing: 'Docket 现在不会给你发简报。想要时用 `/case 设置` 再打开。',
  notStarted: '主管在 `/case 设置向导` 里点“启用”之后，才开始发简报。',
};

export const SETTINGS: Readonly<Record<Locale, SettingsWords>> = { en, 'zh-CN': zh };
