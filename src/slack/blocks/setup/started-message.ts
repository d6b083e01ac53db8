import type { Locale } from '../../../domain/locale.ts';
import { SETUP_WORDS } from '../../../i18n/setup.ts';
import { button, row } from '../buttons.ts';
import type { Message } from '../message.ts';
import { section } from '../text.ts';

/** The note in the case channel that Docket is on, with what anybody can do now. */
export function startedMessage(locale: Locale): Message {
  const words = SETUP_WORDS[locale];
  return {
    text: words.startedTitle,
    blocks: [
      section(`*${words.startedTitle}*\n${words.startedText}`),
      ...row([
        button({ name: 'open', primary: true }, '', locale),
        button({ name: 'mine' }, '', locale),
        button({ name: 'list' }, '', locale),
      ]),
    ],
  };
}
