import type { Status } from '../domain/case.ts';
import type { Locale } from '../domain/locale.ts';

/** What is said when a planned step falls due: what is the matter, and what to do now. */
export interface NudgeWords {
  readonly unclaimed: string;
  readonly offerUnanswered: (to: string) => string;
  readonly stalePreparing: string;
  readonly staleReview: string;
  readonly windowOpen: (until: string) => string;
  readonly windowMissed: (times: number) => string;
  readonly windowOver: string;
  readonly pasteAndSubmit: string;
  readonly writeFirst: string;
  readonly staleReady: (door: string) => string;
  readonly followUp: string;
  readonly followUpWhy: string;
  readonly promisePassed: string;
  readonly noteDue: string;
  readonly personDecides: (notes: number) => string;
  readonly escalation: (waited: string) => string;
  readonly escalate: string;
  readonly escalateRed: string;
  readonly staleAction: string;
  readonly closeOut: string;
  readonly deadlineIn: (left: string, when: string, source: string) => string;
  readonly deadlinePassed: (when: string, source: string) => string;
  readonly deadlineDefault: string;
  /** What to do about a deadline; only while it is our turn. */
  readonly deadlineDo: Readonly<Partial<Record<Status, string>>>;
  readonly deadlinePresses: string;
  readonly deadlinePassedDo: string;
  readonly snoozeOver: string;
}

const en: NudgeWords = {
  unclaimed: 'Nobody owns this case. Please press *Take it*, or hand it to somebody who can.',
  offerUnanswered: (to) => `${to}, can you take this case over? Please accept or decline.`,
  stalePreparing:
    'This case is still being prepared. If something is missing, say so in a note; if nothing is, press *Ready*.',
  staleReview: 'The message is still waiting for its review. Please press *Looks good* or *Needs a change*.',
  windowOpen: (until) => `Submit by ${until}: until then Amazon answers fastest.`,
  windowMissed: (times) =>
    times === 1 ? 'The last best time has gone by.' : `The best time has gone by ${times} times.`,
  windowOver: 'The best time is over for today. Submitting now is better than waiting for another day.',
  pasteAndSubmit: 'Paste the text below, submit, then press *Submitted*.',
  writeFirst: 'There is no message yet: write it under *Edit* first.',
  staleReady: (door) => `This is ready but not submitted. It goes to: ${door}. Please submit it now.`,
  followUp: 'Please look into Seller Central: what does it show?',
  followUpWhy: 'Docket can’t see Amazon. Press *Nothing yet* if there is no answer: you get a note to copy.',
  promisePassed: 'Amazon’s own date has come.',
  noteDue:
    'Amazon had not answered when you looked, and our note is not sent yet. Here it is again: add it to the same case, then press *Note sent*.',
  personDecides: (notes) =>
    `${notes} notes have gone unanswered. Please decide: call Amazon, ask the account manager, or let it go.`,
  escalation: (waited) => `No answer for ${waited}. It is time to ask somebody else at Amazon.`,
  escalate:
    'Call seller support, or write to the account manager if the store has one. Everything they ask for is below.',
  escalateRed: 'Call Amazon now: this case can’t wait. Everything they ask for is below.',
  staleAction: 'Amazon still waits for our answer. Please answer in the same case, then press *Answer sent*.',
  closeOut:
    'This is solved, but still open in Seller Central. Please close it there, then press *Closed at Amazon*.',
  deadlineIn: (left, when, source) => `Amazon’s deadline is in ${left}: ${when}, ${source}.`,
  deadlinePassed: (when, source) => `Amazon’s deadline has passed: ${when}, ${source}.`,
  deadlineDefault: 'This date is a team default; if the notice names another, enter that one.',
  deadlineDo: {
    preparing: 'Please finish the message and submit it in time.',
    in_review: 'Please finish the review, so that it can be submitted in time.',
    ready: 'Please submit it in time.',
    action_needed: 'Please answer Amazon in time, then press *Answer sent*.',
  },
  deadlinePresses: 'Do not wait for the best time: submit now.',
  deadlinePassedDo: 'Send what you have now. If Amazon names a new date, enter it.',
  snoozeOver: 'Here it is again, as you asked:',
};

const zh: NudgeWords = {
  unclaimed: '这个案件还没有负责人。请点“我来跟”，或转交给合适的同事。',
  offerUnanswered: (to) => `${to}，方便接手这个案件吗？请点“接手”或“不接”。`,
  stalePreparing: '这个案件还在准备。缺什么请写在备注里；都齐了就点“准备好了”。',
  staleReview: '内容还在等复核。请点“没问题”或“需要修改”。',
  windowOpen: (until) => `请在 ${until}之前提交：这段时间亚马逊回复最快。`,
  windowMissed: (times) =>
    times === 1 ? '上一个最佳提交时段已经错过。' : `最佳提交时段已经错过 ${times} 次。`,
  windowOver: '今天的最佳提交时段已过。现在提交，也比再等一天好。',
  pasteAndSubmit: '复制下面的内容去提交，然后点“已提交”。',
  writeFirst: '还没有给亚马逊的内容，请先点“编辑”写好。',
  staleReady: (door) => `已经准备好，但还没提交。提交到：${door}。请现在就提交。`,
  followUp: '请去卖家后台看一下，现在是什么情况？',
  followUpWhy: 'Docket 看不到亚马逊后台。还没回复就点“暂无回复”，会给你一段可以复制的追问。',
  promisePassed: '亚马逊自己说的时间到了。',
  noteDue: '上次查看时亚马逊还没回复，追问还没有发。内容在下面：加到同一个 Case 里，再点“已追问”。',
  personDecides: (notes) =>
    `已追问 ${notes} 次都没有回复。请决定：打电话给亚马逊、找客户经理，或者就此结束。`,
  escalation: (waited) => `已经 ${waited}没有回复，该换个渠道找亚马逊了。`,
  escalate: '请拨打卖家支持电话；店铺有客户经理的话，也可以写给客户经理。需要的信息都在下面。',
  escalateRed: '请现在就给亚马逊打电话，这个案件不能再等。需要的信息都在下面。',
  staleAction: '亚马逊还在等我们答复。请在同一个 Case 里答复，然后点“已答复亚马逊”。',
  closeOut: '问题已解决，但后台的 Case 还开着。请在后台关掉，再点“后台已关”。',
  deadlineIn: (left, when, source) => `距亚马逊的截止时间还有 ${left}：${when}，${source}。`,
  deadlinePassed: (when, source) => `亚马逊的截止时间已过：${when}，${source}。`,
  deadlineDefault: '这是团队默认的时间；如果通知里另有日期，请改成通知里的。',
  deadlineDo: {
    preparing: '请写好内容，按时提交。',
    in_review: '请尽快完成复核，才来得及提交。',
    ready: '请按时提交。',
    action_needed: '请按时答复亚马逊，然后点“已答复亚马逊”。',
  },
  deadlinePresses: '不用等最佳提交时段，现在就提交。',
  deadlinePassedDo: '手头有什么先发过去。如果亚马逊给了新的时间，请填进来。',
  snoozeOver: '按约定，再提醒一次：',
};

export const NUDGES: Readonly<Record<Locale, NudgeWords>> = { en, 'zh-CN': zh };
