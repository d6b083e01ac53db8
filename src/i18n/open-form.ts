import type { IdentifierProblem } from '../domain/identifiers.ts';
import type { Locale } from '../domain/locale.ts';

/** The words of the form for a new case, and of what can be wrong in any form. */
export interface OpenFormWords {
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
}

const en: OpenFormWords = {
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
    identifiersHint:
      'ASIN, SKU, order, shipment, … Most problems need at least one. Existing cases about them show up here.',
    problem: 'What happened',
    problemHint: 'In your own words and language. Colleagues read it, Amazon does not.',
    message: 'English message for Amazon, ready to copy',
    messageHint: 'You can add it later with Edit.',
    existing: 'There are cases about this already:',
    choice: 'Choose how to go on',
    different: 'Different problem, because…',
    because: 'If it is a different problem: why?',
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
      not_an_identifier: (lines) =>
        `${lines}: not only identifiers. Leave the number here and move the rest to “What happened”.`,
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
};

const zh: OpenFormWords = {
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
    identifiersHint: 'ASIN、SKU、订单、货件等，多数问题至少要填一个。已有的相关案件会显示在这里。',
    problem: '发生了什么',
    problemHint: '用自己的话写。给同事看，不会发给亚马逊。',
    message: '给亚马逊的英文内容，可直接复制',
    messageHint: '也可以之后用“编辑”补上。',
    existing: '这件事已经有案件：',
    choice: '请选择怎么处理',
    different: '是不同的问题，因为…',
    because: '如果是不同的问题，请写明原因',
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
      not_an_identifier: (lines) => `${lines}：不只是编号。这里只留编号，其余请移到“发生了什么”。`,
      too_many: (lines) => `${lines}：超过 200 个编号。其余的请另建一个案件。`,
    },
    line: (problem) => `第 ${problem.line} 行“${problem.text}”`,
    caseId: {
      none: '这里没有 Case ID。它是 10 到 12 位数字，可以粘贴号码、链接或邮件标题。',
      several: '这里有好几个号码，请只留下 Case ID。',
      looks_like_order: '这像是订单号。Case ID 是 10 到 12 位数字，没有短横线。',
      wrong_length: 'Case ID 是 10 到 12 位数字，请确认复制完整。',
    },
    referenceLong: '请只填参考号，最多 200 个字符。其余内容可以写在备注里。',
    personMissing: '请选择一位同事。',
    meaningMissing: '请选择亚马逊的回复对我们意味着什么。',
    timeMissing: '请选择日期和时间。',
  },
};

export const OPEN_FORM_WORDS: Readonly<Record<Locale, OpenFormWords>> = { en, 'zh-CN': zh };
