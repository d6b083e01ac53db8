import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { workspaceId } from '../../src/domain/ids.ts';
import { TEAM } from '../../src/sandbox/local-slack/workspace.ts';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import type { SandboxAct, SandboxState } from '../../src/sandbox/protocol.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { SCENES, sceneNamed } from '../../src/sandbox/scenes/all.ts';
import type { Scene } from '../../src/sandbox/scenes/scene.ts';
import { readStartOptions } from '../../src/sandbox/start-options.ts';
import { freePort } from '../redis-server.ts';
import { silent } from '../support/desk.ts';
import { CASES, words } from '../support/journey.ts';
import { at } from '../support/story.ts';

const SLOW = 120_000;

function scene(name: string): Scene {
  const found = sceneNamed(name);
  if (!found) throw new Error(`There is no scene ${name}`);
  return found;
}

async function played(of: Scene, locale: 'en' | 'zh-CN' = 'en'): Promise<SandboxProduct> {
  const product = await startProduct({ scene: of, locale, log: silent });
  onTestFinished(() => product.stop());
  return product;
}

const openCases = async ({ app }: SandboxProduct) =>
  (await app.desk.list(workspaceId(TEAM.id))).map(({ case: c }) => ({
    status: c.phase.status,
    owner: c.owner,
    deadline: c.deadline?.at ?? null,
    isSnoozed: c.snooze !== null,
  }));

const told = ({ slack }: SandboxProduct, person: string): string =>
  slack.messages(slack.dm(person)).map(words).join('\n');

const roots = ({ slack }: SandboxProduct) =>
  slack.messages(CASES).filter(({ threadTs }) => threadTs === undefined);

test('a first case: one in preparation, one with Amazon, before the window of a Tuesday', {
  timeout: SLOW,
}, async () => {
  const product = await played(scene('first-case'), 'zh-CN');
  const statuses = (await openCases(product)).map(({ status }) => status).sort();
  expect(statuses).toEqual(['awaiting_amazon', 'preparing']);
  expect(roots(product)).toHaveLength(2);
  expect(product.clock.now() - at('2026-10-20T19:30+08:00')).toBeLessThan(60_000);
  expect(JSON.stringify(product.slack.messages(CASES))).toContain('承运人');
  expect(product.slack.warnings).toEqual([]);
});

test('Friday night: an account-health notice of 72 hours has just arrived, and is red', {
  timeout: SLOW,
}, async () => {
  const product = await played(scene('friday-night'));
  const risk = (await openCases(product)).find(({ deadline }) => deadline === at('2026-10-26T22:38+08:00'));
  expect(risk).toMatchObject({ status: 'preparing', owner: 'U0LINA' });
  expect(roots(product).at(-1)?.text).toContain('RED');
  // Shenzhen sleeps; whoever is awake in New York is called, and Thursday's list is at work too.
  const alarm = product.slack
    .thread(CASES, roots(product).at(-1)?.ts ?? '')
    .map(words)
    .join();
  expect(alarm).toContain('<@U0MARIA>');
  expect(product.app.desk.now() - at('2026-10-23T22:38+08:00')).toBeLessThan(10 * 60_000);
  expect(await openCases(product)).toHaveLength(6);
  expect(told(product, 'U0LINA')).toContain('每日简报');
  expect(product.clock.now()).toBeGreaterThanOrEqual(at('2026-10-23T22:40+08:00'));
  expect(product.slack.warnings).toEqual([]);
});

test('golden week: what can wait sleeps, what cannot is with the colleague in New York', {
  timeout: SLOW,
}, async () => {
  const product = await played(scene('golden-week'));
  const cases = await openCases(product);
  expect(cases.filter(({ isSnoozed }) => isSnoozed).map(({ owner }) => owner)).toEqual(['U0LINA']);
  expect(
    cases
      .filter(({ owner }) => owner === 'U0TOM')
      .map(({ status }) => status)
      .sort(),
  ).toEqual(['awaiting_amazon', 'ready']);
  expect(told(product, 'U0TOM')).toMatch(/You cover for Li Na[^]*You cover for Wang Wei/);
  const { upcoming } = await product.slack.state();
  const mornings = upcoming.filter(({ text }) => text.en.includes('morning briefing'));
  expect(mornings.map(({ person }) => person)).toContain('U0TOM');
  expect(mornings[0]?.why?.en).toContain('09:30');
  // Whoever is away is told nothing until they are back.
  const back = mornings.filter(({ person }) => person === 'U0LINA').map(({ at: due }) => due);
  expect(Math.min(...back)).toBe(at('2026-10-09T09:30+08:00'));
  await product.turnTo(at('2026-10-02T10:00-04:00'));
  expect(told(product, 'U0TOM')).toContain('Your day, Fri Oct 2');
  expect(told(product, 'U0LINA')).not.toContain('10月1日');
  expect(product.slack.warnings).toEqual([]);
});

test('an empty sandbox was installed a moment ago: an admin is asked to set it up, nobody else hears of it', {
  timeout: SLOW,
}, async () => {
  const product = await played(scene('empty'));
  await product.slack.eventually(() => told(product, 'U0MARIA').includes('set'));
  expect(await product.app.desk.caseChannel(workspaceId(TEAM.id))).toBe(null);
  expect(roots(product)).toEqual([]);
  expect(told(product, 'U0LINA')).toBe('');
});

test('what is lived through before the product runs goes on as if it had run all the time', {
  timeout: SLOW,
}, async () => {
  const product = await played({
    name: 'past',
    startAt: at('2026-10-19T10:20-04:00'),
    past: async ({ at: turn, open, act }) => {
      const subjects = [{ kind: 'asin', value: 'B0CK7TZ9QN' }] as const;
      const number = await open('U0TOM', { category: 'featured_offer', subjects, problem: 'Gone.' });
      await act('U0TOM', number, { type: 'submit', reference: { kind: 'case_id', id: '17204458810' } });
      await turn('2026-10-19T11:00-04:00');
    },
  });
  expect(roots(product)).toHaveLength(1);
  await product.turnToNext();
  const card = roots(product)[0];
  expect(product.slack.thread(CASES, card?.ts ?? '').at(-1)?.text).toContain('17204458810');
  expect(product.slack.warnings).toEqual([]);
});

test('the page starts another scene on the same port, and sees it being set up', {
  timeout: SLOW,
}, async () => {
  const port = await freePort();
  const faults: unknown[] = [];
  const sandbox = await startSandbox({
    slack: { port },
    scene: scene('first-case'),
    log: silent,
    onFailure: (err) => faults.push(err),
  });
  onTestFinished(() => sandbox.stop());
  const url = `http://127.0.0.1:${port}/sandbox`;
  const look = async (): Promise<SandboxState> =>
    (await fetch(`${url}/state`)).json() as Promise<SandboxState>;
  const act = async (what: SandboxAct): Promise<unknown> =>
    (await fetch(`${url}/act`, { method: 'POST', body: JSON.stringify(what) })).json();
  const before = await look();
  expect(before.scene).toMatchObject({
    name: 'first-case',
    isPreparing: false,
    choices: SCENES.map((s) => s.name),
  });

  expect(await act({ type: 'scene', name: 'nowhere' })).toMatchObject({ ok: false });
  expect(await act({ type: 'scene', name: 'empty' })).toEqual({ ok: true });
  expect((await look()).scene?.isPreparing).toBe(true);
  // The product takes its time; a page that asks again in between finds nobody for a moment.
  const after = await expect
    .poll(() => look().catch(() => before), { timeout: 60_000, interval: 50 })
    .toMatchObject({
      scene: { name: 'empty', isPreparing: false },
      messages: [{ channel: expect.any(String) }],
    })
    .then(look);
  expect(after.scene?.run).not.toBe(before.scene?.run);
  expect(faults).toEqual([]);
});

test('the words after the command choose the scene; a kept world goes on and is never replaced', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'docket-scene-')), 'kept');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  expect(readStartOptions([], folder)).toMatchObject({
    ok: true,
    keep: false,
    scene: { name: 'first-case' },
  });
  expect(readStartOptions(['--scene', 'busy', '--keep'], folder)).toMatchObject({
    keep: true,
    scene: { name: 'busy' },
  });
  expect(readStartOptions(['--scene', 'busi'], folder)).toMatchObject({
    ok: false,
    problem: expect.stringContaining('empty, first-case, busy'),
  });
  expect(readStartOptions(['--seen'], folder)).toMatchObject({
    ok: false,
    problem: expect.stringContaining('Usage'),
  });
  expect(existsSync(folder)).toBe(false);

  mkdirSync(folder);
  expect(readStartOptions(['--keep', '--scene', 'busy'], folder)).toMatchObject({ ok: true });
  writeFileSync(join(folder, 'slack.json'), '{}');
  expect(readStartOptions(['--keep'], folder)).toEqual({ ok: true, keep: true });
  expect(readStartOptions(['--keep', '--scene', 'busy'], folder)).toMatchObject({
    ok: false,
    problem: expect.stringContaining('Leave out --scene to go on with it'),
  });
});

test('a scene that is kept goes on at its own time', { timeout: SLOW }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-scene-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const first = await startProduct({ scene: scene('first-case'), keepIn: folder, log: silent });
  const left = first.clock.now();
  const said = first.slack.messages(CASES);
  await first.stop();
  const second = await startProduct({ keepIn: folder, log: silent });
  onTestFinished(() => second.stop());
  expect(second.slack.messages(CASES)).toEqual(said);
  expect(second.clock.now()).toBeGreaterThanOrEqual(left);
  expect(second.clock.now() - left).toBeLessThan(60_000);
});
