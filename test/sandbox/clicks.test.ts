import type { BlockAction } from '@slack/bolt';
import { expect, test } from 'vitest';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { options, plain, section } from './blocks.ts';
import { clientOf, localSlack, socketApp } from './bolt-app.ts';

/** Posts a card with one of each control and collects what the app hears. */
async function card(): Promise<{
  slack: LocalSlack;
  heard: BlockAction[];
  ts: string;
  move: (ms: number) => void;
}> {
  let real = 0;
  const slack = await localSlack({ monotonic: () => real });
  const heard: BlockAction[] = [];
  await socketApp(slack, (app) => {
    app.action<BlockAction>(/.*/, async ({ ack, body }) => {
      heard.push(body);
      await ack();
    });
  });
  const { ts = '' } = await clientOf(slack).chat.postMessage({
    channel: 'C0CASES',
    text: '#42',
    blocks: [
      { type: 'section', text: plain('Owner'), accessory: { type: 'users_select', action_id: 'owner' } },
      {
        type: 'actions',
        block_id: 'buttons',
        elements: [
          { type: 'button', action_id: 'take', text: plain('Take it'), value: '42' },
          { type: 'overflow', action_id: 'more', options: options('show', 'close') },
          { type: 'datetimepicker', action_id: 'later' },
        ],
      },
    ],
  });
  return { slack, heard, ts, move: (ms) => void (real += ms) };
}

test('the payload says who, where and what', async () => {
  const { slack, heard, ts } = await card();
  const at = { channel: 'C0CASES', ts };
  await slack.click('U0LINA', at, 'take');
  await slack.click('U0LINA', at, 'more', 'close');
  await slack.click('U0LINA', at, 'owner', 'U0TOM');
  await slack.click('U0LINA', at, 'later', 1_773_000_000);
  expect(heard[0]).toMatchObject({
    type: 'block_actions',
    user: { id: 'U0LINA', name: 'li.na' },
    team: { id: 'T0DOCKET' },
    channel: { id: 'C0CASES', name: 'cases' },
    container: { type: 'message', message_ts: ts, channel_id: 'C0CASES', is_ephemeral: false },
    message: { ts, text: '#42', bot_id: 'B0DOCKET' },
    actions: [
      { type: 'button', action_id: 'take', block_id: 'buttons', value: '42', text: plain('Take it') },
    ],
  });
  expect(heard[1]?.actions).toMatchObject([{ type: 'overflow', selected_option: options('close')[0] }]);
  expect(heard[2]?.actions).toMatchObject([{ type: 'users_select', selected_user: 'U0TOM' }]);
  expect(heard[3]?.state?.values.buttons).toMatchObject({ later: { selected_date_time: 1_773_000_000 } });
  expect(new Set(heard.map((body) => body.trigger_id)).size).toBe(4);
});

test('a person can only use what is there and what they see', async () => {
  const { slack, ts } = await card();
  const at = { channel: 'C0CASES', ts };
  await expect(slack.click('U0LINA', at, 'tak')).rejects.toThrow(
    'There is no "tak" here; a person sees: owner, take, more, later',
  );
  await expect(slack.click('U0LINA', at, 'more', 'delete')).rejects.toThrow('no option "delete"');
  await expect(slack.click('U0LINA', at, 'more')).rejects.toThrow('needs a choice');
  await expect(slack.click('U0NOBODY', at, 'take')).rejects.toThrow('Nobody');
  await expect(slack.click('U0LINA', { channel: 'C0CASES', ts: '1.000000' }, 'take')).rejects.toThrow(
    'no message',
  );
});

test('ephemeral messages: no message in the payload; a response URL replaces and deletes them, five times', async () => {
  const { slack, heard, move } = await card();
  const elements = [{ type: 'button' as const, action_id: 'undo', text: plain('Undo') }];
  await clientOf(slack).chat.postEphemeral({
    channel: 'C0CASES',
    user: 'U0LINA',
    text: 'done',
    blocks: [{ type: 'actions', elements }],
  });
  const id = slack.ephemerals('U0LINA')[0]?.id ?? '';
  await expect(slack.click('U0TOM', { ephemeral: id }, 'undo')).rejects.toThrow('sees no ephemeral message');
  await slack.click('U0LINA', { ephemeral: id }, 'undo');
  expect(heard[0]).toMatchObject({ container: { is_ephemeral: true } });
  expect(heard[0]).not.toHaveProperty('message');

  const respond = async (body: object) => {
    const url = heard.at(-1)?.response_url ?? '';
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    return [response.status, ((await response.json()) as { error?: string }).error];
  };
  expect(await respond({ text: 'undone', blocks: [section('undone')], replace_original: true })).toEqual([
    200,
    undefined,
  ]);
  expect(slack.ephemerals('U0LINA')).toMatchObject([{ id, text: 'undone' }]);
  expect(await respond({ text: '', blocks: [{ type: 'nonsense' }] })).toEqual([400, 'invalid_blocks']);
  expect(await respond({ delete_original: true })).toEqual([200, undefined]);
  expect(slack.ephemerals('U0LINA')).toEqual([]);
  await respond({ text: 'to all', response_type: 'in_channel' });
  expect(slack.messages('C0CASES').at(-1)).toMatchObject({ text: 'to all', user: 'U0DOCKET' });
  await respond({ text: '4' });
  await respond({ text: '5' });
  expect(await respond({ text: '6' })).toEqual([404, 'used_url']);

  await slack.click('U0LINA', { channel: 'C0CASES', ts: slack.messages('C0CASES')[0]?.ts ?? '' }, 'take');
  move(30 * 60_000 + 1);
  expect(await respond({ text: 'late' })).toEqual([404, 'expired_url']);
});
