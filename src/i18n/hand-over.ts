import type { HandOver } from '../desk/views/hand-over.ts';
import type { Locale } from '../domain/locale.ts';

type Contact = NonNullable<HandOver['lastContact']>['what'];
type Missing = NonNullable<HandOver['missing']>;

/** What whoever takes a case over reads first; times stand in both clocks. */
export interface HandOverWords {
  readonly contact: (what: string, at: string) => string;
  readonly contacts: Readonly<Record<Contact, string>>;
  readonly noContact: string;
  readonly promised: (by: string) => string;
  readonly promiseOver: (by: string) => string;
  readonly missing: Readonly<Record<Missing, string>>;
  readonly deadline: (at: string) => string;
  readonly next: (what: string, at: string) => string;
}

const en: HandOverWords = {
  contact: (what, at) => `Last contact: ${what}, ${at}`,
  contacts: {
    submission: 'we submitted',
    note: 'we added a note',
    holding_answer: 'Amazon asked us to wait',
    reply: 'Amazon replied',
  },
  noContact: 'Last contact: none, it is not submitted yet',
  promised: (by) => `Amazon promised an answer by ${by}`,
  promiseOver: (by) => `Amazon promised an answer by ${by}, and that has passed`,
  missing: {
    message: 'Missing: the message for Amazon',
    review: 'Missing: the review of the message',
    submission: 'Missing: the submission at Amazon',
    answer: 'Missing: our answer to Amazon',
    case_id: 'Missing: the Case ID',
    closing: 'Missing: closing it in Seller Central',
  },
  deadline: (at) => `Deadline: ${at}`,
  next: (what, at) => `Next: ${what}, ${at}`,
};

const zh: HandOverWords = {
  contact: (what, at) => `上次往来：${what}，${at}`,
  contacts: {
    submission: '我们提交了',
    note: '我们追问了',
    holding_answer: '亚马逊请我们再等',
    reply: '亚马逊回复了',
  },
  noContact: '上次往来：还没有，因为还没提交',
  promised: (by) => `亚马逊承诺的回复时间：${by}`,
  promiseOver: (by) => `亚马逊承诺的回复时间：${by}，已过`,
  missing: {
    message: '还缺：给亚马逊的内容',
    review: '还缺：复核',
    submission: '还缺：提交到亚马逊',
    answer: '还缺：答复亚马逊',
    case_id: '还缺：Case ID',
    closing: '还缺：在后台关掉 Case',
  },
  deadline: (at) => `截止：${at}`,
  next: (what, at) => `接下来：${what}，${at}`,
};

export const HAND_OVER: Readonly<Record<Locale, HandOverWords>> = { en, 'zh-CN': zh };
