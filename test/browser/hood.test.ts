import { expect, onTestFinished, test } from 'vitest';
import { sceneWordsEn } from '../../src/sandbox/page/words-scenes.ts';
import { timeWords } from '../../src/sandbox/page/words-time.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { sceneNamed } from '../../src/sandbox/scenes/all.ts';
import { freePort } from '../redis-server.ts';
import { silent } from '../support/desk.ts';
import { PAGE_DIR, type Visitor, visit } from './browser.ts';

const { hood, scenes } = sceneWordsEn;

async function begin(): Promise<Visitor> {
  const port = await freePort();
  const scene = sceneNamed('first-case');
  const faults: unknown[] = [];
  const sandbox = await startSandbox({
    slack: { pageDir: PAGE_DIR, port },
    ...(scene ? { scene } : {}),
    log: silent,
    onFailure: (err) => faults.push(err),
  });
  onTestFinished(async () => {
    await sandbox.stop();
    expect(faults).toEqual([]);
  });
  const me = await visit(`http://localhost:${port}`, 'en');
  await me.actAs('U0TOM');
  return me;
}

test('under the hood the requests are seen and filtered, and neither a kill nor lost answers make the product say anything twice', {
  timeout: 120_000,
}, async () => {
  const me = await begin();
  await me.page.getByRole('button', { name: hood.title }).click();
  const panel = me.page.getByRole('complementary', { name: hood.title });
  const requests = panel.getByRole('listitem');
  await requests.first().waitFor();
  await panel.getByLabel(hood.kind).selectOption('chat.postMessage');
  await panel.getByLabel(hood.text).fill('FBA18H7KQ2ZT');
  await expect.poll(() => requests.count()).toBe(1);
  await requests.first().getByRole('button').click();
  await requests.getByText('"channel": "C0CASES"').waitFor();
  expect(await requests.first().innerText()).not.toMatch(/xox[a-z]-/);

  await panel.getByRole('switch', { name: hood.faults.slow }).click();
  await panel.getByRole('switch', { name: hood.faults.slow, checked: true }).waitFor();
  await panel.getByRole('button', { name: hood.kill }).click();
  await panel.getByText(hood.isDown).waitFor();
  await panel.getByText(hood.isDown).waitFor({ state: 'detached' });
  await panel.getByRole('switch', { name: hood.faults.slow }).click();
  await panel.getByRole('switch', { name: hood.faults.slow, checked: false }).waitFor();

  const lost = panel.getByRole('switch', { name: hood.faults.lost });
  await lost.click();
  await me.actAs('U0MARIA');
  await me.press('Ready', me.channel);
  await me.channel
    .getByText(/Ready · owner/)
    .first()
    .waitFor();
  await panel.getByLabel(hood.text).fill('');
  await requests.filter({ hasText: hood.outcomes.spoiled }).first().waitFor();
  await me.screenshot('lost-answers');
  await lost.click();
  await panel.getByRole('switch', { name: hood.faults.lost, checked: false }).waitFor();
  await me.page.getByRole('button', { name: timeWords.en.plusHour }).click();
  await panel.getByText(hood.notYet(0)).waitFor();
  await panel.getByText(hood.twice(0)).waitFor();
});

test('the page follows into another scene by itself', { timeout: 120_000 }, async () => {
  const me = await begin();
  await me.openThread();
  await me.page.getByRole('button', { name: scenes.menu }).click();
  await me.page.getByRole('menuitemradio', { name: /Golden week/ }).click();
  await me.page.getByText(scenes.preparing('Golden week')).waitFor();
  await me.channel.getByText('B0BX6M2YKD').first().waitFor({ timeout: 60_000 });
  await me.page.getByText(scenes.preparing('Golden week')).waitFor({ state: 'detached' });
  expect(await me.thread.count()).toBe(0);
  expect(await me.channel.getByText('FBA18H7KQ2ZT').count()).toBe(0);
});
