import type { Locale } from '../../domain/locale.ts';
import { PANELS } from '../../i18n/panels.ts';
import { button, row } from './buttons.ts';
import type { Message } from './message.ts';
import { section } from './text.ts';

/**
 * What a bare `/case` answers: what a person can do, with buttons. `instead` is one sentence (in Slack's markup)
 * for whoever typed something that can't be done so; the buttons stay.
 */
export function helpMessage({ locale, instead }: { locale: Locale; instead?: string }): Message {
  const words = PANELS[locale];
  const all = [words.help, ...words.helpLines.map((line) => `• ${line}`)].join('\n');
  return {
    text: instead ?? words.help,
    blocks: [
      section(instead ?? all),
      ...row([
        button({ name: 'open', primary: true }, '', locale),
        button({ name: 'mine' }, '', locale),
        button({ name: 'list' }, '', locale),
      ]),
    ],
  };
}
