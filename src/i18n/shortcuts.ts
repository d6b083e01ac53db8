import type { Locale } from '../domain/locale.ts';

/** Words of the form that takes a message to a case. Titles have 24 characters at most. */
export interface ShortcutWords {
  readonly addTitle: string;
  readonly add: string;
  readonly repliedTitle: string;
  readonly next: string;
  readonly which: string;
  readonly choose: string;
  readonly number: string;
  readonly numberHint: string;
  readonly note: string;
  readonly identifiers: string;
  readonly identifiersHint: string;
  readonly answer: string;
  readonly whichMissing: string;
  readonly numberWrong: string;
  /** The note is there, the identifiers are not; the reason stands below. */
  readonly withoutIdentifiers: string;
}

const en: ShortcutWords = {
  addTitle: 'Add to a case',
  add: 'Add',
  repliedTitle: 'Amazon replied',
  next: 'Next',
  which: 'Which case?',
  choose: 'Open cases',
  number: 'Or its number',
  numberHint: 'For a case that is not in the list, such as a closed one: 42.',
  note: 'Note',
  identifiers: 'Identifiers to add',
  identifiersHint: 'The case is about these too from now on. Delete what does not belong.',
  answer: 'What Amazon wrote',
  whichMissing: 'Choose the case, or write its number below.',
  numberWrong: 'This is not a case number. Write digits only, such as 42.',
  withoutIdentifiers: 'The identifiers were not added.',
};

const zh: ShortcutWords = {
  addTitle: '补充到案件',
  add: '补充',
  repliedTitle: '亚马逊已回复',
  next: '下一步',
  which: '哪个案件？',
  choose: '进行中的案件',
  number: '或者写案件号',
  numberHint: '列表里没有的案件（例如已关闭的）写案件号，例如 42。',
  note: '备注',
  identifiers: '要补充的编号',
  identifiersHint: '这些编号以后也属于这个案件。无关的请删掉。',
  answer: '亚马逊写了什么',
  whichMissing: '请选择案件，或者在下面写案件号。',
  numberWrong: '这不是案件号。请只写数字，例如 42。',
  withoutIdentifiers: '编号没有补充上。',
};

export const SHORTCUT_WORDS: Readonly<Record<Locale, ShortcutWords>> = { en, 'zh-CN': zh };
