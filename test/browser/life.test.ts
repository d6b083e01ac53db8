import { describe, expect, onTestFinished, test } from 'vitest';
import { MODALS } from '../../src/i18n/modals.ts';
import { TERMS } from '../../src/i18n/terms.ts';
import { startProduct } from '../../src/sandbox/product.ts';
import { silent } from '../support/desk.ts';
import { at } from '../support/story.ts';
import { PAGE_DIR, visit } from './browser.ts';

const MESSAGE = [
  'Subject: B0ABC12345 – Featured Offer lost – please restore it',
  '',
  'Since January 14 our offer for B0ABC12345 no longer shows the Featured Offer.',
  'Price, stock and account metrics are unchanged.',
  '',
  'Please restore the eligibility of SKU A-1, or tell us which requirement it misses.',
].join('\n');

describe.each([
  { locale: 'en', owner: 'U0TOM', colleague: 'U0MARIA' },
  { locale: 'zh-CN', owner: 'U0LINA', colleague: 'U0WANGWEI' },
] as const)('in $locale', ({ locale, owner, colleague }) => {
  const { buttons, statuses, addTo } = TERMS[locale];
  const words = MODALS[locale];

  test('a newcomer lives through a whole case', { timeout: 120_000 }, async () => {
    const product = await startProduct({
      slack: { pageDir: PAGE_DIR },
      startAt: at('2027-01-15T17:00-05:00'),
      locale,
      log: silent,
    });
    onTestFinished(() => product.stop());
    const me = await visit(product.slack.url, locale);
    await me.actAs(owner);

    await me.type(
      locale === 'en' ? '/case open B0ABC12345 US buy box lost' : '/case open B0ABC12345 美国站 丢购物车',
    );
    await me.dialog.getByLabel(words.open.newStoreName).fill('Store A');
    await me.dialog.getByLabel(words.open.message).fill(MESSAGE);
    await me.screenshot('1-open');
    await me.dialog.getByRole('button', { name: words.open.submit, exact: true }).click();
    await me.openThread();
    await me.thread.getByText(statuses.preparing).first().waitFor();
    await me.screenshot('2-card');

    await me.actAs(colleague);
    await me.type('/case open B0ABC12345 listing removed');
    await me.dialog.getByText('#1').first().waitFor();
    await me.dialog.getByRole('button', { name: words.open.submit, exact: true }).click();
    await me.dialog.getByRole('radio', { name: addTo(1) }).waitFor();
    await me.screenshot('3-duplicate');
    await me.dialog.getByRole('radio', { name: addTo(1) }).check();
    await me.dialog.getByRole('button', { name: words.open.submit, exact: true }).click();
    await me.dialog.waitFor({ state: 'detached' });

    await me.actAs(owner);
    await me.press(buttons.ready, me.channel);
    await me.channel.getByText(statuses.ready).first().waitFor();
    await me.toNextEvent();
    await me.thread.getByText('please restore it').last().waitFor();
    await me.screenshot('4-window');

    await me.press(buttons.submitted);
    await me.dialog.getByLabel(words.submitted.reference).fill('113-1234567-1234567');
    await me.dialog.getByRole('button', { name: words.save, exact: true }).click();
    await me.dialog.getByRole('alert').waitFor();
    await me.dialog.getByLabel(words.submitted.reference).fill('Case ID: 12345678901');
    await me.dialog.getByRole('button', { name: words.save, exact: true }).click();
    await me.channel.getByText('12345678901').first().waitFor();

    await me.toNextEvent();
    await me.thread.getByRole('button', { name: buttons.checkNothing, exact: true }).last().click();
    await me.thread.getByRole('button', { name: buttons.noteSent, exact: true }).last().waitFor();
    await me.screenshot('5-follow-up');
    await me.press(buttons.noteSent);
    await me.press(buttons.solved, me.channel);
    await me.channel.getByText(statuses.resolved).first().waitFor();
    await me.press(buttons.closed, me.channel);
    await me.channel.getByText(statuses.closed).first().waitFor();
    await me.screenshot('6-closed');
    expect(product.slack.warnings).toEqual([]);
  });
});
