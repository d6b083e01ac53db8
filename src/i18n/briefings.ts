import type { LineReason } from '../desk/views/briefing-view.ts';
import type { Locale } from '../domain/locale.ts';

/** Words of the messages to one person that belong to no single case. Names and times arrive ready for Slack. */
export interface BriefingWords {
  readonly morning: (day: string) => string;
  /** What a locked phone shows of it. */
  readonly summary: (checks: number, turns: number) => string;
  readonly late: (when: string) => string;
  readonly window: (when: string) => string;
  readonly back: (day: string) => string;
  readonly checkTitle: (count: number) => string;
  readonly isDue: string;
  readonly waitsSince: (when: string) => string;
  readonly allNothing: string;
  readonly alsoWaiting: (numbers: string) => string;
  readonly looked: Readonly<Record<'nothing' | 'answered' | 'closed', string>>;
  readonly yourTurn: string;
  readonly closeOuts: string;
  readonly reasons: Readonly<Record<LineReason, string>>;
  readonly deadline: (when: string) => string;
  readonly more: (count: number) => string;
  readonly covering: (name: string, numbers: string) => string;
  readonly change: string;
  readonly beforeTitle: (when: string) => string;
  readonly beforeSummary: (ready: number, inWork: number) => string;
  readonly ready: string;
  readonly inWork: string;
  readonly coverTitle: (name: string) => string;
  readonly coverUntil: (name: string, day: string) => string;
  readonly digest: string;
  readonly red: (numbers: string) => string;
  readonly unowned: (numbers: string) => string;
  readonly stale: (numbers: string) => string;
  readonly missedWindow: (numbers: string) => string;
  readonly inReview: (numbers: string) => string;
  readonly awayCovered: (name: string, cases: number, cover: string) => string;
  readonly awayUncovered: (name: string, cases: number) => string;
  readonly flow: (opened: number, closed: number) => string;
  readonly calendarEnds: (office: string, day: string) => string;
  readonly andMore: (count: number) => string;
}

const cases = (count: number): string => (count === 1 ? '1 case' : `${count} cases`);

const en: BriefingWords = {
  morning: (day) => `Your day, ${day}`,
  summary: (checks, turns) =>
    [checks > 0 ? `${checks} to check at Amazon` : '', turns > 0 ? `${turns} for you to do` : '']
      .filter(Boolean)
      .join(', '),
  late: (when) => `Late: this should have come ${when}.`,
  window: (when) => `Best time to submit: ${when}`,
  back: (day) => `*Welcome back.* Since ${day} there is news of these:`,
  checkTitle: (count) =>
    count === 0
      ? '*Store check* · all looked into, thank you'
      : `*Store check* · ${cases(count)} waiting for Amazon. What does Seller Central show?`,
  isDue: 'due today',
  waitsSince: (when) => `waiting since ${when}`,
  allNothing: 'All nothing yet',
  alsoWaiting: (numbers) => `Also waiting: ${numbers}`,
  looked: { nothing: '✓ nothing yet', answered: '✓ answered', closed: '✓ closed' },
  yourTurn: '*Your turn*',
  closeOuts: '*Solved, close at Amazon*',
  reasons: {
    your_turn: 'Amazon needs something from us',
    stale: 'in preparation for a long time',
    deadline: 'the deadline is near',
    note_to_send: 'nothing yet, send the note',
    review: 'waits for your review',
    offer: 'offered to you',
    ready: 'ready to submit',
    in_review: 'in review',
    preparing: 'in preparation',
    close_out: 'solved, still open at Amazon',
    covered: '',
  },
  deadline: (when) => `deadline ${when}`,
  more: (count) => `And ${count} more: press *My cases*.`,
  covering: (name, numbers) => `${name} is away, you cover: ${numbers}`,
  change: 'Choose what I get',
  beforeTitle: (when) => `Best time to submit: ${when}`,
  beforeSummary: (ready, inWork) =>
    [ready > 0 ? `${ready} to submit` : '', inWork > 0 ? `${inWork} could still make it` : '']
      .filter(Boolean)
      .join(', '),
  ready: '*To submit*',
  inWork: '*Could still make it*',
  coverTitle: (name) => `You cover for ${name}`,
  coverUntil: (name, day) => `${name} is away until ${day}. Until then you cover these:`,
  digest: '*The team*',
  red: (numbers) => `Red: ${numbers}`,
  unowned: (numbers) => `Nobody owns: ${numbers}`,
  stale: (numbers) => `Standing still: ${numbers}`,
  missedWindow: (numbers) => `Missed the best time: ${numbers}`,
  inReview: (numbers) => `In review: ${numbers}`,
  awayCovered: (name, count, cover) => `${name} is away, ${cases(count)}, ${cover} covers`,
  awayUncovered: (name, count) => `${name} is away, ${cases(count)}, *nobody covers*`,
  flow: (opened, closed) => `Since the last working day: ${opened} opened, ${closed} closed`,
  calendarEnds: (office, day) =>
    `Holidays of ${office} are known until ${day} only: ask whoever runs Docket to update it`,
  andMore: (count) => `and ${count} more`,
};

const zh: BriefingWords = {
  morning: (day) => `每日简报 · ${day}`,
  summary: (checks, turns) =>
    [checks > 0 ? `店铺巡查 ${checks} 件` : '', turns > 0 ? `待处理 ${turns} 件` : '']
      .filter(Boolean)
      .join('，'),
  late: (when) => `这条消息晚到了，本应在 ${when}发出。`,
  window: (when) => `最佳提交时段：${when}`,
  back: (day) => `*欢迎回来。* ${day}以来，这些案件有变化：`,
  checkTitle: (count) =>
    count === 0 ? '*店铺巡查* · 都看过了，辛苦了' : `*店铺巡查* · ${count} 件在等亚马逊回复。后台显示什么？`,
  isDue: '今天要查',
  waitsSince: (when) => `${when} 开始等`,
  allNothing: '全部暂无回复',
  alsoWaiting: (numbers) => `也在等亚马逊：${numbers}`,
  looked: { nothing: '✓ 暂无回复', answered: '✓ 已回复', closed: '✓ 已关闭' },
  yourTurn: '*轮到你*',
  closeOuts: '*已解决，请到后台关闭*',
  reasons: {
    your_turn: '亚马逊需要我们补充或处理',
    stale: '准备了很久',
    deadline: '截止时间快到了',
    note_to_send: '暂无回复，请追问',
    review: '等你复核',
    offer: '请你接手',
    ready: '可以提交',
    in_review: '待复核',
    preparing: '准备中',
    close_out: '已解决，后台还没关',
    covered: '',
  },
  deadline: (when) => `截止 ${when}`,
  more: (count) => `另有 ${count} 件，请点“我的案件”。`,
  covering: (name, numbers) => `${name} 休假，由你代班：${numbers}`,
  change: '设置我的简报',
  beforeTitle: (when) => `最佳提交时段：${when}`,
  beforeSummary: (ready, inWork) =>
    [ready > 0 ? `待提交 ${ready} 件` : '', inWork > 0 ? `还来得及 ${inWork} 件` : '']
      .filter(Boolean)
      .join('，'),
  ready: '*待提交*',
  inWork: '*还来得及*',
  coverTitle: (name) => `你为 ${name} 代班`,
  coverUntil: (name, day) => `${name} 休假到 ${day}，这些案件由你代班：`,
  digest: '*团队情况*',
  red: (numbers) => `紧急：${numbers}`,
  unowned: (numbers) => `没有负责人：${numbers}`,
  stale: (numbers) => `很久没动：${numbers}`,
  missedWindow: (numbers) => `错过了最佳提交时段：${numbers}`,
  inReview: (numbers) => `待复核：${numbers}`,
  awayCovered: (name, count, cover) => `${name} 休假，${count} 件，${cover} 代班`,
  awayUncovered: (name, count) => `${name} 休假，${count} 件，*没有人代班*`,
  flow: (opened, closed) => `上一个工作日以来：新建 ${opened} 件，关闭 ${closed} 件`,
  calendarEnds: (office, day) => `${office} 的节假日只登记到${day}，请管理 Docket 的同事更新`,
  andMore: (count) => `另有 ${count} 件`,
};

export const BRIEFINGS: Readonly<Record<Locale, BriefingWords>> = { en, 'zh-CN': zh };
