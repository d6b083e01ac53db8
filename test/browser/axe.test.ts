import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startProduct } from '../../src/sandbox/product.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { silent } from '../support/desk.ts';
import { atWork } from '../support/journey.ts';
import { at } from '../support/story.ts';
import { PAGE_DIR, PHONE, visit, WIDE } from './browser.ts';
import { messageMenu, sampleApp } from './sample-app.ts';

/** What the whole page may weigh on the way, in bytes. */
const PAGE_BYTES = 400_000;

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/** What axe finds: the rule, and the element that breaks it. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate<Violation[]>('axe.run().then(({ violations }) => violations)');
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

const DARK = { colorScheme: 'dark' as const };
const looks = [
  { look: 'wide', locale: 'en' as const, person: 'U0TOM', options: WIDE },
  { look: 'dark', locale: 'zh-CN' as const, person: 'U0LINA', options: { ...WIDE, ...DARK } },
  { look: 'phone', locale: 'zh-CN' as const, person: 'U0LINA', options: PHONE },
];

describe.each(looks)('$look, in $locale', ({ look, locale, person, options }) => {
  const shot = look.replaceAll(/\W+/g, '-');

  test('the product: a channel with a case, its thread, and its form', async () => {
    const product = await startProduct({
      slack: { pageDir: PAGE_DIR },
      startAt: at('2027-01-15T17:00-05:00'),
      locale,
      log: silent,
    });
    onTestFinished(() => product.stop());
    const { slack } = product;
    const team = atWork(slack);
    await team.open(person, {
      [FIELD.identifiers]: 'B0ABC12345',
      [FIELD.message]: 'B0ABC12345 has lost the Featured Offer since January 14.',
    });
    const card = await slack.eventually(() => slack.messages('C0CASES')[0]);
    slack.say('U0MARIA', 'C0CASES', '@Tom Baker @Li Na *please* look: https://example.com', card.ts);
    slack.setStatus('U0MARIA', { emoji: ':palm_tree:', text: 'Vacationing', expiration: 0 });

    const me = await visit(`${slack.url}#as=${person}&in=C0CASES`, locale, options);
    await me.channel.getByText('#1').first().waitFor();
    await me.screenshot(`axe-${shot}-channel`);
    expect(await violations(me.page)).toEqual([]);
    await me.openThread();
    await me.thread.getByText('example.com').waitFor();
    await me.screenshot(`axe-${shot}-thread`);
    expect(await violations(me.page)).toEqual([]);
    await me.page.goto(`${slack.url}#as=${person}&in=C0CASES`);
    await me.type('/case open');
    await me.dialog.getByRole('textbox').first().waitFor();
    await me.screenshot(`axe-${shot}-form`);
    expect(await violations(me.page)).toEqual([]);
  });

  test('any app: every input, menus, the Home tab', async () => {
    const slack = await sampleApp();
    slack.say('U0MARIA', 'C0CASES', 'The buyer says it never came.');
    const me = await visit(`${slack.url}#as=${person}&in=C0CASES`, locale, options);
    await me.channel.getByText('never came').waitFor();
    await me.channel.getByTestId('message').hover();
    await messageMenu(me).click();
    await me.page.getByRole('menu').waitFor();
    await me.screenshot(`axe-${shot}-menu`);
    expect(await violations(me.page)).toEqual([]);
    await me.page.keyboard.press('Escape');
    await me.type('/case');
    await me.dialog.getByRole('combobox').first().waitFor();
    await me.dialog.getByRole('button', { name: 'Send' }).click();
    await me.dialog.getByRole('alert').waitFor();
    await me.screenshot(`axe-${shot}-inputs`);
    expect(await violations(me.page)).toEqual([]);
    await me.dialog
      .getByLabel('files')
      .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') });
    // The button stands there once the file has arrived.
    await me.dialog.getByRole('button', { name: /a\.txt/ }).scrollIntoViewIfNeeded();
    await me.screenshot(`axe-${shot}-more-inputs`);
    expect(await violations(me.page)).toEqual([]);
    await me.dialog.getByRole('combobox', { name: 'many' }).click();
    await me.page.getByRole('listbox').waitFor();
    await me.screenshot(`axe-${shot}-select`);
    expect(await violations(me.page)).toEqual([]);
    await me.page.keyboard.press('Escape');
    await me.page.goto(`${slack.url}#as=${person}&in=${slack.dm(person)}&tab=home`);
    await me.page.reload();
    await me.dialog.getByRole('button', { name: /Cancel|取消/ }).click();
    await me.dialog.waitFor({ state: 'detached' });
    await me.page.getByRole('heading', { name: 'Your cases' }).waitFor();
    await me.screenshot(`axe-${shot}-home`);
    expect(await violations(me.page)).toEqual([]);
    await me.page.goto(`${slack.url}#as=${person}`);
    await me.page.getByRole('button', { name: 'general' }).waitFor();
    await me.screenshot(`axe-${shot}-list`);
    expect(await violations(me.page)).toEqual([]);
  });
});

test('the whole page weighs less than 400 kB on the way', async () => {
  const files = await readdir(PAGE_DIR, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => gzipSync(await readFile(join(file.parentPath, file.name))).length),
  );
  const sum = sizes.reduce((total, size) => total + size, 0);
  expect(sum).toBeGreaterThan(10_000);
  expect(sum).toBeLessThan(PAGE_BYTES);
});
