import { expect, onTestFinished, test } from 'vitest';
import { caseNumber, personId, workspaceId } from '../../src/domain/ids.ts';
import { refusalText } from '../../src/i18n/refusals.ts';
import { TERMS } from '../../src/i18n/terms.ts';
import { startProduct } from '../../src/sandbox/product.ts';
import { asin } from '../../src/sandbox/scenes/letters.ts';
import { teamAt } from '../../src/sandbox/scenes/team.ts';
import { silent } from '../support/desk.ts';
import { at } from '../support/story.ts';
import { PAGE_DIR, visit } from './browser.ts';

const RACERS = [
  { id: 'U0TOM', name: 'Tom Baker', locale: 'en' },
  { id: 'U0LINA', name: 'Li Na', locale: 'zh-CN' },
] as const;

test('two take a case at once: one owns it, the other is told who, in their own language', async () => {
  const product = await startProduct({
    slack: { pageDir: PAGE_DIR },
    startAt: at('2027-01-14T20:30-05:00'),
    log: silent,
  });
  onTestFinished(() => product.stop());
  const team = teamAt({ desk: product.app.desk, locale: 'en', turnTo: product.turnTo });
  const number = await team.open('U0WANGWEI', {
    category: 'featured_offer',
    subjects: [asin('B0CN4RJ5WL')],
    problem: 'The Buy Box is gone.',
  });
  await team.act('U0WANGWEI', number, { type: 'release' });
  await product.settle();

  const racers = await Promise.all(
    RACERS.map(async (racer) => ({
      ...racer,
      me: await visit(`${product.slack.url}#as=${racer.id}&in=C0CASES`, racer.locale),
    })),
  );
  const { take } = TERMS.en.buttons;
  for (const { me } of racers) await me.channel.getByRole('button', { name: take, exact: true }).waitFor();
  await Promise.all(racers.map(({ me }) => me.press(take, me.channel)));

  const ownerNow = async () =>
    (await product.app.cases.load(workspaceId('T0DOCKET'), caseNumber(number)))?.case.owner;
  await expect.poll(ownerNow).toBeTruthy();
  const owner = await ownerNow();
  const [winner] = racers.filter(({ id }) => id === owner);
  const [loser] = racers.filter(({ id }) => id !== owner);
  if (!winner || !loser) throw new Error(`${owner} owns it`);
  const refusal = { code: 'already_owned', number, owner: personId(winner.id) } as const;
  const told = refusalText(refusal, loser.locale, { names: () => `@${winner.name}` });
  await loser.me.page.getByText(told).waitFor();
  expect(await winner.me.page.getByText(/Only visible to you|仅你可见/).count()).toBe(0);
  for (const { me } of racers) await me.channel.getByText(`: ${winner.name}`).waitFor();
  await loser.me.screenshot('race');
  expect(await ownerNow()).toBe(owner);
  expect(product.slack.warnings).toEqual([]);
});
