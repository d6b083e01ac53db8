import type { FormValues } from '../../src/sandbox/local-slack/driver.ts';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import type { SandboxMessage } from '../../src/sandbox/protocol.ts';
import { MORE } from '../../src/slack/action-ids.ts';
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

  /** Presses a button that asks something, fills its form and sends it. */
  async function answer(user: string, number: number, actionId: string, values: FormValues) {
    const before = slack.views(user).length;
    await press(user, number, actionId);
    await slack.eventually(() => {
      const views = slack.views(user);
      return views.length > before && JSON.stringify(views.at(-1)).includes('"input"');
    });
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

  return { card, thread, openForm, open, press, answer, says, shows, hears };
}

const matches = (all: string, text: string | RegExp): boolean =>
  typeof text === 'string' ? all.includes(text) : text.test(all);
