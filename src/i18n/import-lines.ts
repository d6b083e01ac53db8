import type { CaseIdReason, Remark, RowProblem } from '../domain/import/row.ts';
import type { Locale } from '../domain/locale.ts';
import { dayInWords } from './days.ts';

/** What is said of one line of a list: why it can't be brought in, or what to look at. People's words are escaped. */
interface LineWords {
  readonly problem: (problem: RowProblem) => string;
  readonly remark: (remark: Remark) => string;
}

const EN_CASE_ID: Readonly<Record<CaseIdReason, string>> = {
  none: 'is no Case ID: write the 10 to 12 digits',
  several: 'holds several Case IDs: give each its own line',
  looks_like_order: 'is an order number, not a Case ID: put it under the identifiers',
  wrong_length: 'is no Case ID: one has 10 to 12 digits',
  shortened_by_excel: 'was shortened by Excel: set that column to Text, then copy the whole number',
};

const en: LineWords = {
  problem: (problem) => {
    switch (problem.code) {
      case 'case_id':
        return `“${problem.text}” ${EN_CASE_ID[problem.reason]}`;
      case 'no_subject':
        return 'neither Case ID nor identifier: write at least one';
      case 'identifier':
        return problem.isNumber
          ? `“${problem.text}” may be a Case ID: write “Case ID” or what it is in front of it`
          : `“${problem.text}” is no identifier that Docket knows: write what it is in front, such as “SKU: …”`;
      case 'store_missing':
        return 'no store: write which one';
      case 'store_unknown':
        return problem.nearest === null
          ? `no store “${problem.text}” is known: write its marketplace too, and it is made`
          : `no store “${problem.text}” is known: did you mean “${problem.nearest}”?`;
      case 'marketplace_unknown':
        return `“${problem.text}” is no marketplace: write a code such as US or DE`;
      case 'marketplace_missing':
        return `${problem.store} sells in ${problem.among.join(', ')}: write which one, as in “${problem.store} ${problem.among[0] ?? 'US'}”`;
      case 'date_unknown':
        return `“${problem.text}” is no date of the last two years: write it as 2026-11-03`;
      case 'date_future':
        return problem.or === null
          ? `${dayInWords(problem.date, 'en')} is still to come: write when it was submitted`
          : `${dayInWords(problem.date, 'en')} is still to come: if you mean ${dayInWords(problem.or, 'en')}, say so below`;
      default: {
        const never: never = problem;
        return never;
      }
    }
  },
  remark: (remark) => {
    switch (remark.code) {
      case 'date_ambiguous':
        return `read as ${dayInWords(remark.date, 'en')}, not ${dayInWords(remark.or, 'en')}`;
      case 'date_missing':
        return 'no date: Amazon’s time counts from today';
      case 'status_unknown':
        return `status “${remark.text}” is unknown: taken as waiting for Amazon, and kept as a note`;
      case 'category_unknown':
        return `type “${remark.text}” is unknown: kept as a note`;
      case 'no_reviewer':
        return 'in review, but by whom is not known: starts as Preparing';
      case 'store_new':
        return `store “${remark.store}” is new and will be made`;
      default: {
        const never: never = remark;
        return never;
      }
    }
  },
};

const ZH_CASE_ID: Readonly<Record<CaseIdReason, string>> = {
  none: '不是 Case ID：请写 10 到 12 位数字',
  several: '里有好几个 Case ID：请一行写一个',
  looks_like_order: '是订单号，不是 Case ID：请写到编号那一栏',
  wrong_length: '不是 Case ID：应为 10 到 12 位数字',
  shortened_by_excel: '被 Excel 缩写了：把这一列设成文本格式，再复制完整号码',
};

const zh: LineWords = {
  problem: (problem) => {
    switch (problem.code) {
      case 'case_id':
        return `“${problem.text}”${ZH_CASE_ID[problem.reason]}`;
      case 'no_subject':
        return '没有 Case ID，也没有编号：请至少写一个';
      case 'identifier':
        return problem.isNumber
          ? `“${problem.text}”可能是 Case ID：请在前面写明“Case ID”或是什么编号`
          : `“${problem.text}”不是 Docket 认识的编号：请在前面写明是什么，例如“SKU: …”`;
      case 'store_missing':
        return '没有店铺：请写明是哪个店铺';
      case 'store_unknown':
        return problem.nearest === null
          ? `没有叫“${problem.text}”的店铺：写上站点就会新建`
          : `没有叫“${problem.text}”的店铺：是不是“${problem.nearest}”？`;
      case 'marketplace_unknown':
        return `“${problem.text}”不是站点：请写代码，例如 US、DE`;
      case 'marketplace_missing':
        return `${problem.store} 有 ${problem.among.join('、')} 站点：请写明是哪个，例如“${problem.store} ${problem.among[0] ?? 'US'}”`;
      case 'date_unknown':
        return `“${problem.text}”不是近两年的日期：请写成 2026-11-03`;
      case 'date_future':
        return problem.or === null
          ? `${dayInWords(problem.date, 'zh-CN')}还没到：请写提交那天的日期`
          : `${dayInWords(problem.date, 'zh-CN')}还没到：如果是 ${dayInWords(problem.or, 'zh-CN')}，请在下面选日期的写法`;
      default: {
        const never: never = problem;
        return never;
      }
    }
  },
  remark: (remark) => {
    switch (remark.code) {
      case 'date_ambiguous':
        return `日期按 ${dayInWords(remark.date, 'zh-CN')}理解，不是 ${dayInWords(remark.or, 'zh-CN')}`;
      case 'date_missing':
        return '没有日期：等待时间从今天算起';
      case 'status_unknown':
        return `不认识状态“${remark.text}”：按“等亚马逊回复”处理，原文记入备注`;
      case 'category_unknown':
        return `不认识类型“${remark.text}”：原文记入备注`;
      case 'no_reviewer':
        return '待复核，但不知道复核人是谁：从“准备中”开始';
      case 'store_new':
        return `店铺“${remark.store}”是新的，会一起建立`;
      default: {
        const never: never = remark;
        return never;
      }
    }
  },
};

export const IMPORT_LINES: Readonly<Record<Locale, LineWords>> = { en, 'zh-CN': zh };

interface ImportNotice {
  readonly broughtIn: (who: string) => string;
  readonly since: (date: string) => string;
}

/** What the thread says of a case that came from a list. */
export const IMPORT_NOTICE: Readonly<Record<Locale, ImportNotice>> = {
  en: {
    broughtIn: (who) => `${who} brought this case in from a list.`,
    since: (date) => `Submitted ${date}: Amazon’s time counts from then.`,
  },
  'zh-CN': {
    broughtIn: (who) => `${who} 从列表导入了这个案件。`,
    since: (date) => `${date}提交，等待时间从那天算起。`,
  },
};
