import type { ReplyMeaning } from '../domain/events.ts';
import type { Locale } from '../domain/locale.ts';
import type { TimerKind } from '../domain/timers/keys.ts';

/**
 * What the thread says of each thing that happened: who did what, then what it means next.
 * Arguments are ready for Slack: `who`, `to`, `owner` are mentions, `when` is a time in both clocks, the rest
 * is escaped.
 */
export interface NoticeWords {
  readonly docket: string;
  readonly late: (when: string) => string;
  readonly cut: (missing: number) => string;
  readonly earlier: (count: number) => string;
  readonly copySubject: string;
  readonly copyMessage: string;
  readonly copyDossier: string;
  readonly openedBy: (who: string) => string;
  /** Where the store names the owner of its new cases. */
  readonly openedFor: (who: string, owner: string) => string;
  readonly whatHappened: string;
  readonly openedDifferent: (numbers: string) => string;
  readonly goesTo: (door: string) => string;
  readonly goesElsewhere: (door: string) => string;
  readonly identifiers: (count: number) => string;
  readonly writeMessage: string;
  readonly messageIsThere: string;
  readonly noted: (who: string) => string;
  readonly identifiersAdded: (who: string, count: number) => string;
  readonly edited: (who: string) => string;
  readonly deadlineSet: (who: string, when: string, source: string) => string;
  readonly deadlineRemoved: (who: string) => string;
  readonly taken: (who: string) => string;
  readonly released: (who: string) => string;
  readonly assigned: (who: string, to: string) => string;
  readonly tookOver: (who: string) => string;
  readonly offered: (who: string, to: string) => string;
  readonly untilAccepted: string;
  readonly offerAccepted: (who: string) => string;
  readonly offerDeclined: (who: string) => string;
  readonly offerWithdrawn: (who: string) => string;
  readonly staysWith: (owner: string) => string;
  readonly reviewAsked: (who: string, reviewer: string) => string;
  readonly readIt: string;
  readonly reviewPassed: (who: string) => string;
  readonly reviewReturned: (who: string) => string;
  readonly askAgain: string;
  readonly madeReady: (who: string) => string;
  readonly submitLater: (when: string) => string;
  readonly submitOpen: (until: string) => string;
  readonly submitForDeadline: (deadline: string) => string;
  readonly submitAtOnce: (door: string) => string;
  readonly takenBack: (who: string) => string;
  readonly submitted: (who: string) => string;
  readonly corrected: (who: string) => string;
  readonly firstCheck: (when: string) => string;
  readonly checkedNothing: (who: string) => string;
  readonly addNote: string;
  readonly enoughNotes: (count: number) => string;
  readonly noteSent: (who: string) => string;
  readonly answered: (who: string) => string;
  readonly replied: (who: string) => string;
  readonly meaning: Readonly<Record<ReplyMeaning, string>>;
  readonly promised: (when: string) => string;
  readonly newDeadline: (when: string, source: string) => string;
  readonly solved: (who: string) => string;
  readonly closeThere: string;
  readonly closed: (who: string, after: string) => string;
  readonly reopened: (who: string, status: string) => string;
  readonly withdrawn: (who: string) => string;
  readonly snoozed: (who: string, when: string) => string;
  readonly onlyDeadlines: string;
  /** Before what its channel refused. */
  readonly instead: (caseName: string, channel: string, because: string, remedy: string) => string;
  readonly noLongerDue: string;
  /** What a nudge was about, told once it is no longer due. */
  readonly wasDue: Readonly<Record<TimerKind, string>>;
}

const en: NoticeWords = {
  docket: 'Docket',
  late: (when) => `Late: this should have come ${when}.`,
  cut: (missing) =>
    `Cut here, ${missing === 1 ? '1 more character' : `${missing} more characters`}. Docket keeps the whole text with the case.`,
  earlier: (count) => (count === 1 ? 'And 1 more step before.' : `And ${count} more steps before.`),
  copySubject: 'Subject to copy',
  copyMessage: 'Message to copy',
  copyDossier: 'Summary to read out or send',
  openedBy: (who) => `${who} opened this case and owns it.`,
  openedFor: (who, owner) => `${who} opened this case. ${owner} owns it: new cases of this store go there.`,
  whatHappened: 'What happened',
  openedDifferent: (numbers) => `A different problem from ${numbers}, because:`,
  goesTo: (door) => `At Amazon it goes to: ${door}.`,
  goesElsewhere: (door) => `At Amazon it goes to: ${door}. A support case would only cost time.`,
  identifiers: (count) => `${count} identifiers`,
  writeMessage: 'Next: write the English message under *Edit*, then press *Ready*.',
  messageIsThere: 'The message for Amazon is there. Next: check it, then press *Ready*.',
  noted: (who) => `${who} added a note:`,
  identifiersAdded: (who, count) =>
    count === 1 ? `${who} added an identifier:` : `${who} added ${count} identifiers:`,
  edited: (who) => `${who} edited the case. *Submit now* shows the message as it is now.`,
  deadlineSet: (who, when, source) => `${who} set Amazon’s deadline: ${when}, ${source}.`,
  deadlineRemoved: (who) => `${who} removed the deadline. Nothing counts down any more.`,
  taken: (who) => `${who} took this case and owns it now.`,
  released: (who) => `${who} released this case. Nobody owns it now: whoever can, please press *Take it*.`,
  assigned: (who, to) => `${who} gave this case to ${to}, who owns it now.`,
  tookOver: (who) => `${who} took this case over and owns it now.`,
  offered: (who, to) => `${who} asks ${to} to take this case over.`,
  untilAccepted: 'Nothing changes until that is accepted.',
  offerAccepted: (who) => `${who} accepted this case and owns it now.`,
  offerDeclined: (who) => `${who} can’t take this case over.`,
  offerWithdrawn: (who) => `${who} keeps this case: the hand-over is off.`,
  staysWith: (owner) => `It stays with ${owner}.`,
  reviewAsked: (who, reviewer) => `${who} asks ${reviewer} to review the message for Amazon.`,
  readIt: 'Please read it, then press *Looks good* or *Needs a change*.',
  reviewPassed: (who) => `${who} reviewed it: looks good.`,
  reviewReturned: (who) => `${who} asks for a change.`,
  askAgain: 'Next: change it under *Edit*, then ask again or press *Ready*.',
  madeReady: (who) => `${who} made it ready.`,
  submitLater: (when) =>
    `Best time to submit: ${when}. The owner is told then; *Submit now* works at any time.`,
  submitOpen: (until) => `Please submit now: this is the best time, until ${until}.`,
  submitForDeadline: (deadline) =>
    `Please submit now: the deadline is ${deadline}, too soon to wait for the best time.`,
  submitAtOnce: (door) => `It goes to: ${door}. There is no best time for that: please submit now.`,
  takenBack: (who) => `${who} took it back to preparing.`,
  submitted: (who) => `${who} submitted it.`,
  corrected: (who) => `${who} corrected what Amazon calls it:`,
  firstCheck: (when) => `It is Amazon’s turn. If nothing comes, we look together ${when}.`,
  checkedNothing: (who) => `${who} looked into Seller Central: no answer yet.`,
  addNote: 'Please add this one note to the same case, then press *Note sent*. Never open a second case.',
  enoughNotes: (count) =>
    `${count} notes have gone unanswered. Another would not help: please decide how to go on.`,
  noteSent: (who) => `${who} added our note to the case.`,
  answered: (who) => `${who} answered Amazon.`,
  replied: (who) => `${who} says that Amazon replied.`,
  meaning: {
    needs_us: 'Amazon needs something from us. Answer in the same case, then press *Answer sent*.',
    holding: 'Amazon asks us to wait. Nothing to do until the next check.',
    solved:
      'Amazon solved it. Check that it really is, close the case in Seller Central, then press *Closed at Amazon*.',
    refused:
      'Amazon refused. Answer in the same case only with something new; if there is nothing new, press *Solved* or withdraw it.',
  },
  promised: (when) => `Amazon named a date: ${when}. We wait until then.`,
  newDeadline: (when, source) => `New deadline: ${when}, ${source}.`,
  solved: (who) => `${who} says that it is solved.`,
  closeThere: 'It is still open at Amazon. Close it in Seller Central, then press *Closed at Amazon*.',
  closed: (who, after) => `${who} closed it at Amazon. This case is done, after ${after}. Thank you.`,
  reopened: (who, status) => `${who} reopened this case. It is now: ${status}. The reason:`,
  withdrawn: (who) => `${who} withdrew this case. The reason:`,
  snoozed: (who, when) => `${who} set a reminder for ${when}.`,
  onlyDeadlines: 'Until then only deadlines are announced.',
  instead: (name, channel, because, remedy) =>
    `${name}: Docket can’t write in ${channel}: ${because}. ${remedy} What belongs there:`,
  noLongerDue: '✓ No longer due.',
  wasDue: {
    unclaimed: 'Nobody owned this case.',
    offer_unanswered: 'The hand-over was not answered.',
    stale_preparing: 'The case was still being prepared.',
    stale_review: 'The review was not done.',
    window: 'It was time to submit.',
    stale_ready: 'It was ready, but not submitted.',
    follow_up: 'It was time to look into Seller Central.',
    note_due: 'Our note was not sent.',
    person_decides: 'Somebody had to decide how to go on.',
    escalation: 'It was time to ask somebody else at Amazon.',
    stale_action: 'Amazon waited for our answer.',
    close_out: 'It was still open in Seller Central.',
    deadline: 'This was a reminder of Amazon’s deadline.',
    deadline_night: 'This was a reminder before the night of Amazon’s deadline.',
    red_unclaimed: 'Nobody was working on this red case.',
    snooze_over: 'This was the reminder that was asked for.',
  },
};

const zh: NoticeWords = {
  docket: 'Docket',
  late: (when) => `这条消息晚到了，本应在 ${when}发出。`,
  cut: (missing) => `此处截断，还有 ${missing} 个字符。完整内容保存在案件记录里。`,
  earlier: (count) => `另有更早的 ${count} 步。`,
  copySubject: '标题（可复制）',
  copyMessage: '正文（可复制）',
  copyDossier: '情况摘要（打电话时念，或直接转发）',
  openedBy: (who) => `${who} 新建了这个案件，由自己负责。`,
  openedFor: (who, owner) => `${who} 新建了这个案件，由 ${owner} 负责：这个店铺的新案件先交给这位同事。`,
  whatHappened: '情况说明',
  openedDifferent: (numbers) => `和 ${numbers} 不是同一个问题，理由：`,
  goesTo: (door) => `在亚马逊提交到：${door}。`,
  goesElsewhere: (door) => `在亚马逊提交到：${door}。开 Case 只会耽误时间。`,
  identifiers: (count) => `共 ${count} 个编号`,
  writeMessage: '接下来：点“编辑”写好英文内容，再点“准备好了”。',
  messageIsThere: '给亚马逊的内容已写好。接下来：检查一遍，再点“准备好了”。',
  noted: (who) => `${who} 加了备注：`,
  identifiersAdded: (who, count) => `${who} 补充了 ${count} 个编号：`,
  edited: (who) => `${who} 编辑了案件。点“现在提交”可以看到最新内容。`,
  deadlineSet: (who, when, source) => `${who} 设置了亚马逊的截止时间：${when}，${source}。`,
  deadlineRemoved: (who) => `${who} 去掉了截止时间，不再倒计时。`,
  taken: (who) => `${who} 来跟这个案件，现在是负责人。`,
  released: (who) => `${who} 不再跟这个案件，现在没有负责人。方便的同事请点“我来跟”。`,
  assigned: (who, to) => `${who} 把这个案件交给 ${to}，现在由 ${to} 负责。`,
  tookOver: (who) => `${who} 接过了这个案件，现在是负责人。`,
  offered: (who, to) => `${who} 想请 ${to} 接手这个案件。`,
  untilAccepted: '对方接手之前，负责人不变。',
  offerAccepted: (who) => `${who} 接手了这个案件，现在是负责人。`,
  offerDeclined: (who) => `${who} 这次没法接手。`,
  offerWithdrawn: (who) => `${who} 取消了转交，继续自己跟。`,
  staysWith: (owner) => `仍由 ${owner} 负责。`,
  reviewAsked: (who, reviewer) => `${who} 请 ${reviewer} 复核给亚马逊的内容。`,
  readIt: '请看一遍，然后点“没问题”或“需要修改”。',
  reviewPassed: (who) => `${who} 复核完成：没问题。`,
  reviewReturned: (who) => `${who} 看过了，需要修改。`,
  askAgain: '接下来：点“编辑”修改，再请人复核，或直接点“准备好了”。',
  madeReady: (who) => `${who} 已准备好。`,
  submitLater: (when) => `最佳提交时段：${when}。到时会提醒负责人；也可以随时点“现在提交”。`,
  submitOpen: (until) => `现在就是最佳提交时段，请在 ${until}之前提交。`,
  submitForDeadline: (deadline) => `请现在就提交：截止时间是 ${deadline}，等不到最佳提交时段。`,
  submitAtOnce: (door) => `提交到：${door}。这里不分时段，请现在就提交。`,
  takenBack: (who) => `${who} 退回去继续准备。`,
  submitted: (who) => `${who} 已提交。`,
  corrected: (who) => `${who} 更正了 Case ID 或参考号：`,
  firstCheck: (when) => `现在等亚马逊回复。如果一直没有消息，${when}一起去后台看看。`,
  checkedNothing: (who) => `${who} 看过后台：暂无回复。`,
  addNote: '请把下面这条追问加到同一个 Case 里，然后点“已追问”。不要另开 Case。',
  enoughNotes: (count) => `已追问 ${count} 次都没有回复，再追问也没有用，请决定下一步怎么办。`,
  noteSent: (who) => `${who} 已在 Case 里追问。`,
  answered: (who) => `${who} 已答复亚马逊。`,
  replied: (who) => `${who} 看到亚马逊回复了。`,
  meaning: {
    needs_us: '亚马逊需要我们补充或处理。请在同一个 Case 里答复，然后点“已答复亚马逊”。',
    holding: '亚马逊请我们再等等。下次查看之前不用做什么。',
    solved: '亚马逊已解决。请确认确实解决了，在后台关掉 Case，再点“后台已关”。',
    refused: '亚马逊拒绝了。有新的材料才在同一个 Case 里答复；没有新材料，就点“已解决”或撤回。',
  },
  promised: (when) => `亚马逊给了时间：${when}。在那之前我们先等。`,
  newDeadline: (when, source) => `新的截止时间：${when}，${source}。`,
  solved: (who) => `${who} 标为已解决。`,
  closeThere: '亚马逊后台的 Case 还开着。请在后台关掉，再点“后台已关”。',
  closed: (who, after) => `${who} 已在后台关掉 Case。这个案件办完了，用了 ${after}。辛苦了。`,
  reopened: (who, status) => `${who} 重新打开了这个案件，现在是“${status}”。原因：`,
  withdrawn: (who) => `${who} 撤回了这个案件。原因：`,
  snoozed: (who, when) => `${who} 设了提醒，时间是 ${when}。`,
  onlyDeadlines: '在那之前只提醒截止时间。',
  instead: (name, channel, because, remedy) =>
    `${name}：Docket 没法在 ${channel} 发消息，${because}。${remedy}原本要发的内容：`,
  noLongerDue: '✓ 已无需处理。',
  wasDue: {
    unclaimed: '当时还没有负责人。',
    offer_unanswered: '当时转交还没有回应。',
    stale_preparing: '当时还在准备。',
    stale_review: '当时还没复核完。',
    window: '当时该提交了。',
    stale_ready: '当时已经准备好，但还没提交。',
    follow_up: '当时该去卖家后台看一下了。',
    note_due: '当时追问还没有发。',
    person_decides: '当时需要决定下一步怎么办。',
    escalation: '当时该换个渠道找亚马逊了。',
    stale_action: '当时亚马逊在等我们答复。',
    close_out: '当时后台的 Case 还开着。',
    deadline: '这是一条截止时间提醒。',
    deadline_night: '这是睡前的截止时间提醒。',
    red_unclaimed: '当时这个紧急案件还没有人处理。',
    snooze_over: '这是约好的提醒。',
  },
};

export const NOTICES: Readonly<Record<Locale, NoticeWords>> = { en, 'zh-CN': zh };
