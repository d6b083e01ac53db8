import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { visit as open, PHONE, type Visitor, WIDE } from './browser.ts';
import { messageMenu, sampleApp } from './sample-app.ts';

let slack: LocalSlack;
beforeEach(async () => {
  slack = await sampleApp();
});

const visit = (where = 'in=C0CASES', options: object = WIDE): Promise<Visitor> =>
  open(`${slack.url}#as=U0TOM&${where}`, 'en', options);

const focused = (page: Page): Promise<string | null> =>
  page.evaluate<string | null>('document.activeElement?.getAttribute("aria-label")');
/** The payloads of that type that the app got. */
const heard = (type: string) =>
  slack.deliveries.map(({ payload }) => payload).filter((payload) => payload.type === type);

test('a message’s menu, by keyboard: its shortcut opens a form, Escape closes it, the focus returns', async () => {
  slack.say('U0MARIA', 'C0CASES', 'The buyer says it never came.');
  const me = await visit();
  await messageMenu(me).focus();
  await me.page.keyboard.press('Enter');
  await me.page.keyboard.press('ArrowDown');
  await me.page.keyboard.press('Enter');
  await me.dialog.getByRole('heading', { name: 'From a shortcut' }).waitFor();
  expect(await me.dialog.getByLabel('text').inputValue()).toBe('The buyer says it never came.');
  await me.page.keyboard.press('Escape');
  await me.dialog.waitFor({ state: 'detached' });
  expect(await focused(me.page)).toBe('Message actions');
  await me.page.keyboard.press('Enter');
  await me.page.getByRole('menu').waitFor();
  await me.page.keyboard.press('Escape');
  await me.page.getByRole('menu').waitFor({ state: 'detached' });
  expect(await focused(me.page)).toBe('Message actions');
});

test('a thread, by keyboard: Escape closes it and the focus returns to where it was opened', async () => {
  const { ts } = slack.say('U0MARIA', 'C0CASES', 'root');
  slack.say('U0MARIA', 'C0CASES', 'the answer', ts);
  const me = await visit();
  const link = me.channel.getByRole('button', { name: '1 reply' });
  await link.focus();
  await me.page.keyboard.press('Enter');
  await me.thread.getByText('the answer').waitFor();
  await me.thread.focus();
  await me.page.keyboard.press('Escape');
  await me.thread.waitFor({ state: 'detached' });
  await me.page.locator('button:focus').waitFor();
  expect(await me.page.locator(':focus').textContent()).toContain('1 reply');
});

test('a finger that rests on a message opens its menu', async () => {
  slack.say('U0MARIA', 'C0CASES', 'The buyer says it never came.');
  const me = await visit('in=C0CASES', PHONE);
  const text = me.channel.getByText('never came');
  const touch = { pointerType: 'touch', bubbles: true };
  await text.dispatchEvent('pointerdown', touch);
  await text.dispatchEvent('pointerup', touch);
  await text.dispatchEvent('pointerdown', touch);
  const items = me.page.getByRole('menuitem');
  await items.first().waitFor();
  expect(await items.allTextContents()).toEqual([
    'Reply in thread',
    'Open a case from thisDocket',
    'Copy link',
  ]);
});

test('the + of the composer: a global shortcut, and a status that others see', async () => {
  slack.say('U0TOM', 'C0CASES', 'I am off.');
  const me = await visit();
  const plus = me.page.getByRole('button', { name: 'Shortcuts' });
  await plus.click();
  await me.page.getByRole('menuitem', { name: /^Open a case/ }).click();
  await me.dialog.getByLabel('text').waitFor();
  expect(heard('shortcut')).toMatchObject([{ callback_id: 'open', user: { id: 'U0TOM' } }]);
  await me.page.keyboard.press('Escape');
  await plus.click();
  await me.page.getByRole('menuitem', { name: 'Status: Vacationing' }).click();
  await me.channel.getByRole('img', { name: 'Vacationing' }).waitFor();
  await plus.click();
  await me.page.getByRole('menuitem', { name: 'Clear status' }).click();
  await me.channel.getByRole('img', { name: 'Vacationing' }).waitFor({ state: 'detached' });
});

test('the app’s Home tab is asked for when it is opened, and its buttons tell the app', async () => {
  const me = await visit();
  await me.page.getByRole('button', { name: 'Docket' }).click();
  await me.page.getByRole('tab', { name: 'Messages', selected: true }).focus();
  expect(slack.home('U0TOM')).toBeUndefined();
  await me.page.keyboard.press('ArrowLeft');
  await me.page.getByRole('button', { name: 'Mine' }).click();
  await slack.eventually(() => heard('block_actions').length === 1);
  expect(heard('block_actions')[0]).toMatchObject({
    actions: [{ action_id: 'mine' }],
    container: { type: 'view' },
    view: { type: 'home' },
  });
  await me.page.getByRole('button', { name: 'More actions' }).click();
  await me.page.getByRole('menuitem', { name: 'CLOSE' }).click();
  await slack.eventually(() => heard('block_actions').length === 2);
  await me.page.goBack();
  await me.page.getByRole('textbox', { name: 'Message Docket' }).fill('hello');
  await me.page.keyboard.press('Enter');
  await me.page.getByRole('log').getByText('hello').waitFor();
});

test('files in a form: picked, taken back, refused when too large, sent', async () => {
  const me = await visit();
  await me.type('/case');
  const pick = me.dialog.getByLabel('files');
  const file = (name: string, size = 5) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.alloc(size, 'x'),
  });
  await pick.setInputFiles([file('one.txt'), file('two.txt')]);
  await me.dialog.getByRole('button', { name: 'Remove one.txt' }).click();
  await pick.setInputFiles(file('large.txt', 10_000_001));
  await me.dialog.getByText('large.txt is larger than 10 MB.').waitFor();
  await pick.setInputFiles([file('three.txt'), file('four.txt')]);
  await me.dialog.getByText('At most 2 files.').waitFor();
  await me.screenshot('feel-files');
  await me.dialog.getByLabel('text').fill('With proof');
  await me.dialog.getByRole('button', { name: 'Send' }).click();
  await me.dialog.waitFor({ state: 'detached' });
  expect(heard('view_submission')).toMatchObject([
    {
      view: {
        state: { values: { files: { files: { files: [{ name: 'two.txt' }, { name: 'three.txt' }] } } } },
      },
    },
  ]);
});

test('a form that is being sent says so, and keeps what was typed when the app does not answer', async () => {
  const me = await visit();
  await me.type('/case');
  await me.dialog.getByLabel('text').fill('kept');
  slack.faults.cutSockets();
  let send = (): void => {};
  const sent = new Promise<void>((resolve) => {
    send = resolve;
  });
  await me.page.route('**/sandbox/act', async (route) => {
    await sent;
    await route.continue();
  });
  await me.dialog.getByRole('button', { name: 'Send' }).click();
  await me.dialog.getByRole('button', { name: 'Sending…', disabled: true }).waitFor();
  send();
  await me.dialog.getByText('We had some trouble connecting').first().waitFor();
  expect(await me.dialog.getByLabel('text').inputValue()).toBe('kept');
});

test('a channel is chosen among those that the filter leaves, found by typing', async () => {
  const me = await visit();
  await me.type('/case');
  await me.dialog.getByRole('combobox', { name: 'place' }).click();
  const offered = me.page.getByRole('listbox').getByRole('option');
  expect(await offered.allTextContents()).toEqual(['#cases', '#general']);
  await me.page.keyboard.press('ArrowDown');
  await me.page.keyboard.press('Enter');
  await me.dialog.getByRole('combobox', { name: 'many' }).click();
  await me.page.keyboard.type('choice 11');
  await me.page.keyboard.press('Enter');
  await me.dialog.getByLabel('text').fill('x');
  await me.dialog.getByRole('button', { name: 'Send' }).click();
  await me.dialog.waitFor({ state: 'detached' });
  expect(heard('view_submission')).toMatchObject([
    {
      view: {
        state: {
          values: {
            place: { place: { selected_conversation: 'C0GENERAL' } },
            many: { many: { selected_option: { value: 'choice 11' } } },
          },
        },
      },
    },
  ]);
});

describe('the channel', () => {
  test('a command is completed, with its usage hint', async () => {
    const me = await visit();
    const composer = me.page.getByRole('textbox', { name: 'Message #cases' });
    await composer.fill('/ca');
    await me.page.getByRole('option', { name: 'open [what it is about] Support cases' }).waitFor();
    await composer.press('Tab');
    expect(await composer.inputValue()).toBe('/case ');
  });

  test('what came while somebody was away stands under a line', async () => {
    slack.say('U0MARIA', 'C0CASES', 'old');
    const me = await visit();
    await me.channel.getByText('old').waitFor();
    await me.page.getByRole('button', { name: 'general' }).click();
    await me.page.getByRole('heading', { name: '#general' }).waitFor();
    slack.say('U0MARIA', 'C0CASES', '@Tom Baker new');
    await me.page.getByRole('button', { name: 'cases 1 mention' }).click();
    await me.channel.getByRole('separator', { name: 'New' }).waitFor();
    const lines = me.channel.getByText(/^(old|New|@Tom Baker new)$/);
    expect(await lines.allTextContents()).toEqual(['old', 'New', '@Tom Baker new']);
  });

  test('on hover a time says when exactly, and how long ago', async () => {
    slack.say('U0MARIA', 'C0CASES', 'old');
    const me = await visit();
    const title = await me.channel.locator('time').first().getAttribute('title');
    expect(title).toMatch(/^\w+day, \w+ \d+\w\w \d+:\d\d:\d\d [AP]M · \d+ seconds? ago$/);
  });
});
