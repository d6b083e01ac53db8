import type { Locale } from '../domain/locale.ts';

/** What `/case find` answers. People's text arrives escaped. */
export interface FindWords {
  readonly missing: string;
  /** `atMost` where there may be more than are shown. */
  readonly title: (count: number, typed: string, atMost: boolean) => string;
  readonly more: string;
  readonly nothing: (typed: string) => string;
}

const en: FindWords = {
  missing:
    'What are you looking for? Write it in the same line: a number, a Case ID, an ASIN, an order or words, such as `/case find buy box`.',
  title: (count, typed, atMost) =>
    count === 1 && !atMost
      ? `1 case with “${typed}”`
      : `${count}${atMost ? ' or more' : ''} cases with “${typed}”`,
  more: 'Open ones come first, then the latest. Add a word to find fewer.',
  nothing: (typed) =>
    `No case has “${typed}”, open or closed. Docket looked at numbers, Case IDs, identifiers, stores, and what people and Amazon wrote.`,
};

const zh: FindWords = {
  missing: '要找什么？请写在后面：案件号、Case ID、ASIN、订单号或文字都可以，例如 `/case 查找 购物车`。',
  title: (count, typed, atMost) => `含“${typed}”的案件：${count} 件${atMost ? '以上' : ''}`,
  more: '进行中的在前，其次是最新的。多写一个词可以缩小范围。',
  nothing: (typed) =>
    `没有案件含“${typed}”，已关闭的也没有。案件号、Case ID、商品和订单编号、店铺，以及大家和亚马逊写的内容都找过了。`,
};

export const FIND: Readonly<Record<Locale, FindWords>> = { en, 'zh-CN': zh };
