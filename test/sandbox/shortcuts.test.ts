import { expect, test } from 'vitest';
import { localSlack, socketPair } from './bolt-app.ts';

const shortcuts = [
  { name: 'Open a case from this', callbackId: 'open_from', type: 'message' as const },
  { name: 'Open a case', callbackId: 'open', type: 'global' as const },
];

test('a message shortcut carries the message, its place and a trigger', async () => {
  const slack = await socketPair((app) => app.shortcut(/./, async ({ ack }) => ack()), { shortcuts });
  const root = slack.say('U0TOM', 'C0CASES', 'root');
  const reply = slack.say('U0LINA', 'C0CASES', 'the answer', root.ts);
  await slack.shortcut('U0MARIA', 'open_from', reply);
  expect(slack.deliveries[0]?.payload).toMatchObject({
    type: 'message_action',
    callback_id: 'open_from',
    trigger_id: expect.stringMatching(/./),
    response_url: expect.stringContaining('/response/'),
    action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
    channel: { id: 'C0CASES', name: 'cases' },
    user: { id: 'U0MARIA' },
    team: { id: slack.teamId },
    message_ts: reply.ts,
    message: { type: 'message', ts: reply.ts, thread_ts: root.ts, user: 'U0LINA', text: 'the answer' },
  });
  await slack.shortcut('U0MARIA', 'open');
  const { payload } = slack.deliveries[1] ?? {};
  expect(payload).toMatchObject({ type: 'shortcut', callback_id: 'open', user: { id: 'U0MARIA' } });
  expect(payload).not.toHaveProperty('channel');
  expect(payload).not.toHaveProperty('response_url');
});

test('only what the app registered, and of that kind; a message that is gone', async () => {
  const slack = await localSlack({ shortcuts });
  const message = slack.say('U0TOM', 'C0CASES', 'hello');
  await expect(slack.shortcut('U0TOM', 'open', message)).rejects.toThrow('no message shortcut "open"');
  await expect(slack.shortcut('U0TOM', 'open_from')).rejects.toThrow('no global shortcut "open_from"');
  await expect(slack.shortcut('U0TOM', 'open_from', { ...message, ts: '1.000000' })).rejects.toThrow(
    'There is no message',
  );
  expect((await (await localSlack()).state()).shortcuts).toEqual([]);
  expect((await slack.state()).shortcuts).toEqual(shortcuts);
});

test('an app that does not answer in time: the person reads it', async () => {
  const slack = await socketPair((app) => app.shortcut('open', async () => {}), { shortcuts, ackMs: 50 });
  expect(await slack.shortcut('U0TOM', 'open')).toMatchObject({ acked: false });
  expect(slack.slackErrors).toMatchObject([{ user: 'U0TOM', text: expect.stringContaining('shortcut') }]);
});

test.each([
  ['a name above 24 characters', [{ ...shortcuts[0], name: 'x'.repeat(25) }]],
  ['one callback_id twice', [shortcuts[1], shortcuts[1]]],
])('Slack takes no manifest with %s', async (_what, wrong) => {
  await expect(localSlack({ shortcuts: wrong as typeof shortcuts })).rejects.toThrow(/shortcut/);
});
