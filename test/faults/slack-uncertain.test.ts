import { afterEach, describe, expect, test } from 'vitest';
import { LEASE } from '../../src/desk/deliver/timing.ts';
import { caseNumber, personId, workspaceId } from '../../src/domain/ids.ts';
import { SECOND } from '../../src/domain/time.ts';
import type { Behaviour } from '../../src/sandbox/local-slack/faults.ts';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { NINE, TOM } from '../support/at-the-window.ts';
import { silent } from '../support/desk.ts';
import { atWork, CASES, words } from '../support/journey.ts';

const FAULTS: readonly { name: string; behaviour: Behaviour }[] = [
  { name: 'resets the connection', behaviour: { kind: 'accept_then_reset' } },
  { name: 'never answers', behaviour: { kind: 'accept_then_hang' } },
  { name: 'answers 503', behaviour: { kind: 'accept_then_status', status: 503 } },
];

/** Hazard 9: Slack takes the message, and its answer is lost. */
describe.each(FAULTS)('Slack accepts and $name', ({ behaviour }) => {
  let product: SandboxProduct;
  afterEach(() => product.stop());

  async function started() {
    product = await startProduct({ startAt: NINE, log: silent });
    return { ...product, team: atWork(product.slack) };
  }
  const note = (text: string) =>
    product.app.desk.act(
      { workspace: workspaceId(product.slack.teamId), person: personId(TOM), key: text },
      caseNumber(1),
      { type: 'note', text },
    );
  /** From the lost answer to the look-up, and a while beyond. */
  async function goOn(): Promise<void> {
    await product.slack.eventually(() => product.slack.calls.some((call) => call.fault), 10_000);
    await product.settle();
    await product.turnTo(product.clock.now() + LEASE + SECOND);
    await product.turnTo(product.clock.now() + 2 * LEASE);
  }
  const lookedUp = (method: string) => product.slack.calls.filter((call) => call.method === method).length;

  test('the card stands there once, and its thread goes on', async () => {
    const { slack, team } = await started();
    slack.faults.fail('chat.postMessage', behaviour);
    await team.opened(TOM, { [FIELD.identifiers]: 'B0ABC12345' });
    await goOn();
    const messages = slack.messages(CASES);
    expect(messages.map((m) => m.threadTs)).toEqual([undefined, messages[0]?.ts]);
    expect(lookedUp('conversations.history')).toBe(1);
  }, 60_000);

  test('a note stands in the thread once, before the next one', async () => {
    const { slack, team, settle } = await started();
    await team.opened(TOM, { [FIELD.identifiers]: 'B0ABC12345' });
    await settle();
    slack.faults.fail('chat.postMessage', behaviour);
    await note('the first');
    await slack.eventually(() => slack.calls.some((call) => call.fault));
    await note('the second');
    await goOn();
    expect(team.thread(1).map((m) => /the (first|second)/.exec(words(m))?.[1])).toEqual([
      undefined,
      'first',
      'second',
    ]);
    expect(lookedUp('conversations.replies')).toBe(1);
  }, 60_000);

  test('a direct message reaches its person once', async () => {
    const { slack, team, settle } = await started();
    await team.opened(TOM, { [FIELD.identifiers]: 'B0ABC12345' });
    await settle();
    slack.archive(CASES);
    slack.faults.fail('chat.postMessage', behaviour, { channel: TOM });
    await note('nobody can read this in the channel');
    await goOn();
    expect(slack.messages(slack.dm(TOM)).map(words)).toEqual([
      expect.stringContaining('nobody can read this in the channel'),
    ]);
  }, 60_000);
});
