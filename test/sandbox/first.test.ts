import { afterEach, expect, test } from 'vitest';
import { startLocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { socketApp } from './bolt-app.ts';

test('first light', async () => {
  const slack = await startLocalSlack();
  const app = socketApp(slack);
  app.command('/case', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'open',
        title: { type: 'plain_text', text: 'Open' },
        submit: { type: 'plain_text', text: 'Open' },
        blocks: [
          {
            type: 'input',
            block_id: 'what',
            label: { type: 'plain_text', text: 'What' },
            element: { type: 'plain_text_input', action_id: 'what' },
          },
        ],
      },
    });
  });
  app.view('open', async ({ ack, client, view }) => {
    await ack();
    const text = view.state.values.what?.what?.value ?? '';
    await client.chat.postMessage({ channel: 'C0CASES', text });
  });
  await app.start();
  expect(await slack.command('U0LINA', 'C0CASES', '/case open')).toEqual({ acked: true });
  await slack.eventually(() => slack.views('U0LINA').length === 1);
  expect(await slack.submit('U0LINA', { what: 'hello' })).toEqual({ acked: true, closed: true, errors: {} });
  await slack.eventually(() => slack.messages('C0CASES').length === 1);
  expect(slack.messages('C0CASES')[0]?.text).toBe('hello');
  expect(slack.warnings).toEqual([]);
  const t = performance.now();
  await app.stop();
  console.log('stop', performance.now() - t);
  await slack.close();
  console.log('close', performance.now() - t);
});
