import type { ActionsBlock, Button, Overflow } from '@slack/types';
import { type Case, isOpen } from '../../domain/case.ts';
import type { Locale } from '../../domain/locale.ts';
import { type ButtonName, TERMS } from '../../i18n/terms.ts';
import { ACTIONS, MORE } from '../action-ids.ts';
import { amazonUrl } from './links.ts';
import { isPossible } from './possible.ts';

/** A button, before it knows its case. */
export interface Choice {
  readonly name: ButtonName;
  readonly primary?: boolean;
  /** Where the button's usual word says too little. */
  readonly label?: string;
}

/** Slack refuses the whole message for one longer word. */
const BUTTON_LIMIT = 75;
const ROW_LIMIT = 6;
const VALUE_LIMIT = 2_000;

/** What a form is filled with when its button is pressed; Slack takes no longer value. */
export const valued = (text: string): string => (text.length > VALUE_LIMIT ? '' : text);

const label = (text: string) => ({ type: 'plain_text' as const, text: text.slice(0, BUTTON_LIMIT) });

/** A button that names no case, or one case by the number that is its value. */
export function button({ name, primary, label: own }: Choice, value: string, locale: Locale): Button {
  return {
    type: 'button',
    action_id: ACTIONS[name],
    text: label(own ?? TERMS[locale].buttons[name]),
    ...(value ? { value } : {}),
    ...(primary ? { style: 'primary' } : {}),
  };
}

/** The choices that the case still allows, each once, at most one of them primary. */
export function buttonsOf(choices: readonly Choice[], c: Case, locale: Locale): Button[] {
  const url = amazonUrl(c);
  const possible = choices.filter(({ name }) => isPossible(name, c) && (name !== 'link' || url));
  const once = [...new Map(possible.map((choice) => [choice.name, choice])).values()].slice(0, ROW_LIMIT);
  const first = once.find(({ primary }) => primary);
  return once.map((choice) => ({
    ...button({ ...choice, primary: choice === first }, String(c.number), locale),
    ...(choice.name === 'link' && url ? { url } : {}),
  }));
}

/** No block at all where there is nothing to press. */
export const row = (elements: readonly (Button | Overflow)[]): ActionsBlock[] =>
  elements.length > 0 ? [{ type: 'actions', elements: [...elements] }] : [];

/** What a person most likely does next with the case, the likeliest first. */
function usual(c: Case, locale: Locale): readonly Choice[] {
  const words = TERMS[locale];
  switch (c.phase.status) {
    case 'preparing':
      return [{ name: 'ready', primary: true }, { name: 'submitNow' }, { name: 'edit' }];
    case 'in_review':
      return [{ name: 'passReview' }, { name: 'returnReview' }, { name: 'takeBack' }];
    case 'ready':
      return [{ name: 'submitNow', primary: true }, { name: 'submitted' }, { name: 'takeBack' }];
    case 'awaiting_amazon':
      return [
        { name: 'replied', primary: true },
        { name: 'checkNothing', label: words.checkedNothing },
        { name: 'solved' },
      ];
    case 'action_needed':
      return [
        { name: 'noteSent', primary: true, label: words.answerSent },
        { name: 'replied' },
        { name: 'solved' },
      ];
    case 'resolved':
      return [
        { name: 'closed', primary: true },
        { name: 'reopen', label: words.notSolved },
        { name: 'snooze' },
      ];
    case 'closed':
    case 'withdrawn':
      return [{ name: 'reopen' }, { name: 'note' }];
    default: {
      const never: never = c.phase;
      return never;
    }
  }
}

/** At most three; what nobody owns is taken first. */
export function statusChoices(c: Case, locale: Locale): Choice[] {
  const take: Choice[] = isOpen(c) && c.owner === null ? [{ name: 'take', primary: true }] : [];
  return [...take, ...usual(c, locale)].slice(0, 3);
}

const MORE_NAMES = ['handOver', 'askReview', 'note', 'snooze', 'withdraw', 'edit'] as const;

/** The rest of what is possible here, behind the three buttons; Slack wants two options to five. */
export function moreMenu(c: Case, shown: readonly Choice[], locale: Locale): Overflow[] {
  const names = MORE_NAMES.filter(
    (name) => isPossible(name, c) && !shown.some((choice) => choice.name === name),
  ).slice(0, 5);
  if (names.length < 2) return [];
  const options = names.map((name) => ({
    text: label(TERMS[locale].buttons[name]),
    value: `${ACTIONS[name]}:${c.number}`,
  }));
  return [{ type: 'overflow', action_id: MORE, options }];
}

/** The row under a card: three buttons and the menu. */
export function cardRow(c: Case, locale: Locale): ActionsBlock[] {
  const choices = statusChoices(c, locale);
  return row([...buttonsOf(choices, c, locale), ...moreMenu(c, choices, locale)]);
}
