import { afterEach, describe, expect, test } from 'vitest';
import { HOUR, type Instant, MINUTE } from '../../src/domain/time.ts';
import { NUDGES } from '../../src/i18n/nudges.ts';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { type FreshDatabase, queueEngines } from '../engines.ts';
import { BEFORE_NINE, NINE, readyCase, TOM } from '../support/at-the-window.ts';
import { silent } from '../support/desk.ts';
import { atWork } from '../support/journey.ts';

/** Hazard 23. */
describe.each(queueEngines)('on $name', (engine) => {
  let product: SandboxProduct | undefined;
  let fresh: FreshDatabase | undefined;
  afterEach(async () => {
    await product?.stop();
    await fresh?.remove();
  });

  test('put off again and again on one day, to the same hour too: each reminder comes, once', async () => {
    fresh = await engine.database.fresh();
    const options = {
      database: fresh.options,
      ...(engine.redis === null ? {} : { redisUrl: new URL('/6', engine.redis).href }),
    };
    product = await startProduct({ startAt: BEFORE_NINE, log: silent, ...options });
    const { slack, turnTo, settle } = product;
    const team = atWork(slack);
    const number = await readyCase(team, settle);
    const putOff = async (until: Instant): Promise<void> => {
      const sent = await team.answer(TOM, number, ACTIONS.snooze, {
        until: until / 1_000,
        why: 'Waiting for papers.',
      });
      expect(sent).toMatchObject({ errors: {}, closed: true });
      await settle();
    };
    // Counted as they were posted: one that is put off again is marked as no longer due.
    const reminders = () =>
      slack.calls.filter(
        ({ method, args }) =>
          method === 'chat.postMessage' && JSON.stringify(args).includes(NUDGES.en.snoozeOver),
      );

    // Within the horizon: a job for it lies in the queue, and stays there when the case is put off further.
    const ten = NINE + HOUR;
    await turnTo(ten - 5 * MINUTE);
    await putOff(ten);
    await putOff(ten + HOUR);
    await putOff(ten);
    await turnTo(ten);
    expect(reminders()).toHaveLength(1);
    await putOff(ten + 5 * MINUTE);
    await turnTo(ten + 5 * MINUTE);
    expect(reminders()).toHaveLength(2);
    await putOff(ten + 8 * MINUTE);
    await turnTo(ten + HOUR + MINUTE);
    expect(reminders()).toHaveLength(3);
  }, 60_000);
});
