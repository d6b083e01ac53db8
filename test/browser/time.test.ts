import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { caseNumber, personId, workspaceId } from '../../src/domain/ids.ts';
import { refusalText } from '../../src/i18n/refusals.ts';
import { TERMS } from '../../src/i18n/terms.ts';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import { BUY_BOX, silent } from '../support/desk.ts';
import { at } from '../support/story.ts';
import { visit as open, PAGE_DIR, PHONE, WIDE } from './browser.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const HOUR = 3_600_000;
const WORDS = {
  en: {
    bar: 'Time: turn it forward',
    hour: '+1 hour',
    eastern: 'To the next 9:00 Eastern',
    toDate: 'To a date…',
    dateIn: 'Date and time in New York',
    go: 'Go there',
    play: 'Play',
    stop: 'Stop',
    forward: /only goes forward/,
    next: 'What happens next',
    happened: 'What happened',
    case: 'Case',
    person: 'Person',
    timeline: /^Timeline/,
    two: 'Two side by side',
    one: 'Back to one',
    menu: 'Time and tools',
    shanghai: 'Shanghai',
    newYork: 'New York',
  },
  'zh-CN': {
    bar: '时间：向前拨',
    hour: '+1 小时',
    eastern: '到下一个美东 9:00',
    toDate: '到指定时间…',
    dateIn: '上海的日期和时间',
    go: '前往',
    play: '播放',
    stop: '停止',
    forward: /时间只能往前走/,
    next: '接下来',
    happened: '已经发生',
    case: '案件',
    person: '人员',
    timeline: /^时间线/,
    two: '两人并排',
    one: '回到单人',
    menu: '时间与工具',
    shanghai: '上海',
    newYork: '纽约',
  },
};

let product: SandboxProduct;
beforeEach(async () => {
  // Friday afternoon in New York, early on Saturday in Shanghai.
  product = await startProduct({
    slack: { pageDir: PAGE_DIR },
    startAt: at('2027-01-15T16:40-05:00'),
    log: silent,
  });
  return () => product.stop();
});

const now = () => product.clock.now();

async function openCase(owner: string, asin: string): Promise<void> {
  const request = { workspace: workspaceId('T0DOCKET'), person: personId(owner), key: `open ${asin}` };
  const answer = await product.app.desk.open(request, {
    ...BUY_BOX,
    subjects: [{ kind: 'asin', value: asin }],
  });
  expect(answer).toMatchObject({ ok: true });
  await product.settle();
}

async function visit(locale: 'en' | 'zh-CN', as: string, options: object = WIDE) {
  const me = await open(`${product.slack.url}#as=${as}`, locale, options);
  await me.page.getByRole('group', { name: WORDS[locale].newYork }).waitFor();
  return { me, page: me.page };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** A turn is over once the page says so no more. */
const turned = (page: Page) => page.locator('[data-turning="false"]').waitFor();

describe.each([
  { locale: 'en', owner: 'U0TOM' },
  { locale: 'zh-CN', owner: 'U0LINA' },
] as const)('in $locale', ({ locale, owner }) => {
  const words = WORDS[locale];

  test('the bar turns time forward by key and by click, and says kindly that it never goes back', async () => {
    const { page } = await visit(locale, owner);
    const bar = page.getByRole('slider', { name: words.bar });

    await bar.press('ArrowRight');
    await expect.poll(now).toBeGreaterThanOrEqual(at('2027-01-15T17:00-05:00'));
    await turned(page);
    expect(now()).toBeLessThan(at('2027-01-15T17:05-05:00'));
    await expect.poll(() => bar.getAttribute('aria-valuetext')).toContain('17:0');

    const before = now();
    await bar.press('ArrowLeft');
    await page.getByText(words.forward).waitFor();
    expect(now() - before).toBeLessThan(HOUR);

    await bar.click({ position: { x: 4, y: 20 } });
    await page.getByText(words.forward).waitFor();
    const { width = 0 } = (await bar.boundingBox()) ?? {};
    await bar.click({ position: { x: width - 1, y: 20 } });
    await expect.poll(now).toBeGreaterThan(before + 30 * HOUR);
    await turned(page);
    await page.getByText(words.forward).waitFor({ state: 'detached' });
  });
});

test('time goes to nine in New York, to a date, and on by itself until it is stopped', async () => {
  const { page } = await visit('en', 'U0TOM');
  await press(page, WORDS.en.eastern);
  await expect.poll(now).toBeGreaterThanOrEqual(at('2027-01-16T09:00-05:00'));
  await turned(page);
  expect(now()).toBeLessThan(at('2027-01-16T09:01-05:00'));

  await press(page, WORDS.en.toDate);
  await page.getByLabel(WORDS.en.dateIn).fill('2027-01-14T08:00');
  await press(page, WORDS.en.go);
  await page.getByText(WORDS.en.forward).waitFor();
  await page.getByLabel(WORDS.en.dateIn).fill('2027-02-01T08:00');
  await press(page, WORDS.en.go);
  await expect.poll(now).toBeGreaterThanOrEqual(at('2027-02-01T08:00-05:00'));
  await turned(page);
  expect(now()).toBeLessThan(at('2027-02-01T08:01-05:00'));

  const began = now();
  await press(page, WORDS.en.play);
  await expect.poll(now, { timeout: 20_000 }).toBeGreaterThan(began + 3 * HOUR);
  await press(page, WORDS.en.stop);
  await turned(page);
  await page.getByRole('button', { name: WORDS.en.play, exact: true }).waitFor();
});

test('the timeline tells what happened and what is next, of one case or one person', async () => {
  await openCase('U0TOM', 'B0ABC11111');
  await openCase('U0LINA', 'B0ABC22222');
  const { page } = await visit('en', 'U0TOM');
  const panel = page.getByRole('complementary', { name: WORDS.en.timeline });
  const next = panel.getByRole('list', { name: WORDS.en.next });
  const happened = panel.getByRole('list', { name: WORDS.en.happened });
  const preparing = TERMS.en.timers.stale_preparing;
  await expect.poll(() => next.getByText(preparing).count()).toBe(2);
  await happened.getByText('Tom Baker opened this case').waitFor();

  await panel.getByLabel(WORDS.en.case).selectOption('#2');
  await expect.poll(() => next.getByText(preparing).count()).toBe(1);
  await expect.poll(() => happened.getByText('Tom Baker opened this case').count()).toBe(0);
  await happened.getByText('Li Na opened this case').waitFor();

  await panel.getByLabel(WORDS.en.case).selectOption('');
  await panel.getByLabel(WORDS.en.person).selectOption('U0TOM');
  await expect.poll(() => next.getByText('#1').count()).toBe(1);
  expect(await next.getByText('#2').count()).toBe(0);
  await happened.getByText('Tom Baker opened this case').waitFor();
});

test('on a phone the clocks stay in sight and the rest opens', async () => {
  const { me, page } = await visit('zh-CN', 'U0LINA', PHONE);
  await page.getByRole('group', { name: WORDS['zh-CN'].shanghai }).waitFor();
  expect(await page.getByRole('slider').isVisible()).toBe(false);
  await press(page, WORDS['zh-CN'].menu);
  const before = now();
  await press(page, WORDS['zh-CN'].hour);
  await expect.poll(now).toBeGreaterThan(before + HOUR);
  await turned(page);
  await page.getByRole('slider').waitFor();
  expect(await me.sideways()).toBe(0);
  await me.screenshot('time-phone');
});

test('everything above and beside the channel can be read and used by everybody', async () => {
  await openCase('U0TOM', 'B0ABC11111');
  const { page } = await visit('zh-CN', 'U0LINA');
  await page.getByRole('list', { name: WORDS['zh-CN'].next }).getByText('#1').first().waitFor();
  await page.addScriptTag({ path: AXE });
  const found = await page.evaluate(
    `axe.run({ include: ['.clock-bar', '.next-panel', '.sidebar'] }).then((r) =>
      r.violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.html.slice(0, 120) + ' ' + n.failureSummary)))`,
  );
  expect(found).toEqual([]);
});

test('an owner and their lead stand side by side, each in their own language, and see the same case', async () => {
  const { page } = await visit('zh-CN', 'U0LINA');
  await press(page, WORDS['zh-CN'].two);
  const left = page.frameLocator('iframe >> nth=0');
  const right = page.frameLocator('iframe >> nth=1');
  await left.getByLabel('当前身份').waitFor();
  await right.getByLabel('Act as').waitFor();
  expect(await right.getByLabel('Act as').inputValue()).toBe('U0MARIA');
  expect(await right.getByRole('button', { name: 'To the next event' }).count()).toBe(0);

  await openCase('U0LINA', 'B0ABC11111');
  await left.getByRole('log').getByText('B0ABC11111').first().waitFor();
  await right.getByRole('log').getByText('B0ABC11111').first().waitFor();
  await left.getByRole('button', { name: TERMS.en.buttons.ready, exact: true }).click();
  await right.getByRole('log').getByText(TERMS.en.statuses.ready).first().waitFor();

  await right.getByLabel('Act as').selectOption('U0CHENJING');
  await right.getByLabel('当前身份').waitFor();
  // Whoever reloads finds both again; going back to one is going back to who it was.
  await page.reload();
  await page.frameLocator('iframe >> nth=1').getByLabel('Act as').waitFor();
  await press(page, WORDS['zh-CN'].one);
  expect(await page.getByLabel('当前身份').inputValue()).toBe('U0LINA');
});

test('a guest reads along, and is told kindly why the rest is not theirs', async () => {
  const { me, page } = await visit('en', 'U0TOM');
  await page.getByRole('button', { name: /^Sam Reed guest/ }).click();
  expect(await page.getByLabel('Act as').inputValue()).toBe('U0GUEST');
  await me.type('/case open B0ABC12345 US buy box lost');
  await me.dialog.getByText(refusalText({ code: 'guest' }, 'en', { names: (id) => id })).waitFor();
  expect(await product.app.cases.load(workspaceId('T0DOCKET'), caseNumber(1))).toBeNull();
});

test('whoever sleeps is shown asleep, by the clock of where they live', async () => {
  const { page } = await visit('en', 'U0TOM');
  const entry = (name: RegExp) => page.getByRole('button', { name });
  await expect.poll(() => entry(/^Li Na 05:\d\d asleep$/).count()).toBe(1);
  await expect.poll(() => entry(/^Maria Lopez 16:\d\d awake$/).count()).toBe(1);
});
