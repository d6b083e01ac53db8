import { describe, expect, onTestFinished, test } from 'vitest';
import { personId } from '../../src/domain/ids.ts';
import { BRIEFINGS } from '../../src/i18n/briefings.ts';
import { HAND_OVER } from '../../src/i18n/hand-over.ts';
import { MODALS } from '../../src/i18n/modals.ts';
import { TERMS } from '../../src/i18n/terms.ts';
import { sceneWordsEn, sceneWordsZh } from '../../src/sandbox/page/words-scenes.ts';
import { startProduct } from '../../src/sandbox/product.ts';
import { asin, letter } from '../../src/sandbox/scenes/letters.ts';
import { teamAt } from '../../src/sandbox/scenes/team.ts';
import { silent } from '../support/desk.ts';
import { startedWorkspace } from '../support/started.ts';
import { at } from '../support/story.ts';
import { PAGE_DIR, PHONE, type Visitor, visit } from './browser.ts';

/** What a person on the way to work can't use: cut off at the side, or too small for a finger. */
async function unfitFor({ page }: Visitor): Promise<string[]> {
  return page.evaluate<string[]>(`
    [...document.querySelectorAll('.message button.button, .dialog button.button')].flatMap((button) => {
      if (!button.checkVisibility()) return [];
      const { left, right, height, width } = button.getBoundingClientRect();
      const fits = left >= 0 && right <= window.innerWidth && height >= 36 && button.scrollWidth <= width + 1;
      return fits ? [] : [button.textContent];
    }).concat(document.documentElement.scrollWidth > window.innerWidth ? ['the page scrolls to the side'] : [])`);
}

describe.each([
  {
    locale: 'en',
    said: sceneWordsEn,
    owner: 'U0TOM',
    tuesday: at('2027-01-19T09:30-05:00'),
    heir: 'U0MARIA',
    problem: 'The Buy Box is gone since Sunday; price and stock are as ever.',
    note: 'I fly on Thursday. The invoices are in the shared folder.',
    thursday: at('2027-01-21T09:31-05:00'),
  },
  {
    locale: 'zh-CN',
    said: sceneWordsZh,
    owner: 'U0LINA',
    tuesday: at('2027-01-19T10:30+08:00'),
    heir: 'U0WANGWEI',
    problem: '购物车从周日起丢失，价格和库存都没有变。',
    note: '我周四飞上海，发票都在共享文件夹里。',
    thursday: at('2027-01-21T09:31+08:00'),
  },
] as const)('on a phone, in $locale', ({ locale, said, owner, heir, problem, note, tuesday, thursday }) => {
  test('a card, a hand-over, the form and the morning can be read and used', async () => {
    const product = await startProduct({
      slack: { pageDir: PAGE_DIR },
      startAt: tuesday,
      locale,
      log: silent,
    });
    onTestFinished(() => product.stop());
    await startedWorkspace(product);
    const team = teamAt({ desk: product.app.desk, locale, turnTo: product.turnTo });
    const open = (subject: string) =>
      team.open(owner, {
        storeName: 'Store A',
        category: 'featured_offer',
        subjects: [asin(subject)],
        problem,
        message: letter(
          `${subject} – Featured Offer lost – please restore it`,
          'Price, stock and account metrics are unchanged since January 17.',
        ),
      });
    const waiting = await open('B0CN4RJ5WL');
    await team.act(owner, waiting, { type: 'make_ready' });
    await team.act(owner, waiting, { type: 'submit', reference: { kind: 'case_id', id: '17211290354' } });
    const given = await open('B0CK7TZ9QN');
    await team.act(owner, given, { type: 'make_ready' });
    await product.settle();

    const me = await visit(`${product.slack.url}#as=${owner}&in=C0CASES`, locale, PHONE);
    const shot = async (name: string) => {
      await me.screenshot(`phone-${name}`);
      expect(await unfitFor(me)).toEqual([]);
    };
    const guide = me.page.getByRole('complementary', { name: said.guide.title });
    await guide.getByRole('button', { name: said.guide.hide }).click();
    await me.channel.getByText('B0CK7TZ9QN').waitFor();
    await shot('card');

    await me.type('/case open B0BX6M2YKD');
    await me.dialog.getByRole('button', { name: MODALS[locale].open.submit, exact: true }).waitFor();
    await me.dialog.getByRole('textbox').first().waitFor();
    await shot('modal');
    await me.page.keyboard.press('Escape');
    await me.dialog.waitFor({ state: 'detached' });

    await team.act(owner, given, { type: 'hand_over', to: personId(heir), note });
    await product.settle();
    await me.actAs(heir);
    await me.openThread();
    await me.thread.getByText(note).waitFor();
    await me.thread.getByText(HAND_OVER[locale].missing.submission).waitFor();
    await shot('hand-over');
    const { acceptOffer } = TERMS[locale].buttons;
    await me.press(acceptOffer);
    await me.thread.getByRole('button', { name: acceptOffer, exact: true }).waitFor({ state: 'detached' });

    await product.turnTo(thursday);
    await me.page.goto(`${product.slack.url}#as=${owner}&in=${product.slack.dm(owner)}`);
    const morning = me.page.getByRole('log', { name: /Docket/ });
    await morning.getByText(BRIEFINGS[locale].morning('')).last().waitFor();
    await morning.getByRole('button', { name: TERMS[locale].buttons.checkNothing }).last().waitFor();
    await shot('briefing');
    expect(product.slack.warnings).toEqual([]);
  });
});
