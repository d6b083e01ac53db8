import type { ActionsBlock, Button, Overflow } from '@slack/types';
import { type Case, isOpen } from '../../domain/case.ts';
import type { CommandType } from '../../domain/commands.ts';
import { ALLOWED } from '../../domain/decide/guards.ts';
import type { Locale } from '../../domain/locale.ts';
import { type ButtonName, TERMS } from '../../i18n/terms.ts';
import { ACTIONS, MORE } from '../action-ids.ts';
import { amazonUrl } from './links.ts';

/** Slack cuts longer words itself; this keeps a long one from refusing the whole message. */
const BUTTON_LIMIT = 75;

interface Look {
  readonly primary?: boolean;
  /** Where the button's usual word says too little. */
  readonly label?: string;
}

/** A button about one case: its value is the case's number. */
export function caseButton(name: ButtonName, number: number, locale: Locale, look: Look = {}): Button {
  return {
    type: 'button',
    action_id: ACTIONS[name],
    text: { type: 'plain_text', text: (look.label ?? TERMS[locale].buttons[name]).slice(0, BUTTON_LIMIT) },
    value: String(number),
    ...(look.primary ? { style: 'primary' } : {}),
  };
}

/** The way to Amazon, where a page is known. */
export function linkButton(c: Case, locale: Locale): Button[] {
  const url = amazonUrl(c);
  return url ? [{ ...caseButton('link', c.number, locale), url }] : [];
}

/** One row; a button that two notices ask for stands once, and only one is primary. */
export function row(buttons: readonly Button[]): ActionsBlock[] {
  const once = [...new Map(buttons.map((b) => [b.action_id, b])).values()].slice(0, ROW_LIMIT);
  const primary = once.find((b) => b.style === 'primary');
  const elements = once.map((b) => (b === primary ? b : plain(b)));
  return elements.length > 0 ? [{ type: 'actions', elements }] : [];
}

const ROW_LIMIT = 6;

function plain(button: Button): Button {
  const { style: _, ...rest } = button;
  return rest;
}

interface Choice extends Look {
  readonly name: ButtonName;
}

/** What a person most likely does next in this place, the likeliest first. */
function choices(c: Case, locale: Locale): readonly Choice[] {
  const words = TERMS[locale];
  switch (c.phase.status) {
    case 'preparing':
      return [{ name: 'ready', primary: true }, { name: 'submitNow' }, { name: 'edit' }];
    case 'in_review':
      return [{ name: 'passReview' }, { name: 'returnReview' }, { name: 'takeBack' }];
    case 'ready':
      return [{ name: 'submitted', primary: true }, { name: 'submitNow' }, { name: 'takeBack' }];
    case 'awaiting_amazon':
      return [
        { name: 'replied', primary: true },
        { name: 'checkNothing', label: words.checkedNothing },
        { name: 'solved' },
      ];
    case 'action_needed':
      return [{ name: 'noteSent', primary: true }, { name: 'replied' }, { name: 'solved' }];
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

/** At most three: what nobody owns is taken first. */
export function statusButtons(c: Case, locale: Locale): Button[] {
  const take: Choice[] = isOpen(c) && c.owner === null ? [{ name: 'take', primary: true }] : [];
  const buttons = [...take, ...choices(c, locale)].slice(0, 3);
  return buttons.map(({ name, ...look }, i) =>
    caseButton(name, c.number, locale, { ...look, primary: i === 0 && look.primary === true }),
  );
}

/** The rest of what is possible here, behind the three buttons. */
export function moreMenu(c: Case, shown: readonly Button[], locale: Locale): Overflow[] {
  const options = MORE_OPTIONS.filter(
    ({ name, command }) =>
      ALLOWED[command].includes(c.phase.status) && !shown.some((b) => b.action_id === ACTIONS[name]),
  ).slice(0, 5);
  if (options.length < 2) return [];
  return [
    {
      type: 'overflow',
      action_id: MORE,
      options: options.map(({ name }) => ({
        text: { type: 'plain_text', text: TERMS[locale].buttons[name].slice(0, BUTTON_LIMIT) },
        value: `${ACTIONS[name]}:${c.number}`,
      })),
    },
  ];
}

/** In the order of the menu; five fit, and editing has a button of its own while preparing. */
const MORE_OPTIONS: readonly { readonly name: ButtonName; readonly command: CommandType }[] = [
  { name: 'handOver', command: 'hand_over' },
  { name: 'askReview', command: 'ask_review' },
  { name: 'note', command: 'note' },
  { name: 'snooze', command: 'snooze' },
  { name: 'withdraw', command: 'withdraw' },
  { name: 'edit', command: 'edit' },
];
