import { afterEach, describe, expect, test } from 'vitest';
import { BROKEN } from '../../src/desk/deliver/pacing.ts';
import { caseNumber, personId, workspaceId } from '../../src/domain/ids.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { NINE, TOM } from '../support/at-the-window.ts';
import { silent } from '../support/desk.ts';
import { atWork, CASES, words } from '../support/journey.ts';

let product: SandboxProduct;
afterEach(() => product.stop());

async function oneCase() {
  product = await startProduct({ startAt: NINE, log: silent });
  const team = atWork(product.slack);
  await team.opened(TOM, { [FIELD.identifiers]: 'B0ABC12345' });
  await product.settle();
  return { ...product, team };
}
const note = (text: string) =>
  product.app.desk.act(
    { workspace: workspaceId(product.slack.teamId), person: personId(TOM), key: text },
    caseNumber(1),
    { type: 'note', text },
  );
const posts = (channel: string) =>
  product.slack.calls.filter((call) => call.method === 'chat.postMessage' && call.args.channel === channel);
const toldToTom = (): string[] => product.slack.messages(product.slack.dm(TOM)).map(words);

/** Hazard 12. */
describe('a channel that takes no messages any more', () => {
  test.each([
    { name: 'is archived', how: () => product.slack.archive(CASES), because: 'the channel is archived' },
    {
      name: 'has no bot any more',
      how: () => product.slack.removeBot(CASES),
      because: 'Docket is no member there',
    },
    {
      name: 'is gone',
      how: () => {
        const gone = { kind: 'error', code: 'channel_not_found' } as const;
        product.slack.faults.fail('chat.postMessage', gone, { times: Infinity, channel: CASES });
        product.slack.faults.fail('chat.update', gone, { times: Infinity, channel: CASES });
      },
      because: 'Docket is no member there',
    },
  ])('because it $name: each message is tried once, and its owner told', async ({ how, because }) => {
    const { slack, settle, turnTo, clock } = await oneCase();
    how();
    const before = { posts: posts(CASES).length, all: slack.calls.length };
    await note('one');
    await settle();
    await note('two');
    await turnTo(clock.now() + MINUTE);
    expect(posts(CASES)).toHaveLength(before.posts + 2);
    expect(toldToTom()).toEqual([expect.stringContaining('one'), expect.stringContaining('two')]);
    expect(toldToTom()[0]).toContain(because);
    expect(toldToTom()[0]).toContain('#1');

    const settled = slack.calls.length;
    for (let i = 0; i < 3; i += 1) await turnTo(clock.now() + MINUTE);
    expect(slack.calls).toHaveLength(settled);
    await slack.command(TOM, slack.dm(TOM), '/case show 1');
    await slack.eventually(() => slack.ephemerals(TOM).some((m) => words(m).includes('B0ABC12345')));
  });
});

test('a person who can’t be written to either: the next one is told', async () => {
  const { slack, settle } = await oneCase();
  slack.archive(CASES);
  const refused = { kind: 'error', code: 'messages_tab_disabled' } as const;
  slack.faults.fail('chat.postMessage', refused, { times: Infinity, channel: TOM });
  await note('who reads this?');
  await settle();
  expect(posts(TOM)).toHaveLength(1);
  expect(toldToTom()).toEqual([]);
  const others = slack.people.filter(({ id }) => id !== TOM);
  const read = others.flatMap(({ id }) => slack.messages(slack.dm(id)).map(words));
  expect(read).toEqual([expect.stringContaining('who reads this?')]);
});

describe('somebody deletes', () => {
  test('the card: the case gets another one, once, and its thread goes on there', async () => {
    const { slack, team, settle, turnTo, clock } = await oneCase();
    const old = team.card(1).ts;
    slack.deleteMessage(CASES, old);
    await note('still here');
    await settle();
    await turnTo(clock.now() + MINUTE);
    expect(team.card(1).ts).not.toBe(old);
    const roots = slack.messages(CASES).filter((m) => m.threadTs === undefined && words(m).includes('#1 '));
    expect(roots).toHaveLength(1);
    expect(team.thread(1).map(words)).toEqual([expect.stringContaining('still here')]);
    await note('and on');
    await settle();
    expect(team.thread(1)).toHaveLength(2);
    expect(toldToTom()).toEqual([]);
  });
});

describe.each(['invalid_auth', 'token_revoked'])('a token that is refused (%s)', (code) => {
  test('is not tried again and again; once it works, all that waited arrives, once and marked late', async () => {
    const { slack, team, settle, clock, app } = await oneCase();
    const refused = { kind: 'error', code } as const;
    const lift = ['chat.postMessage', 'chat.update'].map((method) =>
      slack.faults.fail(method, refused, { times: Infinity }),
    );
    const writes = () => slack.calls.filter(({ method }) => /^chat\.(post|upd)/.test(method)).length;
    const before = writes();
    await note('one');
    await slack.eventually(() => writes() > before);
    await note('two');
    clock.turn(BROKEN / 2);
    await settle();
    // One message, or one change of the card, and perhaps both at once.
    expect(writes() - before).toBeLessThanOrEqual(2);
    expect(team.thread(1)).toHaveLength(1);
    const view = await app.desk.view(workspaceId(slack.teamId), caseNumber(1));
    expect(view?.case.version).toBe(3);

    for (const one of lift) one();
    clock.turn(2 * BROKEN);
    await settle();
    const said = team.thread(1).slice(1).map(words);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/one[^]*two/);
    expect(said[0]).toContain('Late');
    expect(toldToTom()).toEqual([]);
  }, 60_000);
});
