import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { anchoredClock } from '../../src/clock.ts';
import type { Log } from '../../src/desk/ports/log.ts';
import { KeptWorld, KeptWorldError } from '../../src/sandbox/kept-world.ts';
import { startLocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { SAMPLE_WORKSPACE } from '../../src/sandbox/local-slack/workspace.ts';
import { type MovableClock, movableClock } from '../../src/sandbox/movable-clock.ts';
import { modal, plain, section, textInput } from './blocks.ts';
import { type Listeners, socketApp } from './bolt-app.ts';

const HOUR = 3_600_000;
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'docket-kept-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A local Slack in a folder, without the product. `realNow` is the machine's time. */
async function sandboxIn(folder: string, { realNow = Date.now(), workspace = SAMPLE_WORKSPACE } = {}) {
  const kept = new KeptWorld(folder, silent);
  const clock: MovableClock = movableClock(anchoredClock(realNow), () => kept.changed());
  const slack = await startLocalSlack({ now: () => clock.now(), workspace });
  const kill = async () => {
    kept.end();
    await slack.close();
  };
  onTestFinished(kill);
  const stop = () => {
    kept.finish();
    return kill();
  };
  return { kept, clock, slack, stop, kill, takeUp: () => kept.takeUp(slack, clock) };
}

async function started(folder: string, options?: Parameters<typeof sandboxIn>[1]) {
  const sandbox = await sandboxIn(folder, options);
  sandbox.takeUp();
  return sandbox;
}

const card = (presses: number) => [
  section(`Pressed ${presses} times`),
  {
    type: 'actions' as const,
    elements: [{ type: 'button' as const, action_id: 'press', text: plain('Press'), value: String(presses) }],
  },
];

/** A card that counts how often its button was pressed, notes each press in its thread and answers privately. */
const listeners: Listeners = (app) => {
  app.command('/case', async ({ ack, client, body }) => {
    await ack();
    if (body.text === 'form')
      return void (await client.views.open({
        trigger_id: body.trigger_id,
        view: modal([textInput('what')]),
      }));
    await client.chat.postMessage({
      channel: 'C0CASES',
      text: 'Pressed 0 times',
      blocks: card(0),
      metadata: { event_type: 'card', event_payload: { key: '1.card' } },
    });
    await client.chat.postMessage({ channel: body.user_id, text: 'Your card stands in #cases' });
  });
  app.action('press', async ({ ack, client, body, action, respond }) => {
    await ack();
    if (body.type !== 'block_actions' || action.type !== 'button' || !body.message || !body.channel) return;
    const presses = Number(action.value) + 1;
    const where = { channel: body.channel.id };
    const text = `Pressed ${presses} times`;
    await client.chat.update({ ...where, ts: body.message.ts, text, blocks: card(presses) });
    await client.chat.postMessage({ ...where, thread_ts: body.message.ts, text: `Press ${presses}` });
    await respond({ text: 'Thank you', response_type: 'ephemeral' });
  });
};

/** Everything that people see. */
async function seen(slack: Awaited<ReturnType<typeof sandboxIn>>['slack']) {
  const { messages, ephemerals, channels } = await slack.state();
  return { messages, ephemerals, channels };
}

test('two restarts show the same messages and threads, and the button goes on with the same card', async () => {
  const folder = tempFolder();
  let before: Awaited<ReturnType<typeof seen>> | undefined;
  for (const round of [1, 2, 3]) {
    const { slack, stop } = await started(folder);
    before ??= await seen(slack);
    expect(await seen(slack)).toEqual(before);
    const app = await socketApp(slack, listeners);
    if (round === 1) await slack.command('U0LINA', 'C0CASES', '/case');
    const root = await slack.eventually(() => slack.messages('C0CASES')[0]);
    await slack.eventually(() => slack.messages(slack.dm('U0LINA')).length === 1);
    expect(slack.metadata('C0CASES', root.ts)).toMatchObject({ event_payload: { key: '1.card' } });

    await slack.click('U0TOM', root, 'press');
    await slack.eventually(() => slack.ephemerals('U0TOM').length === round);
    const texts = slack.thread('C0CASES', root.ts).map((one) => one.text);
    const notes = Array.from({ length: round }, (_, index) => `Press ${index + 1}`);
    expect(texts).toEqual([`Pressed ${round} times`, ...notes]);
    expect(slack.warnings).toEqual([]);
    before = await seen(slack);
    await app.stop();
    await stop();
  }
  expect(readdirSync(folder)).toEqual(['slack.json']);
});

test('ids and timestamps never come twice, even after a kill', async () => {
  const folder = tempFolder();
  const ids: string[] = [];
  for (const _ of [1, 2]) {
    const { slack, kill } = await started(folder, { realNow: 1_800_000_000_000 });
    const app = await socketApp(slack, listeners);
    // Said before the kill and saved; the form is opened in the last moment, and nobody saves it.
    ids.push(slack.say('U0LINA', 'C0CASES', 'hello').ts);
    await slack.eventually(() =>
      readFileSync(join(folder, 'slack.json'), 'utf8').includes(ids.at(-1) ?? '?'),
    );
    await slack.command('U0LINA', 'C0CASES', '/case form');
    ids.push((await slack.eventually(() => slack.views('U0LINA')[0])).id);
    await app.stop();
    await kill();
  }
  expect(new Set(ids).size).toBe(4);
  expect(ids[2]).toSatisfy((ts: string) => Number(ts) > Number(ids[0]));
});

test('a turned clock goes on where it stood, and never before real time', async () => {
  const folder = tempFolder();
  const morning = Date.parse('2026-11-27T09:00:00Z');
  const first = await started(folder, { realNow: morning });
  first.clock.turn(48 * HOUR);
  await first.stop();

  const second = await started(folder, { realNow: morning + HOUR });
  expect(second.clock.now() - (morning + 48 * HOUR)).toSatisfy((late: number) => late >= 0 && late < 5_000);
  await second.stop();

  const third = await started(folder, { realNow: morning + 100 * HOUR });
  expect(third.clock.ahead()).toBe(0);
});

test('a kill does not set a turned clock back', async () => {
  const folder = tempFolder();
  const first = await started(folder, { realNow: 1_800_000_000_000 });
  first.clock.turn(HOUR);
  await first.slack.eventually(() => productTime(folder) >= first.clock.now());
  const stood = first.clock.now();
  await first.kill();
  const second = await started(folder, { realNow: 1_800_000_000_000 });
  expect(second.clock.now()).toBeGreaterThanOrEqual(stood);
});

test('from the stop on, each change is kept at once', async () => {
  const folder = tempFolder();
  const { kept, slack } = await started(folder);
  kept.finish();
  slack.say('U0LINA', 'C0CASES', 'the last word');
  expect(readFileSync(join(folder, 'slack.json'), 'utf8')).toContain('the last word');
});

test('whoever joins the workspace later is in its channels; a bot that was removed stays out', async () => {
  const folder = tempFolder();
  const [lina, ...others] = SAMPLE_WORKSPACE.people;
  if (!lina) throw new Error('Nobody');
  const first = await started(folder, { workspace: { ...SAMPLE_WORKSPACE, people: [lina] } });
  first.slack.removeBot('C0CASES');
  await first.stop();
  const second = await started(folder);
  const cases = second.slack.channels.find(({ id }) => id === 'C0CASES');
  expect(cases?.members).toEqual([lina, ...others].map(({ id }) => id));
});

test.each([
  [
    'half a file',
    '{"version":1,"wor',
    /slack\.json can't be read \(.*JSON.*\)\. Delete the folder .* to start afresh/,
  ],
  ['another format', '{"version":2}', /slack\.json can't be read \(version: .*\)\. Delete the folder/],
  [
    'a spoilt message',
    JSON.stringify({
      version: 1,
      productTime: 0,
      world: { counters: { serial: 1, lastTs: 1 }, channels: [], messages: [{ ts: 'now' }], ephemerals: [] },
    }),
    /\(world\.messages\.0\.\w+: .*\)\. Delete the folder .*, or leave out --keep\.$/,
  ],
])('%s is refused with what to do, and left as it is', async (_name, content, message) => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'slack.json'), content);
  const { takeUp, stop } = await sandboxIn(folder);
  expect(takeUp).toThrow(KeptWorldError);
  expect(takeUp).toThrow(message);
  await stop();
  expect(readFileSync(join(folder, 'slack.json'), 'utf8')).toBe(content);
});

test('cases without the Slack that they were posted to are refused with what to do', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'pgdata'));
  const { takeUp } = await sandboxIn(folder);
  expect(takeUp).toThrow(/holds cases, but not the Slack .*Delete the folder .* to start afresh/);
});

test('a disk that takes nothing more is reported, and the sandbox goes on', async () => {
  const folder = tempFolder();
  const reports: string[] = [];
  const kept = new KeptWorld(folder, { ...silent, error: (_fields, text) => reports.push(text) });
  const { clock, slack } = await sandboxIn(folder);
  kept.takeUp(slack, clock);
  rmSync(folder, { recursive: true });
  slack.say('U0LINA', 'C0CASES', 'lost');
  await slack.eventually(() => reports.length === 1);
  expect(reports[0]).toContain(join(folder, 'slack.json'));
  kept.end();
});

function productTime(folder: string): number {
  return JSON.parse(readFileSync(join(folder, 'slack.json'), 'utf8')).productTime;
}
