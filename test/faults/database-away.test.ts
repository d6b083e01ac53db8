import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { caseNumber, workspaceId } from '../../src/domain/ids.ts';
import { ANSWERS } from '../../src/i18n/answers.ts';
import { MODALS } from '../../src/i18n/modals.ts';
import { TERMS } from '../../src/i18n/terms.ts';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { engines, type FreshDatabase } from '../engines.ts';
import { lastTold } from '../slack/on-slack.ts';
import { silent } from '../support/desk.ts';
import { atWork, CASES, words } from '../support/journey.ts';
import { at } from '../support/story.ts';
import { type TcpProxy, tcpProxy } from '../support/tcp-proxy.ts';

const HERE = workspaceId('T0DOCKET');
const servers = engines.filter(({ name }) => name === 'Postgres');
const TOM = 'U0TOM';
const [UNCERTAIN = ''] = ANSWERS.en.uncertain('#').split('#');
const TYPED = 'The Buy Box is gone since Thursday.';

/** Hazard 3. */
describe.each(servers)('$name away while a case is opened', (engine) => {
  let fresh: FreshDatabase;
  let line: TcpProxy;
  let product: SandboxProduct;
  let team: ReturnType<typeof atWork>;
  beforeEach(async () => {
    fresh = await engine.fresh();
    line = await tcpProxy(String(fresh.options.url));
    product = await startProduct({
      startAt: at('2027-01-14T21:00-05:00'),
      database: { url: line.url },
      log: silent,
    });
    team = atWork(product.slack);
  }, 60_000);
  afterEach(async () => {
    line.heal();
    await product.stop();
    await line.close();
    await fresh.remove();
  }, 60_000);

  const openCases = async (): Promise<number> => (await product.app.cases.listOpen(HERE, null)).length;
  const roots = () => product.slack.messages(CASES).filter((m) => m.threadTs === undefined);
  async function filled(): Promise<void> {
    await team.openForm(TOM, 'B0ABC12345 US');
    await product.slack.fill(TOM, {
      [FIELD.newStore]: 'Store A',
      [FIELD.category]: 'featured_offer',
      [FIELD.problem]: TYPED,
    });
  }
  const underFirst = (errors: Readonly<Record<string, string>>): string => Object.values(errors).join('\n');

  /** Sends the form until it closes, as somebody would who is told to try again. */
  const sentAgain = () =>
    product.slack.eventually(async () => {
      const next = await product.slack.submit(TOM);
      return next.closed && next;
    }, 15_000);
  async function oneCase(): Promise<void> {
    await product.settle();
    await team.says(1, TYPED);
    expect(await openCases()).toBe(1);
    expect(roots()).toHaveLength(1);
    expect(words(team.card(1))).toContain('B0ABC12345');
    expect(product.slack.slackErrors).toEqual([]);
  }

  test.each([
    { how: 'refuses', fail: () => line.refuse(), says: ANSWERS.en.fault('') },
    { how: 'answers nothing', fail: () => line.freeze(), says: ANSWERS.en.slow(MODALS.en.open.submit, '') },
  ])(
    'that $how: an answer in time, the form keeps what was typed, and sent again it is one case',
    async ({ fail, says }) => {
      await filled();
      fail();
      const refused = await product.slack.submit(TOM);
      // Slack's own "We had some trouble connecting" would not be acknowledged.
      expect(refused).toMatchObject({ acked: true, closed: false });
      expect(underFirst(refused.errors)).toContain(says.slice(0, 30));
      expect(team.typed(TOM, FIELD.problem)).toBe(TYPED);
      expect(roots()).toEqual([]);

      line.heal();
      expect(await sentAgain()).toMatchObject({ acked: true, errors: {} });
      await oneCase();
    },
  );

  test('whose answer to the commit is lost: sent again, it is the case that was made', async () => {
    await filled();
    line.loseAnswerTo('commit');
    expect(await product.slack.submit(TOM)).toMatchObject({ acked: true, closed: false });
    expect(await openCases()).toBe(1);
    expect(await sentAgain()).toMatchObject({ acked: true, errors: {} });
    await oneCase();
  });

  test.each([
    { how: 'refuses', fail: () => line.refuse() },
    { how: 'answers nothing', fail: () => line.freeze() },
  ])(
    'that $how: the form that can’t be prepared gives back what stood after the command',
    async ({ fail }) => {
      fail();
      const typed = 'B0ABC12345 US lost the buy box';
      const done = await product.slack.command(TOM, CASES, `/case open ${typed}`);
      expect(done.acked).toBe(true);
      await product.slack.eventually(() => team.modal(TOM).includes(ANSWERS.en.notLoaded('').slice(0, 30)));
      expect(team.modal(TOM)).toContain(typed);
    },
  );

  const settledCase = async (): Promise<number> => {
    const number = await team.opened(TOM, { [FIELD.identifiers]: 'B0ABC12345' });
    await product.settle();
    return number;
  };

  test('that refuses: whoever presses a button is told, and later it works', async () => {
    const number = await settledCase();
    line.refuse();
    await team.press(TOM, number, ACTIONS.ready);
    await team.hears(TOM, ANSWERS.en.fault('').slice(0, 30));
    line.heal();
    const loaded = await product.app.cases.load(HERE, caseNumber(number));
    expect(loaded?.case.phase.status).toBe('preparing');
    await team.press(TOM, number, ACTIONS.ready);
    await team.shows(number, TERMS.en.statuses.ready);
  });

  test('that answers nothing: whoever presses a button is told, and later it has gone through', async () => {
    const number = await settledCase();
    line.freeze();
    await team.press(TOM, number, ACTIONS.ready);
    await product.slack.eventually(() => lastTold(product.slack, TOM).includes(UNCERTAIN), 8_000);
    line.heal();
    await team.shows(number, TERMS.en.statuses.ready);
    expect(product.slack.slackErrors).toEqual([]);
  });
});
