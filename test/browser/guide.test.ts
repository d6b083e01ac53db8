import { describe, expect, onTestFinished, test } from 'vitest';
import { MODALS } from '../../src/i18n/modals.ts';
import { TERMS } from '../../src/i18n/terms.ts';
import { sceneWordsEn, sceneWordsZh } from '../../src/sandbox/page/words-scenes.ts';
import { startProduct } from '../../src/sandbox/product.ts';
import { silent } from '../support/desk.ts';
import { at } from '../support/story.ts';
import { PAGE_DIR, visit } from './browser.ts';

describe.each([
  { locale: 'en', page: sceneWordsEn, owner: 'U0TOM', colleague: 'U0MARIA' },
  { locale: 'zh-CN', page: sceneWordsZh, owner: 'U0LINA', colleague: 'U0WANGWEI' },
] as const)('in $locale', ({ locale, page: said, owner, colleague }) => {
  const { buttons } = TERMS[locale];
  const { guide } = said;

  test('the guide leads a newcomer through a case, and notices each step by itself', {
    timeout: 180_000,
  }, async () => {
    const product = await startProduct({
      slack: { pageDir: PAGE_DIR },
      scene: { name: 'empty', startAt: at('2027-01-15T17:00-05:00') },
      onScene: () => {},
      locale,
      log: silent,
    });
    onTestFinished(() => product.stop());
    const me = await visit(product.slack.url, locale);
    const { page } = me;
    await me.actAs(owner);
    const note = page.getByRole('complementary', { name: guide.title });
    const asks = (step: keyof typeof guide.steps) =>
      note.getByText(guide.steps[step].title, { exact: true }).waitFor();
    const typed = guide.steps.opened.type ?? '';

    await asks('opened');
    await me.type(typed);
    await me.dialog.getByLabel(MODALS[locale].open.newStoreName).fill('Pinewick');
    await me.dialog.getByRole('button', { name: MODALS[locale].open.submit, exact: true }).click();

    await asks('duplicate');
    await me.actAs(colleague);
    await me.type(typed);
    await me.dialog.getByText('#1').first().waitFor();
    await page.keyboard.press('Escape');
    await asks('ready');
    await note.getByText(guide.actAs(locale === 'en' ? 'Tom Baker' : 'Li Na')).waitFor();
    await me.actAs(owner);
    await me.openThread();
    await me.press(buttons.ready, me.channel);

    await asks('window');
    await me.screenshot('guide');
    await me.toNextEvent();
    await asks('submitted');
    await me.press(buttons.submitted);
    await me.dialog.getByLabel(MODALS[locale].submitted.reference).fill(guide.steps.submitted.type ?? '');
    await me.dialog.getByRole('button', { name: MODALS[locale].save, exact: true }).click();

    await asks('asked');
    await me.toNextEvent();
    await asks('checked');
    await me.press(buttons.checkNothing);
    await asks('noted');
    await me.press(buttons.noteSent);
    await asks('solved');
    await me.press(buttons.solved, me.channel);
    await asks('closed');
    await me.press(buttons.closed, me.channel);
    await note.getByText(guide.done).waitFor();

    await note.getByRole('button', { name: guide.doneHide }).click();
    await note.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('button', { name: said.scenes.menu }).click();
    expect(await note.count()).toBe(0);
    await page.getByRole('menuitem', { name: said.scenes.bringGuide }).click();
    await note.waitFor();
  });
});
