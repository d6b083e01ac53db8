import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Locator } from 'playwright-core';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { input, modal, options, plain, section, textInput } from '../sandbox/blocks.ts';
import { type Listeners, socketPair } from '../sandbox/bolt-app.ts';
import { PAGE_DIR, type Visitor } from './browser.ts';

/** The button of the latest message's menu. */
export const messageMenu = (me: Visitor): Locator =>
  me.channel.getByRole('button', { name: /Message actions|消息操作/ }).last();

const many = Array.from({ length: 12 }, (_, index) => `choice ${index + 1}`);

/** Every kind of input that the page draws. */
export const EVERY_INPUT: ModalView = modal(
  [
    section('*Every* input, and <@U0LINA> in a text'),
    textInput('text', { hint: plain('One line') }),
    input('long', { type: 'plain_text_input', multiline: true, max_length: 40 }, { optional: true }),
    input('few', { type: 'static_select', options: options('a', 'b') }, { optional: true }),
    input('many', { type: 'static_select', options: options(...many) }, { optional: true }),
    input('several', { type: 'multi_static_select', options: options('a', 'b') }, { optional: true }),
    input('radio', { type: 'radio_buttons', options: options('a', 'b') }, { optional: true }),
    input('boxes', { type: 'checkboxes', options: options('a', 'b') }, { optional: true }),
    input('person', { type: 'users_select' }, { optional: true }),
    input('place', { type: 'conversations_select', filter: { include: ['public'] } }, { optional: true }),
    input('date', { type: 'datepicker' }, { optional: true }),
    input('time', { type: 'timepicker' }, { optional: true }),
    input('instant', { type: 'datetimepicker' }, { optional: true }),
    input('files', { type: 'file_input', filetypes: ['pdf', 'txt'], max_files: 2 }, { optional: true }),
  ],
  { title: plain('Every input') },
);

/** A Home tab with a little of everything. */
const HOME: HomeView = {
  type: 'home',
  blocks: [
    { type: 'header', text: plain('Your cases') },
    {
      ...section('*#42* B0ABC12345, due <!date^1800000000^{date_short_pretty} {time}|soon>'),
      block_id: 'case-42',
      accessory: { type: 'overflow', action_id: 'more', options: options('open', 'close') },
    } as KnownBlock,
    { type: 'divider' },
    {
      type: 'actions',
      block_id: 'row',
      elements: [
        { type: 'button', action_id: 'mine', text: plain('Mine'), style: 'primary' },
        { type: 'button', action_id: 'drop', text: plain('Drop'), style: 'danger' },
        { type: 'static_select', action_id: 'which', options: options('a', 'b') },
      ],
    },
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'Nothing else is due today.' }] },
  ],
};

const listeners: Listeners = (app) => {
  app.command('/case', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: EVERY_INPUT });
  });
  app.shortcut(/^open/, async ({ ack, client, shortcut }) => {
    await ack();
    const from = shortcut.type === 'message_action' ? shortcut.message.text : undefined;
    await client.views.open({
      trigger_id: shortcut.trigger_id,
      view: modal([textInput('text', {}, from ?? 'from nowhere')], { title: plain('From a shortcut') }),
    });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: HOME });
  });
  app.action(/./, async ({ ack }) => ack());
  app.view('form', async ({ ack }) => ack());
};

/** An app that uses all that the page can draw. */
export const sampleApp = (): Promise<LocalSlack> =>
  socketPair(listeners, {
    pageDir: PAGE_DIR,
    commands: [{ name: '/case', hint: 'open [what it is about]', description: 'Support cases' }],
    shortcuts: [
      { name: 'Open a case from this', callbackId: 'open_from', type: 'message' },
      { name: 'Open a case', callbackId: 'open', type: 'global' },
    ],
  });
