import { randomUUID } from 'node:crypto';
import { cleanText } from '../../src/domain/identifiers.ts';
import type { FormValues } from '../../src/sandbox/local-slack/driver.ts';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import type { SandboxMessage, SandboxValues } from '../../src/sandbox/protocol.ts';
import { ACTIONS, MORE } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { NEW_STORE, STORE } from '../../src/slack/modals/open/stores.ts';

export const CASES = 'C0CASES';

/** Everything readable in a message: its blocks' texts, or its text where it has none. */
export function words(message: { text: string; blocks: unknown[] } | undefined): string {
  if (!message) return '';
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node === 'string' || node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      for (const one of node) walk(one);
      return;
    }
    for (const [key, value] of Object.entries(node)) {
      if (key === 'text' && typeof value === 'string') found.push(value);
      else if (key === 'user_id' && typeof value === 'string') found.push(`<@${value}>`);
      else if (key !== 'value' && key !== 'action_id') walk(value);
    }
  };
  walk(message.blocks);
  return [message.text, ...found].join('\n');
}

/** People at work in a local Slack; each call is one thing that a person does and the wait for its effect. */
export function atWork(slack: LocalSlack) {
  const card = (number: number): SandboxMessage => {
    const found = slack
      .messages(CASES)
      .find((m) => m.threadTs === undefined && words(m).includes(`#${number} `));
    if (!found) throw new Error(`No card of #${number}`);
    return found;
  };
  const thread = (number: number): SandboxMessage[] => slack.thread(CASES, card(number).ts).slice(1);

  /** The latest message of a case that has something to press. */
  const latestWith = (number: number, part: string): SandboxMessage | undefined =>
    [card(number), ...thread(number)].reverse().find((m) => JSON.stringify(m.blocks).includes(part));

  /** Types `/case open …` and waits for the form. */
  async function openForm(user: string, text = ''): Promise<void> {
    const before = slack.views(user).length;
    const done = await slack.command(user, CASES, `/case open ${text}`.trim());
    if (!done.acked) throw new Error(done.error ?? 'not acknowledged');
    await slack.eventually(() => {
      const views = slack.views(user);
      return views.length > before && JSON.stringify(views.at(-1)).includes(FIELD.problem);
    });
  }

  async function open(user: string, values: FormValues, text = '') {
    await openForm(user, text);
    const isFirst = !JSON.stringify(slack.views(user).at(-1)).includes(STORE);
    const store: FormValues = isFirst ? {} : { [STORE]: NEW_STORE };
    await slack.fill(user, store);
    await slack.eventually(() => JSON.stringify(slack.views(user).at(-1)).includes(FIELD.newStore));
    return slack.submit(user, {
      [FIELD.newStore]: 'Store A',
      [FIELD.newMarketplace]: 'US',
      [FIELD.category]: 'featured_offer',
      [FIELD.problem]: 'The Buy Box is gone since Thursday.',
      ...values,
    });
  }

  /** Presses a button, or chooses it in the card's menu where it has no button. */
  async function press(user: string, number: number, actionId: string): Promise<void> {
    const button = latestWith(number, `"action_id":"${actionId}"`);
    const option = `${actionId}:${number}`;
    const { ts } = button ?? latestWith(number, `"${option}"`) ?? {};
    if (ts === undefined) throw new Error(`Nothing of #${number} has the button ${actionId}`);
    const done = button
      ? await slack.click(user, { channel: CASES, ts }, actionId)
      : await slack.click(user, { channel: CASES, ts }, MORE, option);
    if (!done.acked) throw new Error(done.error ?? 'not acknowledged');
  }

  /** Presses a button that asks something, and waits for its form. */
  async function ask(user: string, number: number, actionId: string): Promise<void> {
    const before = slack.views(user).length;
    await press(user, number, actionId);
    await slack.eventually(() => {
      const views = slack.views(user);
      return views.length > before && JSON.stringify(views.at(-1)).includes('"input"');
    });
  }

  /** Presses a button that asks something, fills its form and sends it. */
  async function answer(user: string, number: number, actionId: string, values: FormValues) {
    await ask(user, number, actionId);
    return slack.submit(user, values);
  }

  /** Waits until the case's thread says something. */
  const says = (number: number, text: string | RegExp): Promise<SandboxMessage> =>
    slack.eventually(() => thread(number).find((m) => matches(words(m), text)));
  /** Waits until the card shows something. */
  const shows = (number: number, text: string | RegExp): Promise<SandboxMessage> =>
    slack.eventually(() => [card(number)].find((m) => matches(words(m), text)));
  /** Waits until a person is told something that only they see. */
  const hears = (user: string, text: string | RegExp) =>
    slack.eventually(() => slack.ephemerals(user).find((m) => matches(words(m), text)));

  /** Opens a case that nothing stands against; its number. */
  async function opened(user: string, values: FormValues, text = ''): Promise<number> {
    const before = new Set(slack.messages(CASES).map((m) => m.ts));
    const sent = await open(user, values, text);
    if (!sent.closed) throw new Error(`Not opened: ${JSON.stringify(sent)} ${modal(user)}`);
    const subjects = values[FIELD.identifiers];
    const [first = ''] = cleanText(typeof subjects === 'string' ? subjects : '').split('\n');
    const isIt = (m: SandboxMessage) =>
      m.threadTs === undefined && !before.has(m.ts) && words(m).includes(first);
    const root = await slack.eventually(() => slack.messages(CASES).find(isIt));
    return Number(/#(\d+) /.exec(words(root))?.[1]);
  }

  /** From a fresh case to the moment at which its Case ID is asked. */
  async function ready(user: string, number: number): Promise<void> {
    await press(user, number, ACTIONS.ready);
    await slack.eventually(() => JSON.stringify(card(number).blocks).includes(`"${ACTIONS.submitted}"`));
  }

  /** Everything readable in the form that a person sees. */
  const modal = (user: string): string =>
    words({ text: '', blocks: [slack.views(user).at(-1)?.view['blocks']] });
  /** What stands in an input of that form. */
  const typed = (user: string, block: string): unknown =>
    Object.values(stateOf(slack.views(user).at(-1)?.view)[block] ?? {})[0]?.['value'];
  async function closeForms(): Promise<void> {
    for (const { id } of slack.people) while (slack.views(id).length > 0) await slack.closeView(id);
  }

  /** The payload that Slack sent last for a click on this; sent again, it is a click on an old message. */
  const lastSent = (part: string): Record<string, unknown> => {
    const found = slack.deliveries.findLast(({ payload }) => JSON.stringify(payload).includes(part));
    if (!found) throw new Error(`Nothing was sent with ${part}`);
    return structuredClone(found.payload);
  };
  /** Sends a payload by the way that the product listens on. */
  const sendRaw = (type: 'interactive' | 'slash_commands', payload: Record<string, unknown>): void => {
    if (slack.connections === 0) return void slack.postSigned(type, payload);
    const envelope_id = randomUUID();
    slack.faults.sendToSockets({ type, envelope_id, payload, accepts_response_payload: true });
  };

  const doing = { openForm, open, opened, ready, press, ask, answer, closeForms, sendRaw };
  const seeing = { card, thread, says, shows, hears, modal, typed, lastSent };
  return { ...doing, ...seeing };
}

const stateOf = (view: Record<string, unknown> | undefined): SandboxValues => {
  const state = view?.['state'];
  const values = typeof state === 'object' && state !== null && 'values' in state ? state.values : {};
  return values as SandboxValues;
};

/** What would wake somebody or come to life in a message: Slack reads its markup only there, never in rich text. */
export function markup(message: { text: string; blocks: unknown[] }): string {
  const found = [message.text];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && node.type === 'mrkdwn' && 'text' in node) found.push(String(node.text));
    for (const value of Object.values(node)) walk(value);
  };
  walk(message.blocks);
  return found.join('\n');
}

const matches = (all: string, text: string | RegExp): boolean =>
  typeof text === 'string' ? all.includes(text) : text.test(all);
