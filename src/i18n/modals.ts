import type { IdentifierProblem } from '../domain/identifiers.ts';
import type { Locale } from '../domain/locale.ts';

/** The words of the forms. Titles and buttons have 24 characters at most, labels say what to type. */
export interface ModalWords {
  readonly loading: string;
  readonly close: string;
  readonly cancel: string;
  readonly save: string;
  readonly typed: string;
  readonly open: {
    readonly title: string;
    readonly submit: string;
    readonly store: string;
    readonly storePlaceholder: string;
    readonly newStore: string;
    readonly moreStores: string;
    readonly newStoreName: string;
    readonly newStoreHint: string;
    readonly marketplace: string;
    readonly category: string;
    readonly categoryPlaceholder: string;
    readonly deadline: string;
    readonly deadlineDefault: string;
    readonly deadlineFromPage: string;
    readonly deadlineEmpty: string;
    readonly identifiers: string;
    readonly identifiersHint: string;
    readonly problem: string;
    readonly problemHint: string;
    readonly message: string;
    readonly messageHint: string;
    readonly existing: string;
    readonly choice: string;
    readonly different: string;
    readonly because: string;
    readonly recognisedReference: (id: string) => string;
  };
  readonly problems: {
    readonly storeMissing: string;
    readonly storeGone: string;
    readonly storeNameMissing: string;
    readonly marketplaceMissing: string;
    readonly categoryMissing: string;
    readonly problemMissing: string;
    readonly becauseMissing: string;
    readonly identifiers: Readonly<Record<IdentifierProblem['reason'], (lines: string) => string>>;
    readonly line: (problem: IdentifierProblem) => string;
    readonly caseId: Readonly<Record<'none' | 'several' | 'looks_like_order' | 'wrong_length', string>>;
    readonly referenceLong: string;
    readonly personMissing: string;
    readonly meaningMissing: string;
    readonly timeMissing: string;
  };
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
  loading: 'One moment…',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  typed: 'What you typed, to copy:',
  open: {
    title: 'Open a case',
    submit: 'Open',
    store: 'Store · marketplace',
    storePlaceholder: 'Choose a store',
    newStore: 'New store…',
    moreStores: 'Not in the list? Choose “New store…” and type its name: a known store is found by it.',
    newStoreName: 'Name of the store',
    newStoreHint: 'As your team calls it, such as Store A.',
    marketplace: 'Marketplace',
    category: 'What kind of problem',
    categoryPlaceholder: 'Choose a category',
    deadline: 'Amazon’s deadline',
    deadlineDefault: 'This is only a team default. Replace it with the date in Amazon’s notice.',
    deadlineFromPage: 'This is Amazon’s usual limit, counted from now. Replace it with the date on the page.',
    deadlineEmpty: 'Amazon sets a limit for this kind of problem. Enter the date it names, if you know it.',
    identifiers: 'Identifiers, one per line',
    identifiersHint: 'ASIN, SKU, order, shipment, … up to 200. Existing cases about them show up here.',
    problem: 'What happened',
    problemHint: 'In your own words and language. Colleagues read it, Amazon does not.',
    message: 'English message for Amazon, ready to copy',
    messageHint: 'You can add it later with Edit.',
    existing: 'There are cases about this already:',
    choice: 'What do you want to do?',
    different: 'Different problem, because…',
    because: 'Why is it a different problem?',
    recognisedReference: (id) =>
      `Your text names Case ID ${id}. Record it with “Submitted” once this is open.`,
  },
  problems: {
    storeMissing: 'Choose the store that this is about.',
    storeGone: 'This store is not there any more. Choose another one.',
    storeNameMissing: 'Type the store’s name.',
    marketplaceMissing: 'Choose the marketplace.',
    categoryMissing: 'Choose what kind of problem it is.',
    problemMissing: 'Say in a sentence what happened.',
    becauseMissing: 'Say in a few words why this is a different problem.',
    identifiers: {
      ambiguous_case_id: (lines) =>
        `${lines}: this may be a Case ID or an ISBN. Write “Case ID …” or “ASIN …” in front of it.`,
      too_long: (lines) => `${lines}: too long for an identifier. Move it to “What happened”.`,
      not_an_identifier: (lines) => `${lines}: not an identifier. Move it to “What happened”.`,
      too_many: (lines) => `${lines}: more than 200 identifiers. Open a second case for the rest.`,
    },
    line: (problem) => `Line ${problem.line} “${problem.text}”`,
    caseId: {
      none: 'There is no Case ID in this. It has 10 to 12 digits; paste the number, the link or the mail’s subject.',
      several: 'There are several numbers here. Leave only the Case ID.',
      looks_like_order: 'This looks like an order number. The Case ID has 10 to 12 digits without hyphens.',
      wrong_length: 'A Case ID has 10 to 12 digits. Check that all of it was copied.',
    },
    referenceLong: 'Only the reference, please: 200 characters at most. The rest fits into a note.',
    personMissing: 'Choose a colleague.',
    meaningMissing: 'Choose what Amazon’s answer means for us.',
    timeMissing: 'Choose a date and a time.',
  },
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
  loading: '请稍候…',
  close: '关闭',
  cancel: '取消',
  save: '保存',
  typed: '你填写的内容，可以复制：',
  open: {
    title: '新建案件',
    submit: '新建',
    store: '店铺 · 站点',
    storePlaceholder: '选择店铺',
    newStore: '新店铺…',
    moreStores: '列表里没有？选“新店铺…”并填写名称，已有的店铺会按名称找到。',
    newStoreName: '店铺名称',
    newStoreHint: '团队平时的叫法，例如 A 店。',
    marketplace: '站点',
    category: '问题类型',
    categoryPlaceholder: '选择类型',
    deadline: '亚马逊的截止时间',
    deadlineDefault: '这只是团队默认值，请改成亚马逊通知里写的日期。',
    deadlineFromPage: '这是亚马逊通常的期限，从现在算起。请改成页面上写的日期。',
    deadlineEmpty: '亚马逊对这类问题有期限。知道日期的话请填写。',
    identifiers: '编号，每行一个',
    identifiersHint: 'ASIN、SKU、订单、货件等，最多 200 个。已有的相关案件会显示在这里。',
    problem: '发生了什么',
    problemHint: '用自己的话写。给同事看，不会发给亚马逊。',
    message: '给亚马逊的英文内容，可直接复制',
    messageHint: '也可以之后用“编辑”补上。',
    existing: '这件事已经有案件：',
    choice: '你想怎么做？',
    different: '是不同的问题，因为…',
    because: '为什么是不同的问题？',
    recognisedReference: (id) => `内容里提到 Case ID ${id}。新建之后请用“已提交”记录。`,
  },
  problems: {
    storeMissing: '请选择店铺。',
    storeGone: '这个店铺已经不在了，请选别的。',
    storeNameMissing: '请填写店铺名称。',
    marketplaceMissing: '请选择站点。',
    categoryMissing: '请选择问题类型。',
    problemMissing: '请用一句话写明发生了什么。',
    becauseMissing: '请简单写明为什么是不同的问题。',
    identifiers: {
      ambiguous_case_id: (lines) =>
        `${lines}：可能是 Case ID，也可能是 ISBN。请在前面写上“Case ID”或“ASIN”。`,
      too_long: (lines) => `${lines}：太长，不像编号。请移到“发生了什么”。`,
      not_an_identifier: (lines) => `${lines}：不是编号。请移到“发生了什么”。`,
      too_many: (lines) => `${lines}：超过 200 个编号。其余的请另建一个案件。`,
    },
    line: (problem) => `第 ${problem.line} 行“${problem.text}”`,
    caseId: {
      none: '这里没有 Case ID。它是 10 到 12 位数字，可以粘贴号码、链接或邮件标题。',
      several: '这里有好几个号码，请只留下 Case ID。',
      looks_like_order: '这像是订单号。Case ID 是 10 到 12 位数字，没有短横线。',
      wrong_length: 'Case ID 是 10 到 12 位数字，请确认复制完整。',
    },
    referenceLong: '请只填编号，最多 200 个字。其余内容可以写在备注里。',
    personMissing: '请选择一位同事。',
    meaningMissing: '请选择亚马逊的回复对我们意味着什么。',
    timeMissing: '请选择日期和时间。',
  },
  handOver: {
    title: '转交',
    how: '怎么处理？',
    toColleague: '转交给同事',
    toNobody: '先放出来：暂时没有负责人',
    who: '转交给谁',
    note: '需要对方知道的事',
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
    reference: 'Case ID 或编号',
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
      'Case 被关了，但问题没解决？请在亚马逊后台重新打开*同一个* Case，不要另开新的，否则会被当作重复提交。',
  },
  edit: {
    title: '编辑',
    summary: '一句话摘要',
    summaryHint: '留空的话，会用编号、类型和店铺自动生成。',
    message: '给亚马逊的英文内容',
    identifiers: '补充编号，每行一个',
    deadline: '亚马逊的截止时间',
    noDeadline: '已经没有截止时间',
    reference: 'Case ID 或编号',
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
