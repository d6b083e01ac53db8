import type { Button } from '@slack/types';
import type { CaseView } from '../../desk/views/case-view.ts';
import type { Locale } from '../../domain/locale.ts';
import { PANELS } from '../../i18n/panels.ts';
import { SETUP_WORDS } from '../../i18n/setup.ts';
import { TERMS } from '../../i18n/terms.ts';
import { SETUP } from '../setup/ids.ts';
import { button, row, statusChoices, valued } from './buttons.ts';
import { labelledButton } from './labelled-button.ts';
import type { Message } from './message.ts';
import { section } from './text.ts';

/**
 * What a bare `/case` answers: what a person can do, with buttons. `instead` is one sentence (in Slack's markup)
 * for whoever typed something that can't be done so; the buttons stay.
 */
export function helpMessage({
  locale,
  instead,
  next = null,
  maySetUp = false,
  toOpen = '',
}: {
  readonly locale: Locale;
  readonly instead?: string;
  /** The case of the reader's on which it is their turn. */
  readonly next?: CaseView | null;
  /** While Docket is not on yet, to whoever may change that. */
  readonly maySetUp?: boolean;
  /** What the form for a new case is filled with. */
  readonly toOpen?: string;
}): Message {
  const words = PANELS[locale];
  const all = [words.help, ...words.helpLines.map((line) => `• ${line}`)].join('\n');
  return {
    text: instead ?? words.help,
    blocks: [
      section(instead ?? all),
      ...row([
        ...(maySetUp ? [labelledButton(SETUP.open, SETUP_WORDS[locale].setUp, { primary: true })] : []),
        ...nextButton(next, locale),
        button({ name: 'open', primary: !maySetUp && next === null }, valued(toOpen), locale),
        button({ name: 'mine' }, '', locale),
        button({ name: 'list' }, '', locale),
      ]),
    ],
  };
}

/** `#42 · Submit now`: the likeliest step of that case, with its number, because nothing else names it here. */
function nextButton(next: CaseView | null, locale: Locale): Button[] {
  const [choice] = next === null ? [] : statusChoices(next.case, locale);
  if (next === null || choice === undefined) return [];
  const said = choice.label ?? TERMS[locale].buttons[choice.name];
  const { number } = next.case;
  return [button({ ...choice, label: `#${number} · ${said}`, primary: true }, String(number), locale)];
}
