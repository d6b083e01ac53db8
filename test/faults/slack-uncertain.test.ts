import { describe, expect, type TestContext, test } from 'vitest';
import { LEASE } from '../../src/desk/deliver/timing.ts';
import { caseNumber, personId, workspaceId } from '../../src/domain/ids.ts';
import { SECOND } from '../../src/domain/time.ts';
import type { Behaviour } from '../../src/sandbox/local-slack/faults.ts';
import { startProduct } from '../../src/sandbox/product.ts';
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
  async function started({ onTestFinished }: TestContext) {
    const product = await startProduct({ startAt: NINE, log: silent });
    onTestFinished(() => product.stop());
    const { slack, app, clock, turnTo, settle } = product;
    const note = (text: string) =>
      app.desk.act(
        { workspace: workspaceId(slack.teamId), person: personId(TOM), key: text },
        caseNumber(1),
        { type: 'note', text },
      );
    /** From the lost answer to the look-up, and a while beyond. */
    const goOn = async (): Promise<void> => {
      await slack.eventually(() => slack.calls.some((call) => call.fault), 30_000);
      // At once: turning step by step would wait for what is being sent.
      clock.turnTo(clock.now() + LEASE + SECOND);
      await settle();
      await turnTo(clock.now() + 2 * LEASE);
    };
    const lookedUp = (method: string) => slack.calls.filter((call) => call.method === method).length;
    return { ...product, team: atWork(slack), note, goOn, lookedUp };
  }

  test('the card stands there once, and its thread goes on', async (context) => {
    const { slack, team, goOn, lookedUp } = await started(context);
    slack.faults.fail('chat.postMessage', behaviour);
    await team.opened(TOM, { [FIELD.identifiers]: 'B0ABC12345' });
    await goOn();
    const messages = slack.messages(CASES);
    expect(messages.map((m) => m.threadTs)).toEqual([undefined, messages[0]?.ts]);
    expect(lookedUp('conversations.history')).toBe(1);
  }, 90_000);

  test('a note stands in the thread once, before the next one', async (context) => {
    const { slack, team, settle, note, goOn, lookedUp } = await started(context);
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
  }, 90_000);

  test('a direct message reaches its person once', async (context) => {
    const { slack, team, settle, note, goOn } = await started(context);
    await team.opened(TOM, { [FIELD.identifiers]: 'B0ABC12345' });
    await settle();
    slack.archive(CASES);
    slack.faults.fail('chat.postMessage', behaviour, { channel: TOM });
    await note('nobody can read this in the channel');
    await goOn();
    expect(slack.messages(slack.dm(TOM)).map(words)).toEqual([
      expect.stringContaining('nobody can read this in the channel'),
    ]);
  }, 90_000);
});
