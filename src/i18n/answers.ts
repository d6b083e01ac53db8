import type { Locale } from '../domain/locale.ts';

/** Docket's direct answers to a click or a command. Mentions and links arrive ready for Slack. */
export interface AnswerWords {
  /** A fault of ours. An answer to a commit may have been lost, so nobody can promise that nothing was changed. */
  readonly fault: (reference: string) => string;
  /** A click or a command that is still being worked on. */
  readonly uncertain: (reference: string) => string;
  /** Our patience ran out while the desk was still at it. */
  readonly slow: (button: string, reference: string) => string;
  /** A form that could not be filled with what it needs. */
  readonly notLoaded: (reference: string) => string;
  /** Slack lets a form open for three seconds only. */
  readonly tooLate: string;
  /** What was typed after a command does not fit into the form. */
  readonly longText: string;
  readonly otherWorkspace: string;
  readonly opened: (number: number, where: string) => string;
  readonly openedAsFirstSent: (number: number) => string;
  readonly added: (number: number, where: string) => string;
  readonly reopened: (number: number, where: string) => string;
  readonly leadMade: (who: string) => string;
  readonly noted: (number: number) => string;
  readonly unknownWord: (word: string, nearest: string | null) => string;
  readonly personMissing: string;
  readonly openNeedsButton: string;
  readonly inChannel: (channel: string) => string;
  readonly atThread: (url: string) => string;
  readonly threadLink: (url: string) => string;
  readonly rival: (number: number, owner: string, status: string) => string;
  readonly rivalShared: (identifiers: string) => string;
}

const en: AnswerWords = {
  fault: (reference) =>
    `Something went wrong on our side; as far as Docket can tell, nothing was changed. Try again. If it happens again, tell whoever runs Docket: reference ${reference}.`,
  uncertain: (reference) =>
    `This takes longer than usual and may still go through. Look at the case in a moment, and try again if nothing has changed. Reference ${reference}.`,
  slow: (button, reference) =>
    `This takes longer than usual. What you typed is still here: press “${button}” again in a moment, nothing is done twice. Reference ${reference}.`,
  notLoaded: (reference) =>
    `Docket could not prepare this form in time. Close it and try again in a moment. Reference ${reference}.`,
  tooLate:
    'Opening the form took longer than Slack allows. Nothing was changed: please do the same once more.',
  longText:
    'Your text is longer than the form can hold, so its end is missing there. This is the whole of it: copy what the case needs.',
  otherWorkspace:
    'Docket works for another workspace here, so it can’t act on this. Ask a colleague of that workspace.',
  opened: (number, where) => `Case #${number} is open${where}.`,
  openedAsFirstSent: (number) =>
    `Case #${number} had been opened by your first try, with what you had typed then. Use Edit or Add a note for what you changed since.`,
  added: (number, where) => `Added to #${number}${where}.`,
  reopened: (number, where) => `#${number} is open again${where}.`,
  leadMade: (who) => `${who} is a lead now.`,
  noted: (number) => `Recorded on #${number}.`,
  unknownWord: (word, nearest) =>
    nearest === null
      ? `Docket does not know “${word}”. To open a case about it, write /case open in front.`
      : `Docket does not know “${word}”. Did you mean /case ${nearest}?`,
  personMissing: 'Who is to be a lead? Add a colleague with @, such as /case lead @Maria.',
  openNeedsButton:
    'A form can’t be opened from a message. Press the button, or type /case open in a channel.',
  inChannel: (channel) => ` in ${channel}`,
  atThread: (url) => `: <${url}|open its thread>`,
  threadLink: (url) => `<${url}|open its thread>`,
  rival: (number, owner, status) => `*#${number}* · ${owner} · ${status}`,
  rivalShared: (identifiers) => `same: ${identifiers}`,
};

const zh: AnswerWords = {
  fault: (reference) =>
    `我们这边出了问题，就 Docket 所知没有任何改动。请再试一次；如果还是这样，把故障编号 ${reference} 告诉管理 Docket 的同事。`,
  uncertain: (reference) =>
    `这次比平时慢，操作可能还会完成。请稍后看看案件，没有变化就再试一次。故障编号 ${reference}。`,
  slow: (button, reference) =>
    `这次比平时慢。你填写的内容还在：请稍后再点一次“${button}”，不会重复操作。故障编号 ${reference}。`,
  notLoaded: (reference) => `Docket 没能及时准备好这张表单。请关掉它，过一会儿再试。故障编号 ${reference}。`,
  tooLate: '表单没能在 Slack 限定的时间内打开，什么都没有改动。请再操作一次。',
  longText: '内容太长，表单里缺了后面的部分。这里是全文，请把案件需要的部分复制过去。',
  otherWorkspace: '这里的 Docket 属于另一个工作区，没法替你操作。请找那个工作区的同事。',
  opened: (number, where) => `案件 #${number} 已新建${where}。`,
  openedAsFirstSent: (number) =>
    `案件 #${number} 在你第一次提交时已经新建，用的是当时填写的内容。之后改动的部分请用“编辑”或“加备注”补上。`,
  added: (number, where) => `已补充到 #${number}${where}。`,
  reopened: (number, where) => `#${number} 已重新打开${where}。`,
  leadMade: (who) => `${who} 现在是主管。`,
  noted: (number) => `已记录到 #${number}。`,
  unknownWord: (word, nearest) =>
    nearest === null
      ? `Docket 不认识“${word}”。想用它新建案件，请在前面写 /case open。`
      : `Docket 不认识“${word}”。你想用的是 /case ${nearest} 吗？`,
  personMissing: '要设谁为主管？请用 @ 加上同事，例如 /case 主管 @李娜。',
  openNeedsButton: '不能从消息里打开表单。请点下面的按钮，或者在频道里发送 /case 新建。',
  inChannel: (channel) => `，发在 ${channel}`,
  atThread: (url) => `：<${url}|打开讨论串>`,
  threadLink: (url) => `<${url}|打开讨论串>`,
  rival: (number, owner, status) => `*#${number}* · ${owner} · ${status}`,
  rivalShared: (identifiers) => `相同：${identifiers}`,
};

export const ANSWERS: Readonly<Record<Locale, AnswerWords>> = { en, 'zh-CN': zh };
