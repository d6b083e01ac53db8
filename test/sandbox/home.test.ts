import type { HomeView, KnownBlock } from '@slack/types';
import { expect, test } from 'vitest';
import { input, options, plain, section } from './blocks.ts';
import { clientOf, localSlack, socketPair } from './bolt-app.ts';

const home = (blocks: KnownBlock[]): HomeView => ({ type: 'home', blocks });
const refused = (code: string) => expect.objectContaining({ data: expect.objectContaining({ error: code }) });
const row: KnownBlock = {
  type: 'actions',
  block_id: 'row',
  elements: [{ type: 'button', action_id: 'mine', text: plain('Mine'), value: '7' }],
};

test('a person opens the Home tab: the app hears it and publishes; a click says where it came from', async () => {
  const slack = await socketPair((app) => {
    app.event('app_home_opened', async ({ event, client }) => {
      if (event.tab === 'home')
        await client.views.publish({ user_id: event.user, view: home([section('Hi'), row]) });
    });
    app.action('mine', async ({ ack }) => ack());
  });
  slack.openHome('U0LINA');
  const shown = await slack.eventually(() => slack.home('U0LINA'));
  expect(slack.deliveries[0]?.payload).toMatchObject({
    event: { type: 'app_home_opened', user: 'U0LINA', channel: slack.dm('U0LINA'), tab: 'home' },
  });
  expect((await slack.state()).homes).toMatchObject([{ user: 'U0LINA', view: { type: 'home' } }]);
  expect((await slack.state()).views).toEqual([]);

  expect(await slack.click('U0LINA', { view: shown.id }, 'mine')).toEqual({ acked: true });
  const { payload } = slack.deliveries.at(-1) ?? {};
  expect(payload).toMatchObject({
    type: 'block_actions',
    container: { type: 'view', view_id: shown.id },
    view: { id: shown.id, type: 'home', hash: shown.view.hash },
    actions: [{ action_id: 'mine', block_id: 'row', value: '7' }],
    trigger_id: expect.stringMatching(/./),
  });
  expect(payload).not.toHaveProperty('channel');
  expect(payload).not.toHaveProperty('response_url');
});

test('what Slack refuses in a Home tab', async () => {
  const slack = await localSlack();
  const { views } = clientOf(slack);
  const publish = (view: object) => views.publish({ user_id: 'U0LINA', view: view as HomeView });
  const invalid = refused('invalid_arguments');
  await expect(publish({ ...home([]), type: 'modal' })).rejects.toEqual(invalid);
  await expect(publish({ ...home([]), submit: plain('Send') })).rejects.toEqual(invalid);
  await expect(publish(home([input('file', { type: 'file_input' })]))).rejects.toEqual(invalid);
  await publish(home(Array.from({ length: 100 }, () => section('x'))));
  await expect(publish(home(Array.from({ length: 101 }, () => section('x'))))).rejects.toEqual(invalid);
  const old = String(slack.home('U0LINA')?.view.hash);
  await publish(home([]));
  await expect(views.publish({ user_id: 'U0LINA', hash: old, view: home([]) })).rejects.toEqual(
    refused('hash_conflict'),
  );
});

test('a choice in the Home tab stays when the app draws it anew', async () => {
  const slack = await socketPair((app) => app.action('who', async ({ ack }) => ack()));
  const { views } = clientOf(slack);
  const choice: KnownBlock = {
    type: 'actions',
    block_id: 'row',
    elements: [{ type: 'static_select', action_id: 'who', options: options('a', 'b') }],
  };
  await views.publish({ user_id: 'U0LINA', view: home([choice]) });
  await slack.click('U0LINA', { view: slack.home('U0LINA')?.id ?? '' }, 'who', 'b');
  await views.publish({ user_id: 'U0LINA', view: home([section('new'), choice]) });
  expect(slack.home('U0LINA')?.view.state).toMatchObject({
    values: { row: { who: { selected_option: { value: 'b' } } } },
  });
});
