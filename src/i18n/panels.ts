import type { Locale } from '../domain/locale.ts';

/** Words of the small answers that only the asking person sees: help, lists, one case, the text to submit. */
export interface PanelWords {
  readonly help: string;
  readonly helpLines: readonly string[];
  readonly mineTitle: (count: number) => string;
  readonly allTitle: (count: number) => string;
  readonly mineEmpty: string;
  readonly allEmpty: string;
  readonly moreCases: (count: number) => string;
  readonly due: (when: string) => string;
  readonly thread: (url: string) => string;
  readonly submitTitle: string;
  readonly submitSteps: (door: string) => string;
  readonly alreadySubmitted: (status: string) => string;
  readonly noMessage: string;
  readonly evidence: string;
  readonly optional: (what: string) => string;
  readonly maxAge: (what: string, days: number) => string;
  readonly formats: (formats: readonly string[]) => string;
  readonly noAttachments: string;
}

const en: PanelWords = {
  help: 'Docket keeps your team’s Amazon cases: one owner each, no duplicates, nothing forgotten.',
  helpLines: [
    '`/case open` and what happened: opens a case, filled in from your text',
    '`/case show 42`: one case, with its buttons',
    '`/case mine`: your open cases · `/case list`: everybody’s',
    '`/case find` and a number, Case ID, ASIN, order or words: finds cases, closed ones too',
    'Each step in words: `/case claim 42`, `assign 42 @name`, `ready 42`, `submitted 42 12345678901`, `checked 42`, `noted 42`, `note 42 …`, `snooze 42 2d why`, `solved 42`, `closed 42`, `reopen 42 why`, `withdraw 42 why`',
    'In a thread commands don’t work. Say it to `@Docket` there, without the number: `@Docket claim`',
    '`/case store`: stores and their people · `/case setup`: channel, stores, people, start',
    '`/case away Oct 1 to Oct 8 @cover`: you are on leave; `/case back`: you are here again',
    '`/case lead @name`: makes somebody a lead',
    '`/case import`: brings in cases that are live already, from a list or a csv file',
    '`/case settings`: what Docket tells you, and when',
  ],
  mineTitle: (count) => (count === 1 ? 'You have 1 open case' : `You have ${count} open cases`),
  allTitle: (count) => (count === 1 ? '1 case is open' : `${count} cases are open`),
  mineEmpty: 'You have no open cases.',
  allEmpty: 'No case is open.',
  moreCases: (count) => `And ${count} more, due later. \`/case show\` and a number finds each of them.`,
  due: (when) => `deadline ${when}`,
  thread: (url) => `<${url}|Open its thread>`,
  submitTitle: 'Text for Amazon',
  submitSteps: (door) => `Submit it at: ${door}. Then press *Submitted* and enter what Amazon calls it.`,
  alreadySubmitted: (status) => `This was submitted already. It is now: ${status}.`,
  noMessage: 'There is no message yet. Write it under *Edit*, or submit your own text and press *Submitted*.',
  evidence: 'Have these at hand:',
  optional: (what) => `${what} (if there is one)`,
  maxAge: (what, days) => `${what}, not older than ${days} days`,
  formats: (formats) => `Attachments as ${formats.join(' or ')}.`,
  noAttachments: 'This form takes no attachments.',
};

const zh: PanelWords = {
  help: 'Docket 帮团队管理亚马逊案件：每件有一位负责人，不重复，不遗漏。',
  helpLines: [
    '`/case 新建` 加上情况说明：新建案件，自动识别编号和站点',
    '`/case 查看 42`：查看一个案件和它的按钮',
    '`/case 我的`：我的案件 · `/case 列表`：全部进行中的案件',
    '`/case 查找` 加上案件号、Case ID、ASIN、订单号或文字：查找案件，包括已关闭的',
    '每一步也可以用文字：`/case 我来跟 42`、`转交 42 @同事`、`待提交 42`、`已提交 42 12345678901`、`已查 42`、`已追问 42`、`备注 42 …`、`提醒 42 2天 原因`、`已解决 42`、`已关闭 42`、`重开 42 原因`、`撤回 42 原因`',
    '讨论串里不能用命令，请 `@Docket` 加上同样的话，不用写案件号，例如 `@Docket 我来跟`',
    '`/case 店铺`：店铺和人员 · `/case 设置向导`：频道、店铺、人员、启用',
    '`/case 休假 10月1日到8日 @代班`：登记休假；`/case 回来了`：恢复上班',
    '`/case 主管 @同事`：设为主管',
    '`/case 导入`：从列表或 csv 文件导入进行中的案件',
    '`/case 设置`：选择 Docket 什么时候告诉你什么',
  ],
  mineTitle: (count) => `我的案件，进行中 ${count} 件`,
  allTitle: (count) => `全部案件，进行中 ${count} 件`,
  mineEmpty: '目前没有我负责的案件。',
  allEmpty: '目前没有进行中的案件。',
  moreCases: (count) => `另有 ${count} 件，时间靠后。用 \`/case 查看\` 加案件号可以查看。`,
  due: (when) => `截止 ${when}`,
  thread: (url) => `<${url}|打开讨论串>`,
  submitTitle: '给亚马逊的内容',
  submitSteps: (door) => `提交到：${door}。提交后点“已提交”，填上亚马逊给的 Case ID 或参考号。`,
  alreadySubmitted: (status) => `已经提交过了，现在是“${status}”。`,
  noMessage: '还没有给亚马逊的内容。请点“编辑”写好，或者用自己的文字提交后点“已提交”。',
  evidence: '请准备好：',
  optional: (what) => `${what}（如果有）`,
  maxAge: (what, days) => `${what}，${days} 天以内`,
  formats: (formats) => `附件格式：${formats.join('、')}。`,
  noAttachments: '这个页面不能上传附件。',
};

export const PANELS: Readonly<Record<Locale, PanelWords>> = { en, 'zh-CN': zh };
