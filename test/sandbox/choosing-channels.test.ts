import type { ConversationsSelect } from '@slack/types';
import { beforeEach, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { SAMPLE_WORKSPACE } from '../../src/sandbox/local-slack/workspace.ts';
import { input, modal } from './blocks.ts';
import { clientOf, localSlack, socketApp } from './bolt-app.ts';

const workspace = {
  ...SAMPLE_WORKSPACE,
  channels: [
    ...SAMPLE_WORKSPACE.channels,
    { id: 'G0LEADS', name: 'leads', isPrivate: true, members: ['U0MARIA'] },
    { id: 'G0SECRET', name: 'secret', isPrivate: true, hasBot: false },
    { id: 'C0OLD', name: 'old', isArchived: true },
  ],
};

let slack: LocalSlack;
let picker: ConversationsSelect = { type: 'conversations_select' };
beforeEach(async () => {
  slack = await localSlack({ workspace });
});

const refused = (code: string) => expect.objectContaining({ data: expect.objectContaining({ error: code }) });
const ids = (channels: { id?: string }[] | undefined) => channels?.map(({ id }) => id);

test('what the bot sees: a private channel only where it is a member', async () => {
  const { conversations, users } = clientOf(slack);
  slack.dm('U0TOM');
  const types = 'public_channel,private_channel,im';
  expect(ids((await conversations.list({ types, exclude_archived: true })).channels)).toEqual([
    'C0CASES',
    'C0GENERAL',
    'G0LEADS',
    'D0TOM',
  ]);
  expect(ids((await users.conversations({ types })).channels)).not.toContain('C0GENERAL');
  expect(ids((await users.conversations({ types, user: 'U0TOM' })).channels)).toEqual([
    'C0CASES',
    'C0GENERAL',
    'C0OLD',
    'D0TOM',
  ]);
  const flags = async (channel: string) => (await conversations.info({ channel })).channel;
  expect(await flags('G0LEADS')).toMatchObject({ is_private: true, is_member: true });
  expect(await flags('C0GENERAL')).toMatchObject({ is_private: false, is_member: false });
  await expect(conversations.info({ channel: 'G0SECRET' })).rejects.toEqual(refused('channel_not_found'));
});

test('each kind of channel wants its own scope', async () => {
  const narrow = await localSlack({ scopes: ['channels:read', 'chat:write', 'im:write'] });
  const { conversations, users, chat } = clientOf(narrow);
  await conversations.list();
  for (const types of ['private_channel', 'public_channel,im']) {
    await expect(conversations.list({ types })).rejects.toEqual(refused('missing_scope'));
    await expect(users.conversations({ types })).rejects.toEqual(refused('missing_scope'));
  }
  await expect(clientOf(slack).conversations.list({ types: 'secret' })).rejects.toEqual(
    refused('invalid_types'),
  );
  const posted = await chat.postMessage({ channel: 'U0TOM', text: 'hello' });
  expect(posted.channel).toBe(narrow.dm('U0TOM'));
  expect(narrow.messages(narrow.dm('U0TOM'))).toMatchObject([{ text: 'hello', user: narrow.botUserId }]);
});

const filters: { filter: Pick<ConversationsSelect, 'filter'>; offered: string[]; missing: string[] }[] = [
  { filter: {}, offered: ['C0CASES', 'G0LEADS', 'D0MARIA'], missing: ['C0OLD', 'D0TOM'] },
  { filter: { filter: { include: ['public'] } }, offered: ['C0CASES'], missing: ['G0LEADS', 'D0MARIA'] },
  { filter: { filter: { include: ['private'] } }, offered: ['G0LEADS'], missing: ['C0CASES', 'D0MARIA'] },
  { filter: { filter: { exclude_bot_users: true } }, offered: ['G0LEADS'], missing: ['D0MARIA'] },
];

test.each(filters)('a person chooses among what $filter leaves', async ({ filter, offered, missing }) => {
  slack.dm('U0MARIA');
  slack.dm('U0TOM');
  picker = { type: 'conversations_select', ...filter };
  await openFor('U0MARIA');
  for (const id of offered) await slack.fill('U0MARIA', { where: id });
  expect(slack.views('U0MARIA')[0]?.view.state).toMatchObject({
    values: { where: { where: { selected_conversation: offered.at(-1) } } },
  });
  for (const id of missing) await expect(slack.fill('U0MARIA', { where: id })).rejects.toThrow('unknown id');
});

test('nobody is offered a private channel of others, in a message neither', async () => {
  picker = { type: 'conversations_select' };
  await openFor('U0TOM');
  await expect(slack.fill('U0TOM', { where: 'G0LEADS' })).rejects.toThrow('unknown id G0LEADS');
  const where = { type: 'conversations_select' as const, action_id: 'where' };
  const blocks = [{ type: 'actions' as const, elements: [where] }];
  await clientOf(slack).chat.postMessage({ channel: 'C0CASES', text: 'Where?', blocks });
  const [message] = slack.messages('C0CASES');
  const target = { channel: 'C0CASES', ts: message?.ts ?? '' };
  await slack.click('U0TOM', target, 'where', 'C0GENERAL');
  expect(slack.deliveries.at(-1)?.payload).toMatchObject({
    actions: [{ type: 'conversations_select', selected_conversation: 'C0GENERAL' }],
  });
  await expect(slack.click('U0TOM', target, 'where', 'G0LEADS')).rejects.toThrow('unknown id G0LEADS');
});

async function openFor(user: string): Promise<void> {
  await socketApp(slack, (app) => {
    app.command('/case', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: modal([input('where', picker)]) });
    });
    app.action('where', async ({ ack }) => ack());
  });
  await slack.command(user, 'C0CASES', '/case');
  await slack.eventually(() => slack.views(user).length === 1);
}
