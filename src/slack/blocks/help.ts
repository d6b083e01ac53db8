import type { Locale } from '../../domain/locale.ts';
import { PANELS } from '../../i18n/panels.ts';
import { button, row } from './buttons.ts';
import type { Message } from './message.ts';
import { inline, section } from './text.ts';

/** What a bare `/case` answers, and a word that Docket does not know: what a person can do, with buttons. */
export function helpMessage({ locale, typed }: { locale: Locale; typed?: string }): Message {
  const words = PANELS[locale];
  const first = typed?.trim() ? words.notUnderstood(inline(typed)) : words.help;
  return {
    text: first,
    blocks: [
      section([first, ...words.helpLines.map((line) => `• ${line}`)].join('\n')),
      ...row([
        button({ name: 'open', primary: true }, '', locale),
        button({ name: 'mine' }, '', locale),
        button({ name: 'list' }, '', locale),
      ]),
    ],
  };
}
