import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { workspaceId } from '../../src/domain/ids.ts';
import { type LocalSlack, startLocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import type { Delivery } from '../../src/sandbox/local-slack/transport/delivery.ts';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { engines, type FreshDatabase } from '../engines.ts';
import { startOn } from '../support/app-on.ts';
import { silent } from '../support/desk.ts';
import { atWork, CASES, words } from '../support/journey.ts';
import { at } from '../support/story.ts';

const HERE = workspaceId('T0DOCKET');

/** The last payload that was sent, once every copy of it has been answered. */
async function answered(slack: LocalSlack, copies: number): Promise<Delivery> {
  const last = slack.deliveries.at(-1);
  if (!last) throw new Error('Nothing was sent');
  await slack.eventually(() => last.attempts.length === copies);
  return last;
}

const answersOf = (delivery: Delivery): unknown[] => delivery.attempts.map(({ ack }) => ack);

/** Hazards 1 and 29, with each kind of payload that Slack sends. */
describe.each([
  { way: 'two sockets', transport: 'socket', sockets: 2 },
  { way: 'HTTP', transport: 'http', sockets: 1 },
] as const)('sent three times at once and again later over $way', ({ transport, sockets }) => {
  let product: SandboxProduct;
  let slack: LocalSlack;
  let team: ReturnType<typeof atWork>;
  beforeAll(async () => {
    const startAt = at('2027-01-14T21:00-05:00');
    product = await startProduct({ startAt, transport, sockets, log: silent });
    slack = product.slack;
    team = atWork(slack);
  }, 60_000);
  afterAll(() => product.stop());

  /** Has it sent thrice, and once more later; all four answers must be the same. */
  async function repeated(act: () => Promise<unknown>): Promise<void> {
    slack.faults.repeatNextDelivery(3);
    await act();
    const sent = await answered(slack, 3);
    await slack.faults.deliverAgain(sent);
    const [first, ...others] = answersOf(sent);
    expect(first).toMatchObject({ acked: true });
    expect(others).toEqual([first, first, first]);
  }
  const told = (user: string, text: string) =>
    slack.ephemerals(user).filter((m) => words(m).includes(text)).length;

  test('a command opens one form', async () => {
    await repeated(() => slack.command('U0TOM', CASES, '/case open B0ABC12345 US lost the buy box'));
    await slack.eventually(() => JSON.stringify(slack.views('U0TOM')).includes(FIELD.problem));
    expect(slack.views('U0TOM')).toHaveLength(1);
    await team.closeForms();
  });

  test('a form opens one case, of which the person is told once', async () => {
    await team.openForm('U0TOM', 'B0ABC12345 US lost the buy box');
    await slack.fill('U0TOM', { [FIELD.newStore]: 'Store A' });
    await repeated(() => slack.submit('U0TOM'));
    await slack.eventually(() => told('U0TOM', 'Case #1 is open') === 1);
    await product.settle();
    expect(await product.app.cases.listOpen(HERE, null)).toHaveLength(1);
    expect(told('U0TOM', 'Case #')).toBe(1);
  });

  test('a form that is refused is refused in the same words', async () => {
    await team.openForm('U0LINA', 'B0ABC12345 US lost the buy box');
    await repeated(() => slack.submit('U0LINA', { [FIELD.problem]: 'Again.' }));
    expect(team.modal('U0LINA')).toContain('*#1* · <@U0TOM>');
    await team.closeForms();
    expect(await product.app.cases.listOpen(HERE, null)).toHaveLength(1);
  });

  test('a click is one step', async () => {
    await repeated(() => team.press('U0TOM', 1, ACTIONS.ready));
    await slack.eventually(() => JSON.stringify(team.card(1).blocks).includes(ACTIONS.submitted));
    await product.settle();
    // Opened and ready: each once.
    expect(team.thread(1)).toHaveLength(2);
  });

  test('an event is answered once', async () => {
    await repeated(async () => slack.say('U0MARIA', CASES, '<@U0DOCKET> lead <@U0TOM>'));
    await team.hears('U0MARIA', '<@U0TOM> is a lead now');
    await product.settle();
    expect(told('U0MARIA', 'is a lead now')).toBe(1);
    expect(slack.warnings).toEqual([]);
  });
});

const onEach = engines.flatMap((engine) => [
  { engine, where: `one that was started again, on ${engine.name}`, together: false },
]);
const servers = engines.filter(({ name }) => name === 'Postgres');
const onEachPair = [
  ...onEach,
  ...servers.map((engine) => ({ engine, where: 'another beside it, on Postgres', together: true })),
];

/** What one process remembers is a convenience: the receipts are what counts. */
describe.each(onEachPair)('what one process answered and $where, is sent', ({ engine, together }) => {
  let slack: LocalSlack;
  let fresh: FreshDatabase;
  let apps: App[] = [];
  beforeAll(async () => {
    [slack, fresh] = await Promise.all([startLocalSlack(), engine.fresh()]);
    apps = [await startOn(slack, { database: fresh.options })];
    await slack.eventually(() => slack.connections === 1, 30_000);
  }, 90_000);
  afterAll(async () => {
    for (const app of apps) await app.stop();
    await slack.close();
    await fresh.remove();
  });

  test('has one effect, and the same answer', { timeout: 90_000 }, async () => {
    const team = atWork(slack);
    /** All but the news that the case is open, which may be said again. */
    const told = () => slack.ephemerals('U0TOM').filter((m) => !words(m).includes('is open'));
    const number = await team.opened('U0TOM', { [FIELD.identifiers]: 'B0ABC12345' });
    const form = slack.deliveries.findLast(({ payload }) => payload.type === 'view_submission');
    await team.ready('U0TOM', number);
    const click = slack.deliveries.at(-1);
    slack.say('U0MARIA', CASES, '<@U0DOCKET> lead <@U0TOM>');
    await team.hears('U0MARIA', '<@U0TOM> is a lead now');
    const event = slack.deliveries.at(-1);
    // The card, two notes in its thread, and what Maria said.
    await slack.eventually(() => slack.messages(CASES).length === 4);
    const before = slack.messages(CASES).length;
    const toldBefore = told();

    if (!together) {
      await apps.pop()?.stop();
      await slack.eventually(() => slack.connections === 0);
    }
    apps.push(await startOn(slack, { database: fresh.options }));
    await slack.eventually(() => slack.connections === apps.length, 30_000);

    const answers: unknown[] = [];
    for (const sent of [form, click, event]) {
      if (!sent) throw new Error('Nothing of that kind was sent');
      answers.push(await slack.faults.deliverAgain(sent, 2));
    }
    const done = { acked: true };
    const closed = { acked: true, body: { response_action: 'clear' } };
    expect(answers).toMatchObject([
      [closed, closed],
      [done, done],
      [done, done],
    ]);
    expect(await apps[0]?.cases.listOpen(HERE, null)).toHaveLength(1);
    // What comes next stands right behind: nothing came in between.
    await team.answer('U0TOM', number, ACTIONS.note, { text: 'Still here' });
    await team.says(number, 'Still here');
    expect(slack.messages(CASES)).toHaveLength(before + 1);
    expect(told()).toEqual(toldBefore);
    expect(slack.warnings).toEqual([]);
  });
});
