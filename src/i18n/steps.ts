import type { Locale } from '../domain/locale.ts';

/** What a step that was asked in words still lacks, with how to say it. */
export interface StepWords {
  readonly personMissing: string;
  readonly referenceMissing: string;
  readonly replyMissing: string;
  readonly textMissing: string;
  readonly whyMissing: string;
  readonly howLongMissing: string;
  /** Where a form can't be opened: the case with its buttons follows. */
  readonly useButton: string;
  readonly numberMissing: (word: string) => string;
}

const en: StepWords = {
  personMissing: 'To whom? Add a colleague with @, such as `/case assign 42 @Maria`.',
  referenceMissing: 'Which Case ID? Add it, such as `/case submitted 42 12345678901`.',
  replyMissing: 'What did Amazon answer? A form asks for it.',
  textMissing: 'What is to be noted? Write it in the same line, such as `/case note 42 The supplier called`.',
  whyMissing: 'Why? Write it in the same line; whoever reads the case later will ask.',
  howLongMissing: 'For how long, and why? Such as `/case snooze 42 2d The invoice comes on Monday`.',
  useButton: 'Use the button below, or write it in one line.',
  numberMissing: (word) =>
    `Which case? Add its number, such as /case ${word} 42. In a case’s thread, @Docket ${word} is enough.`,
};

const zh: StepWords = {
  personMissing: '转给谁？请用 @ 加上同事，例如 `/case 转交 42 @李娜`。',
  referenceMissing: 'Case ID 是多少？请写在后面，例如 `/case 已提交 42 12345678901`。',
  replyMissing: '亚马逊回复了什么，需要填一张表单。',
  textMissing: '要备注什么？请写在后面，例如 `/case 备注 42 供应商来电`。',
  whyMissing: '原因是什么？请写在后面，以后看案件的人会问。',
  howLongMissing: '多久以后提醒，原因是什么？例如 `/case 提醒 42 2天 发票周一到`。',
  useButton: '请点下面的按钮，或者写在一行里。',
  numberMissing: (word) =>
    `哪个案件？请加上案件号，例如 /case ${word} 42。在案件的讨论串里，直接 @Docket ${word} 就可以。`,
};

export const STEPS: Readonly<Record<Locale, StepWords>> = { en, 'zh-CN': zh };
