import type { Locale } from '../domain/locale.ts';
import { OPEN_FORM_WORDS, type OpenFormWords } from './open-form.ts';

/** The words of the forms. Titles and buttons have 24 characters at most, labels say what to type. */
export interface ModalWords extends OpenFormWords {
  readonly loading: string;
  readonly close: string;
  readonly cancel: string;
  readonly save: string;
  readonly typed: string;
  readonly handOver: {
    readonly title: string;
    readonly how: string;
    readonly toColleague: string;
    readonly toNobody: string;
    readonly who: string;
    readonly note: string;
    readonly hint: string;
  };
  readonly askReview: { readonly title: string; readonly who: string; readonly hint: string };
  readonly submitted: {
    readonly title: string;
    readonly kind: string;
    readonly caseId: string;
    readonly door: string;
    readonly reference: string;
    readonly hint: string;
  };
  readonly reply: {
    readonly title: string;
    readonly meaning: string;
    readonly text: string;
    readonly textHint: string;
    readonly promised: string;
    readonly promisedHint: string;
    readonly deadline: string;
    readonly closedAdvice: string;
  };
  readonly edit: {
    readonly title: string;
    readonly summary: string;
    readonly summaryHint: string;
    readonly message: string;
    readonly identifiers: string;
    readonly deadline: string;
    readonly noDeadline: string;
    readonly reference: string;
  };
  readonly snooze: {
    readonly title: string;
    readonly until: string;
    readonly why: string;
    readonly hint: string;
  };
  readonly note: { readonly title: string; readonly text: string };
  readonly decline: { readonly title: string; readonly why: string };
  readonly returnReview: { readonly title: string; readonly why: string };
  readonly reopen: { readonly title: string; readonly why: string };
  readonly withdraw: { readonly title: string; readonly why: string; readonly hint: string };
}

const en: ModalWords = {
  ...OPEN_FORM_WORDS.en,
  loading: 'One moment…',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  typed: 'What you typed, to copy:',
  handOver: {
    title: 'Hand over',
    how: 'What should happen?',
    toColleague: 'Hand over to a colleague',
    toNobody: 'Release: nobody owns it for now',
    who: 'To whom',
    note: 'What they should know',
    hint: 'It stays yours until your colleague accepts.',
  },
  askReview: {
    title: 'Ask for review',
    who: 'Who should read it before it goes to Amazon?',
    hint: 'Somebody other than the owner.',
  },
  submitted: {
    title: 'Submitted',
    kind: 'What did Amazon give you?',
    caseId: 'A Case ID',
    door: 'No Case ID (appeal, claim)',
    reference: 'Case ID or reference',
    hint: 'Paste it in any form: the number, the link, the mail’s subject.',
  },
  reply: {
    title: 'Amazon replied',
    meaning: 'What does it mean for us?',
    text: 'Amazon’s answer',
    textHint: 'Paste it here. Leave out buyers’ names, addresses and phone numbers.',
    promised: 'Date that Amazon promised',
    promisedHint: 'Docket waits until then.',
    deadline: 'New deadline from Amazon',
    closedAdvice:
      'Closed, but not solved? Reopen the *same* Case at Amazon. Never open a second one: it counts as a duplicate.',
  },
  edit: {
    title: 'Edit',
    summary: 'Summary in one line',
    summaryHint: 'Leave it empty to have it made from identifier, category and store.',
    message: 'English message for Amazon',
    identifiers: 'More identifiers, one per line',
    deadline: 'Amazon’s deadline',
    noDeadline: 'There is no deadline any more',
    reference: 'Case ID or reference',
  },
  snooze: {
    title: 'Remind me later',
    until: 'Until when',
    why: 'Why',
    hint: 'You will read this again when it comes back. Deadlines still count down.',
  },
  note: { title: 'Add a note', text: 'Note for the record' },
  decline: { title: 'Decline', why: 'Why, or who could take it' },
  returnReview: { title: 'Needs a change', why: 'What should change?' },
  reopen: { title: 'Reopen', why: 'Why does it go on?' },
  withdraw: {
    title: 'Withdraw',
    why: 'Why',
    hint: 'Duplicate, wrong door, opened in error… It can be reopened.',
  },
};

const zh: ModalWords = {
  ...OPEN_FORM_WORDS['zh-CN'],
  loading: '请稍候…',
  close: '关闭',
  cancel: '取消',
  save: '保存',
  typed: '你填写的内容，可以复制：',
  handOver: {
    title: '转交',
    how: '怎么处理？',
    toColleague: '转交给同事',
    toNobody: '先放出来，暂时没有负责人',
    who: '转交给谁',
    note: '要告诉对方的事',
    hint: '对方接手之前，仍由你负责。',
  },
  askReview: {
    title: '请人复核',
    who: '提交给亚马逊之前，请谁看一遍？',
    hint: '要请负责人以外的同事。',
  },
  submitted: {
    title: '已提交',
    kind: '亚马逊给了什么？',
    caseId: 'Case ID',
    door: '没有 Case ID（申诉、索赔）',
    reference: 'Case ID 或参考号',
    hint: '怎么粘贴都行：号码、链接、邮件标题。',
  },
  reply: {
    title: '亚马逊已回复',
    meaning: '对我们意味着什么？',
    text: '亚马逊的回复',
    textHint: '粘贴在这里。请去掉买家的姓名、地址和电话。',
    promised: '亚马逊承诺的日期',
    promisedHint: 'Docket 会等到那时。',
    deadline: '亚马逊给的新截止时间',
    closedAdvice:
      'Case 被关了，但问题没解决？请在亚马逊后台重新打开 *同一个* Case，不要另开新的，否则会被当作重复提交。',
  },
  edit: {
    title: '编辑',
    summary: '一句话摘要',
    summaryHint: '留空的话，会用编号、类型和店铺自动生成。',
    message: '给亚马逊的英文内容',
    identifiers: '补充编号，每行一个',
    deadline: '亚马逊的截止时间',
    noDeadline: '已经没有截止时间',
    reference: 'Case ID 或参考号',
  },
  snooze: {
    title: '稍后提醒',
    until: '到什么时候',
    why: '原因',
    hint: '再次提醒时会显示这句话。截止时间照常倒计时。',
  },
  note: { title: '加备注', text: '备注内容' },
  decline: { title: '不接', why: '原因，或者谁可以接' },
  returnReview: { title: '需要修改', why: '哪里需要修改？' },
  reopen: { title: '重新打开', why: '为什么要继续？' },
  withdraw: { title: '撤回', why: '原因', hint: '重复、走错入口、误开等。之后可以重新打开。' },
};

export const MODALS: Readonly<Record<Locale, ModalWords>> = { en, 'zh-CN': zh };
