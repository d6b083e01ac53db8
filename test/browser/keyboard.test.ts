import { expect, onTestFinished, test } from 'vitest';
import { MODALS } from '../../src/i18n/modals.ts';
import { TERMS } from '../../src/i18n/terms.ts';
import { startProduct } from '../../src/sandbox/product.ts';
import { silent } from '../support/desk.ts';
import { at } from '../support/story.ts';
import { PAGE_DIR, type Visitor, visit } from './browser.ts';

/** More stops than the page has. */
const STOPS = 80;
const NAME =
  '(({ labels, ariaLabel, textContent }) => labels?.[0]?.textContent ?? ariaLabel ?? textContent)(document.activeElement)';

/** Goes on by Tab, or back by Shift+Tab, until something of that name has the focus. */
async function tabTo({ page }: Visitor, name: string, key = 'Tab'): Promise<void> {
  for (let stops = 0; stops < STOPS; stops += 1) {
    if ((await page.evaluate<string>(NAME)).startsWith(name)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never reached ${name}`);
}

test('a case by keyboard alone: from the composer to the sent form, and a button of its card', async () => {
  const product = await startProduct({
    slack: { pageDir: PAGE_DIR },
    startAt: at('2027-01-15T17:00-05:00'),
    log: silent,
  });
  onTestFinished(() => product.stop());
  const me = await visit(`${product.slack.url}#as=U0TOM&in=C0CASES`, 'en');
  const { keyboard } = me.page;
  const { open } = MODALS.en;
  const { buttons, statuses } = TERMS.en;

  await tabTo(me, 'Message #cases');
  await keyboard.type('/case open B0ABC12345 US buy box lost');
  await keyboard.press('Enter');
  await me.dialog.getByLabel(open.newStoreName).waitFor();
  await tabTo(me, open.newStoreName);
  await keyboard.type('Store A');
  await tabTo(me, open.message);
  await keyboard.type('B0ABC12345 has lost the Featured Offer since January 14.');
  await tabTo(me, open.submit);
  await keyboard.press('Enter');
  await me.dialog.waitFor({ state: 'detached' });

  await me.channel.getByText('#1').first().waitFor();
  await tabTo(me, buttons.ready, 'Shift+Tab');
  await keyboard.press('Enter');
  await me.channel.getByText(`${statuses.ready} · `).waitFor();
  // Whoever pressed has not lost their place: the next stops are still those of the card.
  await tabTo(me, 'Message #cases');
  expect(product.slack.warnings).toEqual([]);
});
