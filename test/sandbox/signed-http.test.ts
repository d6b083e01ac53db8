import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { httpPair, localSlack } from './bolt-app.ts';

const event = {
  type: 'event_callback',
  event: { type: 'app_mention', user: 'U0LINA' },
  team_id: 'T0DOCKET',
  authorizations: [],
};

test('a real receiver takes what is signed and refuses what is forged or stale', async () => {
  const slack = await httpPair(() => {});
  const status = async (forgery?: object) => (await slack.postSigned('events_api', event, forgery)).status;
  expect(await status()).toBe(200);
  expect(await status({ secret: 'another' })).toBe(401);
  expect(await status({ signature: 'v0=00' })).toBe(401);
  expect(await status({ ageSeconds: 301 })).toBe(401);
  expect(await status({ ageSeconds: 299 })).toBe(200);
});

test('a receiver that fails: events come again with Slack’s headers', async () => {
  const heard: unknown[] = [];
  const receiver = createServer((request, response) => {
    const { 'x-slack-retry-num': attempt, 'x-slack-retry-reason': reason } = request.headers;
    heard.push([attempt, reason]);
    response.writeHead(heard.length < 3 ? 500 : 200).end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  onTestFinished(() => void receiver.close());
  const address = receiver.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const slack = await localSlack({ requestUrl: () => `http://127.0.0.1:${port}/`, eventRetryMs: [0, 0, 0] });
  slack.say('U0LINA', 'C0CASES', '@Docket hello');
  await slack.eventually(() => slack.deliveries[0]?.attempts.at(-1)?.ack.acked);
  expect(heard).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
  ]);
});
