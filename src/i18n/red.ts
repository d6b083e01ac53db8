import type { Locale } from '../domain/locale.ts';

/** What is said of a red case: account at risk, A-to-z, or a deadline under 48 hours. */
export interface RedWords {
  readonly alarm: string;
  readonly writeMessage: string;
  readonly messageIsThere: string;
  /** Amazon's account health team calls back; the number is chosen on its page. */
  readonly phone: string;
  readonly phoneAccount: string;
  /** Things to have at hand, each in a few words. */
  readonly haveReady: (items: readonly string[]) => string;
  readonly reference: (reference: string | null) => string;
  readonly store: (store: string) => string;
  readonly identifiers: (list: string) => string;
  readonly noticeDate: string;
  readonly poa: (isWritten: boolean) => string;
  readonly unclaimed: string;
  readonly night: (when: string, source: string) => string;
  readonly nightDo: string;
  readonly secondReader: string;
  readonly unread: string;
  /** A message that goes to somebody beside the owner. */
  readonly standsIn: (who: string, owner: string) => string;
}

const en: RedWords = {
  alarm: 'This is red. Whoever can start now, please press *Take it* or go on with the next step.',
  writeMessage: 'Next: write the English message under *Edit*, then *Ask for review*.',
  messageIsThere:
    'The message for Amazon is there. Next: *Ask for review*, because a second person reads what is red.',
  phone: 'Call Amazon at once: ask for a call back in Seller Central, under *Help*.',
  phoneAccount: 'Call Amazon at once: on the Account Health page, *Call us* brings a call back.',
  haveReady: (items) => `Have ready: ${items.join(' · ')}.`,
  reference: (reference) => reference ?? 'the Case ID or reference, if there is one',
  store: (store) => store,
  identifiers: (list) => list,
  noticeDate: 'the date of the notice',
  poa: (isWritten) => (isWritten ? 'our text: written' : 'our text (plan of action): not written yet'),
  unclaimed: 'This case is red, and nobody is working on it yet. Please take it, or see that somebody does.',
  night: (when, source) => `Amazon’s deadline comes in the night: ${when}, ${source}.`,
  nightDo: 'Please send it this evening, before you go to sleep.',
  secondReader:
    'Nobody else has read this yet. It is red: *Ask for review* first, if there are minutes left.',
  unread: 'It went out without a second reader. Please let somebody read it now.',
  standsIn: (who, owner) => `${who}, this is for you now; ${owner} stays the owner.`,
};

const zh: RedWords = {
  alarm: '这是紧急案件。能马上处理的同事，请点“我来跟”，或直接做下一步。',
  writeMessage: '接下来：点“编辑”写好英文内容，再点“请人复核”。',
  messageIsThere: '给亚马逊的内容已写好。接下来：点“请人复核”，紧急案件要有第二个人看过。',
  phone: '请马上联系亚马逊：在卖家后台“帮助”里申请电话回拨。',
  phoneAccount: '请马上联系亚马逊：在“账户状况”页面点“联系我们”，申请电话回拨。',
  haveReady: (items) => `请准备好：${items.join('；')}。`,
  reference: (reference) => reference ?? 'Case ID 或参考号（有的话）',
  store: (store) => `店铺 ${store}`,
  identifiers: (list) => list,
  noticeDate: '通知的日期',
  poa: (isWritten) => (isWritten ? '申诉内容：已写好' : '申诉内容（POA）：还没写'),
  unclaimed: '这是紧急案件，还没有人处理。请你来处理，或者马上安排一位同事。',
  night: (when, source) => `亚马逊的截止时间在夜里：${when}，${source}。`,
  nightDo: '请今晚睡前提交。',
  secondReader: '还没有第二个人看过。这是紧急案件：只要还有几分钟，请先点“请人复核”。',
  unread: '提交之前没有第二个人看过。请现在找人看一遍。',
  standsIn: (who, owner) => `${who}，这一步现在请你处理；负责人仍是 ${owner}。`,
};

export const RED: Readonly<Record<Locale, RedWords>> = { en, 'zh-CN': zh };
