import type { ActionsBlock, Button } from '@slack/types';
import type { Case } from '../../domain/case.ts';
import type { Locale } from '../../domain/locale.ts';
import { type ButtonName, TERMS } from '../../i18n/terms.ts';
import { ACTIONS } from '../action-ids.ts';
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

/** The three things that a person most likely does next, the likeliest first. */
export function statusButtons(c: Case, locale: Locale): Button[] {
  const all = buttonNames(c).map(({ name, label }, i) =>
    caseButton(name, c.number, locale, { primary: i === 0 && c.phase.status in PRIMARY, ...(label ? { label: TERMS[locale][label] } : {}) }),
  );
  return all.slice(0, 3);
}
