import { chromium } from 'playwright-core';

const { startSandbox } = await import('/work/wt/sb-scenes/dist/sandbox/sandbox.js');
const { sceneNamed } = await import('/work/wt/sb-scenes/dist/sandbox/scenes/all.js');
const log = {
  debug() {},
  info() {},
  warn(o, m) {
    console.log('W', m, o?.err?.message);
  },
  error(o, m) {
    console.log('E', m, o?.err?.message);
  },
};
const port = 3377;
for (const locale of ['en', 'zh-CN']) {
  const t = performance.now();
  const s = await startSandbox({
    slack: { port, pageDir: '/work/wt/sb-scenes/dist/sandbox/page', remember: 500 },
    locale,
    scene: sceneNamed('first-case'),
    log,
    onFailure: (e) => console.log('FAIL', e),
  });
  console.log('ready', performance.now() - t);
  const b = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  for (const [w, h] of [
    [1360, 900],
    [390, 844],
  ]) {
    const p = await b.newPage({ viewport: { width: w, height: h } });
    p.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', m.text()));
    p.on('pageerror', (e) => console.log('PAGEERR', e.message));
    await p.goto(`http://localhost:${port}/#as=${locale === 'en' ? 'U0TOM' : 'U0LINA'}`);
    await p.locator('.guide').waitFor();
    await p.waitForTimeout(800);
    await p.screenshot({ path: `/tmp/shots/${locale}-${w}-1.png` });
    await p.locator('.tool').first().click();
    await p.waitForTimeout(300);
    await p.screenshot({ path: `/tmp/shots/${locale}-${w}-2-menu.png` });
    await p.keyboard.press('Escape');
    await p
      .locator('.tool')
      .first()
      .click({ force: true })
      .catch(() => {});
    await p.mouse.click(w / 2, h / 2);
    await p.locator('.tool').nth(1).click();
    await p.locator('.exchange').first().waitFor();
    await p.locator('.exchange button').nth(1).click();
    await p.waitForTimeout(700);
    await p.screenshot({ path: `/tmp/shots/${locale}-${w}-3-hood.png` });
    await p.close();
  }
  await b.close();
  await s.stop();
}
process.exit(0);
