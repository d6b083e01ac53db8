import { CATEGORY_KEYS } from '../../../src/domain/categories.ts';
import { TERMS } from '../../../src/i18n/terms.ts';
import { submitPack } from '../../../src/slack/blocks/submit-pack.ts';
import { plain } from '../../slack/plain.ts';
import { open, viewOf } from '../../slack/story.ts';
import type { Part, WriteChapter } from '../chapter.ts';
import { sample } from './asking.ts';

export const submitting: WriteChapter = (locale) => ({
  title: 'Submit now',
  parts: [
    ['with a message', plain(submitPack({ view: viewOf(sample('ready')), locale }))],
    ['submitted already', plain(submitPack({ view: viewOf(sample('awaiting Amazon')), locale }))],
    ...CATEGORY_KEYS.map((category): Part => {
      const view = viewOf(open({ category, message: '' }));
      return [TERMS[locale].categories[category], plain(submitPack({ view, locale }))];
    }),
  ],
});
