import { expect, onTestFinished, test } from 'vitest';
import { RED } from '../../src/i18n/red.ts';
import { timeWords } from '../../src/sandbox/page/words-time.ts';
import { startProduct } from '../../src/sandbox/product.ts';
import { fridayNight } from '../../src/sandbox/scenes/friday-night.ts';
import { silent } from '../support/desk.ts';
import { PAGE_DIR, visit } from './browser.ts';

/** Without the words that stand in bold. */
const opening = (text: string): string => text.split('*')[0] ?? text;

test('on Friday night the owner and the lead see the same alarm, side by side, each by their own clock', async () => {
  const product = await startProduct({
    slack: { pageDir: PAGE_DIR },
    scene: fridayNight,
    onScene: () => {},
    log: silent,
  });
  onTestFinished(() => product.stop());
  const me = await visit(`${product.slack.url}#as=U0LINA&in=C0CASES`, 'zh-CN');
  await me.page.getByRole('button', { name: timeWords.zh.twoPeople }).click();
  const [left, right] = [0, 1].map((side) => me.page.frameLocator(`iframe >> nth=${side}`));
  if (!left || !right) throw new Error('Nobody stands there');
  expect(await right.getByLabel('Act as').inputValue()).toBe('U0MARIA');

  for (const side of [left, right]) {
    // The newest card is the notice's; on a narrow page its thread takes the channel's place.
    await side
      .getByRole('button', { name: /条回复|\d+ repl/ })
      .last()
      .click();
    await side.getByText(opening(RED.en.phoneAccount)).first().waitFor();
    await side.getByText('@Maria Lopez').first().scrollIntoViewIfNeeded();
  }
  await me.screenshot('friday-night');

  await me.page.getByRole('button', { name: timeWords.zh.plusHour }).click();
  for (const side of [left, right]) await side.getByText(RED.en.unclaimed).last().waitFor();
  await me.screenshot('friday-night-later');
  expect(product.slack.warnings).toEqual([]);
});
