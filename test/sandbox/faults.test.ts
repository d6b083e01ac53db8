import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { clientOf, localSlack, socketApp, socketPair } from './bolt-app.ts';

const message = { channel: 'C0CASES', text: 'hello' };

describe('the Web API', () => {
  test('accepted or not, as each fault says', async () => {
    const slack = await localSlack();
    const client = clientOf(slack);
    const post = (text: string) => client.chat.postMessage({ ...message, text });
    const { faults } = slack;

    faults.fail('chat.postMessage', { kind: 'error', code: 'internal_error' });
    await expect(post('error')).rejects.toMatchObject({ data: { error: 'internal_error' } });
    faults.fail('chat.postMessage', { kind: 'status', status: 503 });
    await expect(post('503')).rejects.toMatchObject({ statusCode: 503 });
    faults.fail('chat.postMessage', { kind: 'hang' });
    await expect(post('hang')).rejects.toThrow('timeout');
    faults.fail('chat.postMessage', { kind: 'reset' });
    await expect(post('reset')).rejects.toThrow('fetch failed');
    expect(slack.messages('C0CASES')).toEqual([]);

    faults.fail('chat.postMessage', { kind: 'accept_then_reset' });
    await expect(post('accepted 1')).rejects.toThrow('fetch failed');
    faults.fail('chat.postMessage', { kind: 'accept_then_hang' });
    await expect(post('accepted 2')).rejects.toThrow('timeout');
    faults.fail('chat.postMessage', { kind: 'accept_then_status', status: 500 });
    await expect(post('accepted 3')).rejects.toMatchObject({ statusCode: 500 });
    faults.fail('chat.postMessage', { kind: 'delay', ms: 20 });
    await post('late');
    const texts = slack.messages('C0CASES').map((one) => one.text);
    expect(texts).toEqual(['accepted 1', 'accepted 2', 'accepted 3', 'late']);
    expect(slack.calls.map((call) => [call.fault?.kind, call.answer?.ok])).toEqual([
      ['error', undefined],
      ['status', undefined],
      ['hang', undefined],
      ['reset', undefined],
      ['accept_then_reset', true],
      ['accept_then_hang', true],
      ['accept_then_status', true],
      ['delay', true],
    ]);
  });

  test('rate limits with and without Retry-After', async () => {
    const slack = await localSlack();
    const client = clientOf(slack);
    slack.faults.fail('chat.postMessage', { kind: 'rate_limited', retryAfter: 7 });
    await expect(client.chat.postMessage(message)).rejects.toMatchObject({ retryAfter: 7 });
    slack.faults.fail('chat.postMessage', { kind: 'rate_limited', retryAfter: null });
    await expect(client.chat.postMessage(message)).rejects.toThrow('retry-after header: null');
  });

  test('for one channel, for some calls, for every method, until lifted', async () => {
    const slack = await localSlack();
    const client = clientOf(slack);
    const error = { kind: 'error', code: 'ekm_access_denied' } as const;
    slack.faults.fail('chat.postMessage', error, { channel: 'C0CASES', times: 2 });
    await client.chat.postMessage({ channel: 'U0LINA', text: 'elsewhere' });
    await expect(client.chat.postMessage(message)).rejects.toThrow('ekm_access_denied');
    await expect(client.chat.postMessage(message)).rejects.toThrow('ekm_access_denied');
    await client.chat.postMessage(message);
    const lift = slack.faults.fail(
      '*',
      { kind: 'error', code: 'token_revoked' },
      { times: Number.POSITIVE_INFINITY },
    );
    await expect(client.auth.test()).rejects.toThrow('token_revoked');
    await expect(client.team.info()).rejects.toThrow('token_revoked');
    lift();
    await client.auth.test();
    slack.faults.fail('auth.test', error);
    slack.faults.clear();
    await client.auth.test();
  });

  test('hooks before and after the effect, which the answer waits for', async () => {
    const slack = await localSlack();
    const seen: string[] = [];
    const count = () => `${slack.messages('C0CASES').length} there`;
    const stop = slack.faults.on('chat.postMessage', 'arrival', async (call) => {
      await Promise.resolve();
      seen.push(`arrived: ${String(call.args.text)}, ${count()}`);
    });
    slack.faults.on('chat.postMessage', 'effect', () => void seen.push(`done, ${count()}`));
    await clientOf(slack).chat.postMessage(message);
    expect(seen).toEqual(['arrived: hello, 0 there', 'done, 1 there']);
    stop();
  });
});

describe('on the way to the app', () => {
  test('an event that is not acknowledged comes again with the same id, three times at most', async () => {
    const retries: unknown[] = [];
    const ids = new Set<string>();
    const slack = await localSlack({ ackMs: 40, eventRetryMs: [0, 5, 5] });
    const { url = '' } = await clientOf(slack, slack.appToken).apps.connections.open();
    const socket = new WebSocket(url);
    socket.on('message', (data) => {
      const { type, retry_attempt, retry_reason, payload } = JSON.parse(
        Buffer.isBuffer(data) ? data.toString() : '{}',
      );
      if (type !== 'events_api') return;
      retries.push([retry_attempt, retry_reason]);
      ids.add(payload.event_id);
    });
    await slack.eventually(() => slack.connections === 1);
    slack.say('U0LINA', slack.dm('U0LINA'), 'hello');
    await slack.eventually(() => slack.deliveries[0]?.attempts.length === 4);
    expect(retries).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
      [3, 'timeout'],
    ]);
    expect(ids.size).toBe(1);
    socket.close();
  });

  test('the same event three times', async () => {
    const heard: string[] = [];
    const slack = await socketPair((app) => {
      app.event('app_mention', async ({ body }) => void heard.push(body.event_id));
    });
    slack.faults.repeatNextDelivery(3);
    slack.say('U0LINA', 'C0CASES', '@Docket hello');
    await slack.eventually(() => heard.length === 3);
    expect(new Set(heard).size).toBe(1);
    expect(slack.deliveries).toHaveLength(1);
  });

  test('two sockets take turns', async () => {
    const taken = { first: 0, second: 0 };
    const slack = await socketPair((app) => {
      app.command('/case', async ({ ack }) => {
        taken.first += 1;
        await ack();
      });
    });
    await socketApp(slack, (app) => {
      app.command('/case', async ({ ack }) => {
        taken.second += 1;
        await ack();
      });
    });
    for (let index = 0; index < 4; index += 1) await slack.command('U0LINA', 'C0CASES', '/case');
    expect(taken).toEqual({ first: 2, second: 2 });
  });

  test('after a disconnect message a socket gets nothing more', async () => {
    const slack = await socketPair((app) => app.command('/case', async ({ ack }) => ack()));
    slack.faults.disconnectSockets('refresh_requested');
    expect(slack.connections).toBe(0);
    expect((await slack.command('U0LINA', 'C0CASES', '/case')).error).toContain('dispatch_failed');
  });

  test('a socket URL works once', async () => {
    const slack = await localSlack();
    const { url = '' } = await clientOf(slack, slack.appToken).apps.connections.open();
    const opens = (it: WebSocket) =>
      new Promise((resolve) => {
        it.on('open', () => resolve(true));
        it.on('error', () => resolve(false));
      });
    expect(await opens(new WebSocket(url))).toBe(true);
    expect(await opens(new WebSocket(url))).toBe(false);
  });
});
