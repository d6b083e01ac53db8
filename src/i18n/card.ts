import type { Locale } from '../domain/locale.ts';

/** The card: five lines that fit a phone. Arguments are ready for Slack: escaped, or times in both clocks. */
export interface CardWords {
  readonly owner: (mention: string) => string;
  readonly ownersTurn: (mention: string) => string;
  readonly noOwner: string;
  readonly reviewersTurn: (mention: string) => string;
  readonly offeredTo: (mention: string) => string;
  readonly deadline: (when: string, source: string) => string;
  readonly deadlinePassed: (when: string, source: string) => string;
  readonly deadlineUnknown: string;
  readonly caseId: (link: string) => string;
  readonly reference: (text: string) => string;
  readonly bestTime: (when: string) => string;
  readonly openNow: (until: string) => string;
  readonly deadlinePresses: string;
  readonly noWindow: (door: string) => string;
  readonly more: (count: number) => string;
  /** Stands after a summary that was cut. */
  readonly cut: string;
  readonly thread: string;
}

const en: CardWords = {
  owner: (mention) => `Owner: ${mention}`,
  ownersTurn: (mention) => `owner’s turn: ${mention}`,
  noOwner: 'no owner yet',
  reviewersTurn: (mention) => `reviewer’s turn: ${mention}`,
  offeredTo: (mention) => `offered to ${mention}`,
  deadline: (when, source) => `Deadline: ${when}, ${source}`,
  deadlinePassed: (when, source) => `Deadline PASSED: ${when}, ${source}`,
  deadlineUnknown: 'Deadline: not entered yet, look on Amazon’s page',
  caseId: (link) => `Case ID: ${link}`,
  reference: (text) => `Amazon’s reference: ${text}`,
  bestTime: (when) => `Best time to submit: ${when}`,
  openNow: (until) => `Best time to submit: now, until ${until}`,
  deadlinePresses: 'Submit now: the deadline does not wait for the best time',
  noWindow: (door) => `Goes to: ${door}. Submit as soon as it is ready`,
  more: (count) => `+${count} more`,
  cut: '(all of it under Edit)',
  thread: 'Open its thread',
};

const zh: CardWords = {
  owner: (mention) => `负责人：${mention}`,
  ownersTurn: (mention) => `轮到负责人 ${mention}`,
  noOwner: '暂无负责人',
  reviewersTurn: (mention) => `轮到复核人 ${mention}`,
  offeredTo: (mention) => `已请 ${mention} 接手`,
  deadline: (when, source) => `截止：${when}，${source}`,
  deadlinePassed: (when, source) => `已过截止时间：${when}，${source}`,
  deadlineUnknown: '截止：还没填，请看亚马逊的页面',
  caseId: (link) => `Case ID：${link}`,
  reference: (text) => `亚马逊参考号：${text}`,
  bestTime: (when) => `最佳提交时段：${when}`,
  openNow: (until) => `最佳提交时段：现在，${until}结束`,
  deadlinePresses: '建议现在就提交：截止时间等不到下一个最佳提交时段',
  noWindow: (door) => `提交到：${door}。准备好就可以提交`,
  more: (count) => `等 ${count + 1} 个`,
  cut: '（全文见“编辑”）',
  thread: '打开讨论串',
};

export const CARD: Readonly<Record<Locale, CardWords>> = { en, 'zh-CN': zh };
