import type { CaseView } from '../../desk/views/case-view.ts';
import type { Locale } from '../../domain/locale.ts';
import { ANSWERS } from '../../i18n/answers.ts';
import { FIND } from '../../i18n/find.ts';
import { button, row, valued } from './buttons.ts';
import { fitting, item } from './case-list.ts';
import type { Message } from './message.ts';
import { context, inline, section } from './text.ts';

/** The desk answers with no more. */
const MOST_FOUND = 20;

export interface FoundInput {
  readonly typed: string;
  readonly found: readonly { readonly view: CaseView; readonly permalink: string | null }[];
  readonly locale: Locale;
}

/** What `/case find` found, with the way to each thread. */
export function foundMessage({ typed, found, locale }: FoundInput): Message {
  if (found.length === 0) return nothing(typed, locale);
  const words = FIND[locale];
  const items = fitting(
    found.map(({ view, permalink }) =>
      item(view, locale, permalink === null ? '' : ANSWERS[locale].threadLink(permalink)),
    ),
  );
  const isCut = found.length >= MOST_FOUND || items.length < found.length;
  const title = words.title(items.length, inline(typed, 60), isCut);
  return { text: title, blocks: [section(`*${title}*`), ...items, ...(isCut ? [context(words.more)] : [])] };
}

/** With a way to open what is not there yet, filled with what was looked for. */
function nothing(typed: string, locale: Locale): Message {
  const text = FIND[locale].nothing(inline(typed, 60));
  const isNumber = /^#?\d{1,9}$/.test(typed);
  const value = isNumber ? '' : valued(typed);
  return { text, blocks: [section(text), ...row([button({ name: 'open' }, value, locale)])] };
}
