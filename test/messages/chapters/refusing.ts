import { ANSWERS } from '../../../src/i18n/answers.ts';
import { IMPORT } from '../../../src/i18n/import.ts';
import { refusalText } from '../../../src/i18n/refusals.ts';
import { TERMS } from '../../../src/i18n/terms.ts';
import { ALL } from '../../slack/every-refusal.ts';
import { said, type WriteChapter } from '../chapter.ts';

export const refusing: WriteChapter = (locale) => {
  const words = ANSWERS[locale];
  return {
    title: 'When something does not work',
    parts: [
      ...ALL.map(
        (refusal) => [refusal.code, said(refusalText(refusal, locale, { names: () => '@Li Na' }))] as const,
      ),
      [
        'Our own faults',
        said(
          words.fault('K7Q2'),
          words.uncertain('K7Q2'),
          words.slow(IMPORT[locale].check, 'K7Q2'),
          words.notLoaded('K7Q2'),
          words.tooLate,
          words.otherWorkspace,
        ),
      ],
    ],
  };
};

/** What menus offer, in full. */
export const names: WriteChapter = (locale) => {
  const { categories, marketplaces, doors, buttons, timers } = TERMS[locale];
  return {
    title: 'Names in menus',
    parts: [
      ['Kinds of problem', said(...Object.values(categories))],
      ['Places at Amazon', said(...Object.values(doors))],
      ['Marketplaces', said(...Object.entries(marketplaces).map(([code, name]) => `${code} · ${name}`))],
      ['Buttons', said(Object.values(buttons).join(' · '))],
      ['What comes next', said(...Object.values(timers))],
    ],
  };
};
