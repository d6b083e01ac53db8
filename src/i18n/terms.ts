import type { DeadlineSource, Status } from '../domain/case.ts';
import type { ReplyMeaning } from '../domain/events.ts';
import type { Locale } from '../domain/locale.ts';
import type { TimerKind } from '../domain/timers/keys.ts';
import { CATALOGUE, type CatalogueWords } from './catalogue.ts';

/** What a person can press. The names are those of `ACTIONS`, so that a button finds its word by its action. */
export type ButtonName =
  | ('take' | 'handOver' | 'acceptOffer' | 'declineOffer' | 'edit' | 'note' | 'askReview')
  | ('passReview' | 'returnReview' | 'ready' | 'takeBack' | 'submitNow' | 'submitted')
  | ('checkAnswered' | 'checkNothing' | 'checkClosed' | 'replied' | 'noteSent' | 'solved' | 'closed')
  | ('reopen' | 'withdraw' | 'snooze' | 'show' | 'open' | 'mine' | 'list' | 'link');

/** The glossary of design.md: one word for one thing, on every surface. */
export interface Terms extends CatalogueWords {
  readonly statuses: Readonly<Record<Status, string>>;
  readonly buttons: Readonly<Record<ButtonName, string>>;
  /** Where a button says more in one place than its usual word does. */
  readonly checkedNothing: string;
  readonly answerSent: string;
  readonly notSolved: string;
  readonly addTo: (number: number) => string;
  readonly reopenNumber: (number: number) => string;
  /** What a planned step will do, as it stands after "Next:". */
  readonly timers: Readonly<Record<TimerKind, string>>;
  readonly deadlineSources: Readonly<Record<DeadlineSource, string>>;
  readonly meanings: Readonly<Record<ReplyMeaning, string>>;
  readonly owner: string;
  readonly noOwner: string;
  readonly red: string;
  readonly caseId: string;
  readonly deadline: string;
}

const en: Terms = {
  ...CATALOGUE.en,
  statuses: {
    preparing: 'Preparing',
    in_review: 'In review',
    ready: 'Ready',
    awaiting_amazon: 'Waiting for Amazon',
    action_needed: 'Your turn',
    resolved: 'Solved, close it',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
  },
  buttons: {
    take: 'Take it',
    handOver: 'Hand over',
    acceptOffer: 'Accept',
    declineOffer: 'Decline',
    edit: 'Edit',
    note: 'Add a note',
    askReview: 'Ask for review',
    passReview: 'Looks good',
    returnReview: 'Needs a change',
    ready: 'Ready',
    takeBack: 'Back to preparing',
    submitNow: 'Submit now',
    submitted: 'Submitted',
    checkAnswered: 'Answered',
    checkNothing: 'Nothing yet',
    checkClosed: 'Closed',
    replied: 'Amazon replied',
    noteSent: 'Note sent',
    solved: 'Solved',
    closed: 'Closed at Amazon',
    reopen: 'Reopen',
    withdraw: 'Withdraw',
    snooze: 'Remind me later',
    show: 'Show',
    open: 'Open a case',
    mine: 'My cases',
    list: 'All open cases',
    link: 'Open Seller Central',
  },
  checkedNothing: 'Checked, nothing yet',
  answerSent: 'Answer sent',
  notSolved: 'Not solved',
  addTo: (number) => `Add to #${number}`,
  reopenNumber: (number) => `Reopen #${number}`,
  timers: {
    unclaimed: 'a lead is told, if nobody takes it',
    offer_unanswered: 'reminder to answer the hand-over',
    stale_preparing: 'reminder to finish preparing',
    stale_review: 'reminder to finish the review',
    window: 'submit at the best time',
    stale_ready: 'reminder to submit',
    follow_up: 'look into Seller Central for an answer',
    note_due: 'reminder to add the note at Amazon',
    person_decides: 'decide how to go on',
    escalation: 'call Amazon or ask the account manager',
    stale_action: 'reminder to answer Amazon',
    close_out: 'reminder to close it at Amazon',
    deadline: 'reminder of the deadline',
    deadline_night: 'evening reminder of the deadline',
    red_unclaimed: 'the next lead is told, if nobody takes it up',
    snooze_over: 'comes back, as asked',
  },
  deadlineSources: { notice: 'from the notice', amazon_page: 'Amazon page', team_default: 'team default' },
  meanings: {
    needs_us: 'Amazon needs something from us',
    holding: 'Amazon asks us to wait',
    solved: 'Amazon solved it',
    refused: 'Amazon refused',
  },
  owner: 'Owner',
  noOwner: 'no owner yet',
  red: 'RED',
  caseId: 'Case ID',
  deadline: 'Deadline',
};

const zh: Terms = {
  ...CATALOGUE['zh-CN'],
  statuses: {
    preparing: '准备中',
    in_review: '待复核',
    ready: '待提交',
    awaiting_amazon: '等亚马逊回复',
    action_needed: '待我方处理',
    resolved: '已解决，待关 Case',
    closed: '已关闭',
    withdrawn: '已撤回',
  },
  buttons: {
    take: '我来跟',
    handOver: '转交',
    acceptOffer: '接手',
    declineOffer: '不接',
    edit: '编辑',
    note: '加备注',
    askReview: '请人复核',
    passReview: '没问题',
    returnReview: '需要修改',
    ready: '准备好了',
    takeBack: '退回准备',
    submitNow: '现在提交',
    submitted: '已提交',
    checkAnswered: '已回复',
    checkNothing: '暂无回复',
    checkClosed: '已被关闭',
    replied: '亚马逊已回复',
    noteSent: '已追问',
    solved: '已解决',
    closed: '后台已关',
    reopen: '重新打开',
    withdraw: '撤回',
    snooze: '稍后提醒',
    show: '查看',
    open: '新建案件',
    mine: '我的案件',
    list: '全部进行中',
    link: '打开卖家后台',
  },
  checkedNothing: '已查，暂无回复',
  answerSent: '已答复亚马逊',
  notSolved: '还没解决',
  addTo: (number) => `补充到 #${number}`,
  reopenNumber: (number) => `重新打开 #${number}`,
  timers: {
    unclaimed: '还没人跟就告诉主管',
    offer_unanswered: '提醒对方回应转交',
    stale_preparing: '提醒尽快准备好',
    stale_review: '提醒完成复核',
    window: '到最佳提交时段，去提交',
    stale_ready: '提醒提交',
    follow_up: '去后台看亚马逊回复了没有',
    note_due: '提醒去后台追问',
    person_decides: '决定下一步怎么办',
    escalation: '打电话或找客户经理',
    stale_action: '提醒回复亚马逊',
    close_out: '提醒去后台关 Case',
    deadline: '提醒截止时间',
    deadline_night: '截止在夜里，晚上先提醒',
    red_unclaimed: '没人处理就告诉下一位主管',
    snooze_over: '按约定再次提醒',
  },
  deadlineSources: { notice: '来自通知', amazon_page: '来自亚马逊页面', team_default: '团队默认' },
  meanings: {
    needs_us: '亚马逊需要我们补充或处理',
    holding: '亚马逊请我们再等等',
    solved: '亚马逊已解决',
    refused: '亚马逊拒绝了',
  },
  owner: '负责人',
  noOwner: '暂无负责人',
  red: '紧急',
  caseId: 'Case ID',
  deadline: '截止',
};

export const TERMS: Readonly<Record<Locale, Terms>> = { en, 'zh-CN': zh };
