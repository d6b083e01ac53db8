import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BlockAction } from '@slack/bolt';
import { expect, test } from 'vitest';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import type { SandboxAct, SandboxState } from '../../src/sandbox/protocol.ts';
import { input, modal, options, plain, section, textInput } from './blocks.ts';
import { clientOf, type Listeners, localSlack, socketApp } from './bolt-app.ts';

const app: Listeners = (bolt) => {
  bolt.command('/case', async ({ ack, client, body, command }) => {
    await ack();
    const blocks = [
      textInput('what', {}, command.text),
      input('kind', { type: 'static_select', options: options('a', 'b') }, { dispatch_action: true }),
    ];
    await client.views.open({ trigger_id: body.trigger_id, view: modal(blocks) });
  });
  bolt.action('kind', async ({ ack }) => ack());
  bolt.action('take', async ({ ack, respond }) => {
    await ack();
    await respond('taken');
  });
  bolt.view('form', async ({ ack, view }) => {
    if (view.state.values.what?.what?.value === 'bad')
      await ack({ response_action: 'errors', errors: { what: 'No.' } });
    else await ack();
  });
};

async function act(slack: LocalSlack, one: SandboxAct): Promise<unknown> {
  const response = await fetch(`${slack.url}sandbox/act`, { method: 'POST', body: JSON.stringify(one) });
  return response.json();
}

async function stateOf(slack: LocalSlack): Promise<SandboxState> {
  return (await fetch(`${slack.url}sandbox/state`)).json() as Promise<SandboxState>;
}

test('the page types a command, chooses, is refused, corrects, closes', async () => {
  const slack = await localSlack();
  await socketApp(slack, app);
  const ok = { ok: true };
  expect(await act(slack, { type: 'say', user: 'U0LINA', channel: 'C0CASES', text: '/case hello' })).toEqual(
    ok,
  );
  const [view] = await slack.eventually(
    async () => (await stateOf(slack)).views.length === 1 && (await stateOf(slack)).views,
  );
  const id = view?.id ?? '';
  const typed = (value: string) => ({ what: { what: { type: 'plain_text_input', value } } });
  const action = {
    type: 'static_select',
    block_id: 'kind',
    action_id: 'kind',
    selected_option: options('b')[0],
  };
  const source = { kind: 'view' as const, id };
  expect(await act(slack, { type: 'action', user: 'U0LINA', source, action, values: typed('bad') })).toEqual(
    ok,
  );
  expect((await stateOf(slack)).views[0]?.view.state).toMatchObject({
    values: { ...typed('bad'), kind: { kind: { selected_option: { value: 'b' } } } },
  });
  await act(slack, { type: 'submit', user: 'U0LINA', view: id, values: typed('bad') });
  expect((await stateOf(slack)).views[0]?.errors).toEqual({ what: 'No.' });
  await act(slack, { type: 'submit', user: 'U0LINA', view: id, values: typed('good') });
  expect((await stateOf(slack)).views).toEqual([]);
  expect(await act(slack, { type: 'close', user: 'U0LINA', view: id })).toEqual({
    ok: false,
    error: 'This modal is no longer open',
  });
});

test('the page clicks a button of a message and dismisses the answer; it cannot click what is not there', async () => {
  const slack = await localSlack();
  await socketApp(slack, app);
  const button = { type: 'button' as const, action_id: 'take', text: plain('Take it') };
  const blocks = [section('#42'), { type: 'actions' as const, block_id: 'b', elements: [button] }];
  const { ts = '' } = await clientOf(slack).chat.postMessage({ channel: 'C0CASES', text: '#42', blocks });
  const source = { kind: 'message' as const, channel: 'C0CASES', ts };
  await act(slack, {
    type: 'action',
    user: 'U0TOM',
    source,
    action: { type: 'button', block_id: 'b', action_id: 'take' },
  });
  const { ephemerals } = await slack.eventually(async () => {
    const state = await stateOf(slack);
    return state.ephemerals.length === 1 && state;
  });
  expect(ephemerals).toMatchObject([{ user: 'U0TOM', text: 'taken' }]);
  await act(slack, { type: 'dismiss', id: ephemerals[0]?.id ?? '' });
  expect((await stateOf(slack)).ephemerals).toEqual([]);
  const wrong = await act(slack, {
    type: 'action',
    user: 'U0TOM',
    source,
    action: { type: 'button', block_id: 'b', action_id: 'x' },
  });
  expect(wrong).toEqual({ ok: false, error: 'There is no "b/x" here; a person sees: take' });
});

test('a click on a button that was redrawn or went away a moment before still reaches the app', async () => {
  const slack = await localSlack();
  const heard: unknown[] = [];
  await socketApp(slack, (bolt) => {
    bolt.action<BlockAction>(/.*/, async ({ ack, body }) => {
      heard.push(body.actions[0]);
      await ack();
    });
  });
  const { chat } = clientOf(slack);
  const row = (actionId: string) => [
    {
      type: 'actions' as const,
      elements: [{ type: 'button' as const, action_id: actionId, text: plain('Go') }],
    },
  ];
  const { ts = '' } = await chat.postMessage({ channel: 'C0CASES', text: '#42', blocks: row('ready') });
  const seen = (await stateOf(slack)).messages[0]?.blocks[0] as { block_id: string };
  const click = (actionId: string) =>
    act(slack, {
      type: 'action',
      user: 'U0TOM',
      source: { kind: 'message', channel: 'C0CASES', ts },
      action: { type: 'button', block_id: seen.block_id, action_id: actionId },
    });
  await chat.update({ channel: 'C0CASES', ts, text: '#42', blocks: row('ready') });
  expect(await click('ready')).toEqual({ ok: true });
  await chat.update({ channel: 'C0CASES', ts, text: '#42', blocks: row('submitted') });
  expect(await click('ready')).toEqual({ ok: true });
  expect(await click('never')).toMatchObject({ ok: false });
  expect(heard).toMatchObject([{ action_id: 'ready' }, { action_id: 'ready' }]);
});

test('slash commands do not work in threads', async () => {
  const slack = await localSlack();
  const { ts } = slack.say('U0LINA', 'C0CASES', 'root');
  await act(slack, { type: 'say', user: 'U0LINA', channel: 'C0CASES', threadTs: ts, text: '/case open' });
  await act(slack, { type: 'say', user: 'U0LINA', channel: 'C0CASES', threadTs: ts, text: 'a reply' });
  const { slackErrors, messages } = await stateOf(slack);
  expect(slackErrors).toMatchObject([{ user: 'U0LINA', text: '/case is not supported in threads. Sorry!' }]);
  expect(messages[1]).toMatchObject({ threadTs: ts, text: 'a reply' });
});

test('the stream sends whole states, coalesced; the clock is turned by the product', async () => {
  let now = 1_000_000;
  const upcoming = [{ at: 2_000_000, label: '#42', text: { en: 'Check', 'zh-CN': '查看' } }];
  const turned: number[] = [];
  const hooks = {
    upcoming: async () => upcoming,
    turn: async (by: number) => {
      turned.push(by);
      now += by;
    },
    turnToNext: async () => void (now = 2_000_000),
  };
  const slack = await localSlack({ now: () => now, hooks });
  const response = await fetch(`${slack.url}sandbox/stream`);
  const states: SandboxState[] = [];
  void (async () => {
    for await (const chunk of response.body ?? []) {
      for (const line of new TextDecoder().decode(chunk).split('\n\n')) {
        if (line.startsWith('data: ')) states.push(JSON.parse(line.slice(6)) as SandboxState);
      }
    }
  })().catch(() => {});
  await slack.eventually(() => states.length === 1);
  expect(states[0]).toMatchObject({ now: 1_000_000, upcoming });
  for (let index = 0; index < 20; index += 1) slack.say('U0LINA', 'C0CASES', `m${index}`);
  await slack.eventually(() => states.length > 1);
  expect(states).toHaveLength(2);
  expect(states[1]?.messages).toHaveLength(20);
  await act(slack, { type: 'turn', by: 60_000 });
  await slack.eventually(() => states.at(-1)?.now === 1_060_000);
  await act(slack, { type: 'turn-to-next' });
  await slack.eventually(() => states.at(-1)?.now === 2_000_000);
  expect(turned).toEqual([60_000]);
});

test('the built page, its files, permalinks, and nothing outside its folder', async () => {
  const pageDir = await mkdtemp(join(tmpdir(), 'page-'));
  await writeFile(join(pageDir, 'index.html'), '<p>page</p>');
  await writeFile(join(pageDir, 'main.js'), 'go()');
  const slack = await localSlack({ pageDir });
  const get = async (path: string) => {
    const response = await fetch(slack.url + path);
    return [response.status, response.headers.get('content-type'), response.ok ? await response.text() : ''];
  };
  expect(await get('')).toEqual([200, 'text/html; charset=utf-8', '<p>page</p>']);
  expect(await get('archives/C0CASES/p1')).toEqual([200, 'text/html; charset=utf-8', '<p>page</p>']);
  expect(await get('main.js')).toEqual([200, 'text/javascript; charset=utf-8', 'go()']);
  expect((await get('none.js'))[0]).toBe(404);
  expect((await get('..%2f..%2fetc%2fpasswd'))[0]).toBe(404);
});

test('an eventual check that fails shows what stands in the channels', async () => {
  const slack = await localSlack();
  slack.say('U0LINA', 'C0CASES', 'hello there');
  const waiting = slack.eventually(() => {
    expect(slack.messages('C0CASES')).toHaveLength(2);
    return true;
  }, 30);
  await expect(waiting).rejects.toThrow(
    /Not within 30 ms: .*have a length of 2[\s\S]*\[cases\] .* Li Na: hello there/,
  );
});
