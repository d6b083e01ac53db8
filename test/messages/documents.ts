import { LOCALES, type Locale } from '../../src/domain/locale.ts';
import { type WriteChapter, written } from './chapter.ts';
import { asking } from './chapters/asking.ts';
import { away, briefings, home } from './chapters/days.ts';
import { forms } from './chapters/forms.ts';
import { importing } from './chapters/importing.ts';
import { cards, nudges, otherwise, steps } from './chapters/living.ts';
import { opening } from './chapters/opening.ts';
import { names, refusing } from './chapters/refusing.ts';
import { settingUp } from './chapters/setting-up.ts';
import { stores } from './chapters/stores.ts';
import { submitting } from './chapters/submitting.ts';
import { everyWord } from './every-word.ts';

/** In the order in which a person meets them. */
const CHAPTERS: readonly WriteChapter[] = [
  settingUp,
  stores,
  importing,
  asking,
  opening,
  cards,
  steps,
  submitting,
  forms,
  nudges,
  briefings,
  home,
  away,
  otherwise,
  refusing,
  names,
];
const TITLES: Readonly<Record<Locale, string>> = {
  en: 'Every message, in English',
  'zh-CN': 'Every message, in Chinese',
};

/** Listened to before anything is written. */
export const words = await everyWord();
export const documents = await Promise.all(
  LOCALES.map(async (locale) => {
    const chapters = await Promise.all(CHAPTERS.map(async (write) => write(locale)));
    return { locale, text: `${written(TITLES[locale], chapters)}\n` };
  }),
);
