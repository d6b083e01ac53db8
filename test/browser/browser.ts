import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, expect, inject, onTestFinished } from 'vitest';

const SCREENSHOTS = fileURLToPath(new URL('../../test-output/screenshots', import.meta.url));
export const PAGE_DIR = fileURLToPath(new URL('../../dist/sandbox/page', import.meta.url));

export const WIDE = { viewport: { width: 1360, height: 900 } };
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

const browser = await chromium.connect(inject('browser'));
afterAll(() => browser.close());

/** What the page calls its own parts, in the language of whoever acts. */
const CHROME = {
  en: {
    actAs: 'Act as',
    composer: 'Message #cases',
    next: 'To the next event',
    thread: 'Thread',
    close: 'Close thread',
    replies: /\d+ repl/,
    more: 'More actions',
  },
  'zh-CN': {
    actAs: '当前身份',
    composer: '发消息到 #cases',
    next: '到下一个事件',
    thread: '讨论串',
    close: '关闭讨论串',
    replies: /条回复/,
    more: '更多操作',
  },
};

/** One person at the sandbox page. */
export class Visitor {
  readonly page: Page;
  readonly faults: string[] = [];
  readonly #words: (typeof CHROME)['en'];
  readonly #locale: string;

  constructor(page: Page, locale: keyof typeof CHROME) {
    this.page = page;
    this.#words = CHROME[locale];
    this.#locale = locale;
    page.on('console', (message) => message.type() === 'error' && this.faults.push(message.text()));
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('request', (request) => {
      const { hostname } = new URL(request.url());
      if (!['127.0.0.1', 'localhost'].includes(hostname)) this.faults.push(`left the machine: ${hostname}`);
    });
  }

  async actAs(person: string): Promise<void> {
    await this.page.getByLabel(/Act as|当前身份/).selectOption(person);
    await this.page.getByLabel(this.#words.actAs).waitFor();
  }
  async type(text: string): Promise<void> {
    const composer = this.page.getByRole('textbox', { name: this.#words.composer });
    await composer.fill(text);
    await composer.press('Enter');
  }
  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }
  get channel(): Locator {
    return this.page.getByRole('log', { name: /cases/ });
  }
  get thread(): Locator {
    return this.page.getByRole('log', { name: this.#words.thread });
  }
  openThread = (): Promise<void> =>
    this.channel.getByRole('button', { name: this.#words.replies }).last().click();

  /** Presses the latest button of that name, in the thread where it stands there, or on the card. */
  async press(name: string, where: Locator = this.thread): Promise<void> {
    await where.getByRole('button', { name, exact: true }).last().click();
  }
  /** Over when the page says no more that the clock turns. */
  async toNextEvent(): Promise<void> {
    await this.page.getByRole('button', { name: this.#words.next }).click();
    await this.page.locator('[data-turning="false"]').waitFor();
  }

  /** Nothing to be scrolled to the side for, on a phone above all. */
  async sideways(): Promise<number> {
    return this.page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  }

  async screenshot(name: string): Promise<void> {
    await mkdir(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: `${SCREENSHOTS}/${this.#locale}-${name}.png` });
  }
}

/** Somebody opens the page for one test; until its end it must have had no fault. */
export async function visit(
  url: string,
  locale: keyof typeof CHROME,
  options: BrowserContextOptions = WIDE,
): Promise<Visitor> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(20_000);
  const me = new Visitor(page, locale);
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await me.screenshot(`failed-${task.name.replaceAll(/\W+/g, '-')}`);
    await page.close();
    expect(me.faults).toEqual([]);
  });
  await page.goto(url);
  return me;
}
