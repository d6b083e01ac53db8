import { expect, onTestFinished, test } from 'vitest';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import type { SandboxAct, SandboxHood } from '../../src/sandbox/protocol.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { silent } from '../support/desk.ts';
import { atWork } from '../support/journey.ts';
import { at } from '../support/story.ts';

const SLOW = 90_000;
const TOM = 'U0TOM';

async function sandbox(): Promise<SandboxProduct> {
  const product = await startProduct({ startAt: at('2027-01-19T08:00-05:00'), log: silent });
  onTestFinished(() => product.stop());
  return product;
}

const hood = async ({ slack }: SandboxProduct, filter: Record<string, string> = {}): Promise<SandboxHood> =>
  (
    await fetch(`${slack.url}sandbox/hood?${new URLSearchParams(filter).toString()}`)
  ).json() as Promise<SandboxHood>;

const act = async ({ slack }: SandboxProduct, what: SandboxAct): Promise<unknown> =>
  (await fetch(`${slack.url}sandbox/act`, { method: 'POST', body: JSON.stringify(what) })).json();

const open = (product: SandboxProduct, asin: string) =>
  atWork(product.slack).opened(TOM, { [FIELD.identifiers]: asin });

test('both directions are seen, newest first, found by text, and opened without any token', {
  timeout: SLOW,
}, async () => {
  const product = await sandbox();
  await open(product, 'B0ABC12345');
  await product.settle();
  const all = await hood(product);
  expect(all.found).toBe(all.total);
  expect(all.kinds).toEqual(
    expect.arrayContaining(['/case', 'view_submission', 'chat.postMessage', 'views.open']),
  );
  expect(all.exchanges.map((one) => one.at)).toEqual(
    all.exchanges.map((one) => one.at).sort((a, b) => b - a),
  );

  const posts = await hood(product, { way: 'to-slack', kind: 'chat.postMessage', text: 'b0abc12345' });
  expect(posts.found).toBeGreaterThan(0);
  expect(new Set(posts.exchanges.map(({ kind, way, outcome }) => `${way} ${kind} ${outcome}`))).toEqual(
    new Set(['to-slack chat.postMessage ok']),
  );
  expect((await hood(product, { text: 'nobody says this' })).found).toBe(0);

  const details = await Promise.all(
    all.exchanges.map(async ({ id }) => (await fetch(`${product.slack.url}sandbox/hood/${id}`)).text()),
  );
  const shown = details.join('\n');
  expect(shown).toContain('B0ABC12345');
  expect(shown).toContain('ticket=•••');
  expect(shown).not.toMatch(/xox[a-z]-|xapp-|verification-token|ticket=[0-9a-f]/);
});

test('answers that get lost leave every message once', { timeout: SLOW }, async () => {
  const product = await sandbox();
  expect(await act(product, { type: 'fault', fault: 'lost', on: true })).toEqual({ ok: true });
  expect((await hood(product)).faults).toEqual(['lost']);
  await open(product, 'B0ABC12345');
  await product.slack.eventually(async () => (await hood(product)).said.notYet > 0);
  await act(product, { type: 'fault', fault: 'lost', on: false });
  await expect
    .poll(
      async () => {
        await product.turnTo(product.clock.now() + 60_000);
        return (await hood(product)).said;
      },
      { timeout: 60_000 },
    )
    .toMatchObject({ twice: 0, notYet: 0 });
  const { said, exchanges } = await hood(product, { kind: 'chat.postMessage' });
  expect(said.once).toBeGreaterThan(1);
  expect(exchanges.map(({ why }) => why)).toContain('accept_then_reset');
});

test('while Slack says "too many" nothing is said, and afterwards everything once', {
  timeout: SLOW,
}, async () => {
  const product = await sandbox();
  await act(product, { type: 'fault', fault: 'too-many', on: true });
  const team = atWork(product.slack);
  await team.open(TOM, { [FIELD.identifiers]: 'B0ABC12345' });
  await product.slack.eventually(async () => (await hood(product)).said.notYet > 0);
  expect((await hood(product)).said).toMatchObject({ once: 0, twice: 0 });
  await act(product, { type: 'fault', fault: 'too-many', on: false });
  await expect
    .poll(
      async () => {
        await product.turnTo(product.clock.now() + 10_000);
        return (await hood(product)).said;
      },
      { timeout: 60_000 },
    )
    .toMatchObject({ twice: 0, notYet: 0 });
  expect((await hood(product)).said.once).toBeGreaterThan(1);
});

test('a killed product starts on the same database and goes on, nothing lost and nothing twice', {
  timeout: SLOW,
}, async () => {
  const product = await sandbox();
  const first = await open(product, 'B0ABC12345');
  // In the middle of saying it.
  expect(await act(product, { type: 'kill' })).toEqual({ ok: true });
  const killed = product.app;
  // What the dead one was sending is its own until its lease is over.
  await product.turnTo(product.clock.now() + 60_000);
  const team = atWork(product.slack);
  await team.ready(TOM, first);
  await act(product, { type: 'kill' });
  expect(product.app).not.toBe(killed);
  expect(await open(product, 'B0ABC12346')).toBe(first + 1);
  await product.turnToNext();
  await expect
    .poll(
      async () => {
        await product.turnTo(product.clock.now() + 60_000);
        return (await hood(product)).said;
      },
      { timeout: 60_000 },
    )
    .toMatchObject({ twice: 0, notYet: 0 });
  expect(JSON.stringify(product.slack.thread('C0CASES', team.card(first).ts))).toContain(ACTIONS.submitted);
});

test('a cut socket is opened again, and a click after it finds the product', { timeout: SLOW }, async () => {
  const product = await sandbox();
  const number = await open(product, 'B0ABC12345');
  await act(product, { type: 'cut' });
  await product.slack.eventually(() => product.slack.connections === 0);
  await product.slack.eventually(() => product.slack.connections > 0, 30_000);
  const team = atWork(product.slack);
  await team.ready(TOM, number);
  expect(JSON.stringify(team.card(number).blocks)).toContain(ACTIONS.submitted);
});
