import type { Locale } from '../domain/locale.ts';

/** Words of the import: its form, and what came of it. Arguments are escaped. */
export interface ImportWords {
  readonly title: string;
  readonly intro: string;
  readonly text: string;
  readonly textHint: string;
  readonly placeholder: string;
  readonly file: string;
  readonly fileHint: string;
  readonly check: string;
  readonly apply: (count: number) => string;
  readonly summary: (counts: { ready: number; bad: number; there: number; over: number }) => string;
  readonly nothingReady: string;
  readonly badTitle: string;
  readonly thereTitle: string;
  readonly overTitle: (lines: string, count: number) => string;
  readonly readyTitle: string;
  readonly line: (line: number) => string;
  readonly moreLines: (count: number) => string;
  readonly thereCase: (number: string, shared: string) => string;
  readonly thereLine: (line: number, shared: string) => string;
  readonly submittedOn: (date: string) => string;
  readonly ownerUnknown: (name: string) => string;
  readonly ownerMissing: string;
  readonly dates: string;
  readonly monthFirst: string;
  readonly dayFirst: string;
  readonly who: (name: string) => string;
  readonly whoHint: string;
  readonly owner: (count: number) => string;
  readonly ownerHint: string;
  readonly unowned: string;
  readonly unownedOption: string;
  readonly chooseOwner: (count: number) => string;
  readonly empty: string;
  readonly either: string;
  readonly nothingRead: string;
  readonly tooMany: (count: number, most: number) => string;
  readonly textFull: string;
  readonly fileTooLarge: string;
  readonly fileNotText: string;
  readonly fileScope: string;
  readonly fileAway: string;
  readonly working: (count: number) => string;
  readonly created: (count: number, numbers: string) => string;
  readonly noneCreated: string;
  readonly already: (count: number, numbers: string) => string;
  readonly failed: string;
  readonly unownedLeft: (count: number) => string;
  readonly broken: (reference: string) => string;
  readonly note: (who: string, count: number) => string;
  readonly needsButton: string;
  readonly open: string;
}

const en: ImportWords = {
  title: 'Bring in live cases',
  intro:
    'One case to a line: store, Case ID, identifiers, owner, date, status. In any order, with or without a heading line; copied from a sheet, or Amazon’s case log export. Nothing is made before you have seen what was understood.',
  text: 'Your list',
  textHint: 'At most 3,000 characters; a longer list goes in as a csv file below.',
  placeholder: 'Store A US, 12345678901, B0ABC12345, @Li Na, 2026-11-03, waiting',
  file: 'Or a csv file',
  fileHint: 'At most 500 cases and 1 MB. From Excel: Save as, CSV UTF-8.',
  check: 'Check the list',
  apply: (count) => (count === 1 ? 'Bring in 1 case' : `Bring in ${count} cases`),
  summary: ({ ready, bad, there, over }) =>
    [
      `*${ready} ready*`,
      bad ? `${bad} to correct` : '',
      there ? `${there} there already` : '',
      over ? `${over} closed` : '',
    ]
      .filter(Boolean)
      .join(' · '),
  nothingReady: 'No line can be brought in as it stands.',
  badTitle: '*To correct.* Change them below, or bring in the others now and these later:',
  thereTitle: '*There already:*',
  overTitle: (lines, count) => `*Closed, so left out:* ${count === 1 ? 'line' : 'lines'} ${lines}`,
  readyTitle: '*Ready:*',
  line: (line) => `Line ${line}`,
  moreLines: (count) => (count === 1 ? 'And 1 more line.' : `And ${count} more lines.`),
  thereCase: (number, shared) => `${shared} is ${number}`,
  thereLine: (line, shared) => `${shared} stands in line ${line} already`,
  submittedOn: (date) => `submitted ${date}`,
  ownerUnknown: (name) => `owner “${name}”?`,
  ownerMissing: 'no owner',
  dates: 'Dates such as 3/11/2026',
  monthFirst: 'Month first: March 11',
  dayFirst: 'Day first: 3 November',
  who: (name) => `Who is “${name}”?`,
  whoHint: 'Docket finds nobody, or more than one, with just this name.',
  owner: (count) =>
    count === 1 ? 'Owner of the 1 case without one' : `Owner of the ${count} cases without one`,
  ownerHint: 'Also of those whose name you leave open above.',
  unowned: 'Or leave them open',
  unownedOption: 'Bring them in without an owner',
  chooseOwner: (count) =>
    count === 1
      ? '1 case has no owner. Choose one, or tick that it comes in without.'
      : `${count} cases have no owner. Choose one, or tick that they come in without.`,
  empty: 'Paste your list, or choose a file.',
  either: 'Use either the text or a file. Take one of them out.',
  nothingRead: 'There is no case in it. Put each case on a line of its own.',
  tooMany: (count, most) =>
    `These are ${count} cases; one list takes ${most}. Nothing was brought in: split it and send each part.`,
  textFull: 'The field is full, so the end may be missing. Send a longer list as a csv file.',
  fileTooLarge: 'The file is larger than 1 MB. Split it, or leave out columns that are not needed.',
  fileNotText: 'This is not a csv or text file. In Excel choose Save as, CSV UTF-8.',
  fileScope:
    'Slack does not let Docket read files: the app lacks the permission files:read. Ask whoever installed it to add that; until then paste the list.',
  fileAway: 'The file could not be read from Slack just now. Try again, or paste the list.',
  working: (count) =>
    count === 1
      ? 'Bringing in 1 case. You can close this; Docket tells you when it is done.'
      : `Bringing in ${count} cases. You can close this; Docket tells you when it is done.`,
  created: (count, numbers) =>
    count === 1 ? `1 case was brought in: ${numbers}.` : `${count} cases were brought in: ${numbers}.`,
  noneCreated: 'No new cases.',
  already: (count, numbers) => `${count} there already: ${numbers}.`,
  failed: 'Not brought in:',
  unownedLeft: (count) =>
    count === 1
      ? '1 has no owner yet: press “Take it” on its card.'
      : `${count} have no owner yet: press “Take it” on their cards.`,
  broken: (reference) =>
    `This broke off on our side. Send the same list again: what is there already stays as it is. Reference ${reference}.`,
  note: (who, count) =>
    count === 1
      ? `${who} brought in 1 case that was live already.`
      : `${who} brought in ${count} cases that were live already.`,
  needsButton: 'Press the button: your list goes into a form.',
  open: 'Bring in live cases',
};

const zh: ImportWords = {
  title: '导入进行中的案件',
  intro:
    '每行一个案件：店铺、Case ID、编号、负责人、日期、状态。顺序随意，有没有标题行都可以；可以直接从表格复制，也可以用亚马逊导出的 Case 记录。会先给你看识别结果，确认后才导入。',
  text: '案件列表',
  textHint: '最多 3000 个字符；更长的请用下面的 csv 文件。',
  placeholder: '店铺A 美国，12345678901，B0ABC12345，@李娜，2026-11-03，等回复',
  file: '或者用 csv 文件',
  fileHint: '最多 500 个案件、1 MB。Excel 请另存为“CSV UTF-8”。',
  check: '检查列表',
  apply: (count) => `导入 ${count} 个案件`,
  summary: ({ ready, bad, there, over }) =>
    [
      `*可导入 ${ready} 件*`,
      bad ? `待修改 ${bad} 行` : '',
      there ? `已存在 ${there} 行` : '',
      over ? `已关闭 ${over} 行` : '',
    ]
      .filter(Boolean)
      .join(' · '),
  nothingReady: '目前没有可以导入的行。',
  badTitle: '*待修改。* 可以在下面直接改，也可以先导入其他的，这些以后再补：',
  thereTitle: '*已经有了：*',
  overTitle: (lines) => `*已关闭，不导入：* 第 ${lines} 行`,
  readyTitle: '*可导入：*',
  line: (line) => `第 ${line} 行`,
  moreLines: (count) => `另有 ${count} 行。`,
  thereCase: (number, shared) => `${shared} 就是 ${number}`,
  thereLine: (line, shared) => `${shared} 在第 ${line} 行已经写过`,
  submittedOn: (date) => `${date}提交`,
  ownerUnknown: (name) => `负责人“${name}”？`,
  ownerMissing: '没有负责人',
  dates: '像 3/11/2026 这样的日期',
  monthFirst: '月在前：3月11日',
  dayFirst: '日在前：11月3日',
  who: (name) => `“${name}”是谁？`,
  whoHint: '没有找到正好叫这个名字的同事，或者不止一位。',
  owner: (count) => `${count} 个案件没有负责人，交给谁`,
  ownerHint: '上面没有选人的，也一并交给这位同事。',
  unowned: '或者先空着',
  unownedOption: '先不设负责人',
  chooseOwner: (count) => `${count} 个案件没有负责人。请选一位，或勾选先不设。`,
  empty: '请粘贴列表，或选择一个文件。',
  either: '文字和文件请只用一种，去掉其中一个。',
  nothingRead: '里面没有找到案件。请每行写一个。',
  tooMany: (count, most) => `一共 ${count} 个案件，一次最多 ${most} 个。这次什么都没有导入，请分成几份再发。`,
  textFull: '输入框已满，末尾可能不全。更长的列表请用 csv 文件。',
  fileTooLarge: '文件超过 1 MB。请拆分，或删掉用不到的列。',
  fileNotText: '这不是 csv 或文本文件。Excel 请另存为“CSV UTF-8”。',
  fileScope:
    'Slack 不允许 Docket 读取文件：应用缺少 files:read 权限。请安装 Docket 的同事加上；加好之前可以直接粘贴列表。',
  fileAway: '暂时读不到这个文件。请再试一次，或直接粘贴列表。',
  working: (count) => `正在导入 ${count} 个案件。可以先关掉这里，完成后会告诉你。`,
  created: (count, numbers) => `已导入 ${count} 个案件：${numbers}。`,
  noneCreated: '这次没有新导入的案件。',
  already: (count, numbers) => `${count} 件本来就有：${numbers}。`,
  failed: '没有导入的：',
  unownedLeft: (count) => `其中 ${count} 件还没有负责人，请在卡片上点“我来跟”。`,
  broken: (reference) =>
    `导入在我们这边中断了。请把同一份列表再发一次，已经导入的不会重复。故障编号 ${reference}。`,
  note: (who, count) => `${who} 导入了 ${count} 个进行中的案件。`,
  needsButton: '请点下面的按钮，在表单里粘贴列表。',
  open: '导入进行中的案件',
};

export const IMPORT: Readonly<Record<Locale, ImportWords>> = { en, 'zh-CN': zh };
