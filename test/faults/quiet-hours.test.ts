import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import { NUDGES } from '../../src/i18n/nudges.ts';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { silent } from '../support/desk.ts';
import { atWork, words } from '../support/journey.ts';
import { at } from '../support/story.ts';

const LINA = 'U0LINA';
const EVENING = at('2027-01-19T21:00+08:00');
const NIGHT = at('2027-01-19T23:00+08:00');
const MORNING = at('2027-01-20T09:00+08:00');

let product: SandboxProduct | undefined;
let folder: string | undefined;
afterEach(async () => {
  await product?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

/** Hazard 26. */
test('a reminder that falls into somebody’s night comes in the morning, once, though the process was restarted', async () => {
  folder = await mkdtemp(join(tmpdir(), 'docket-quiet-'));
  const start = (startAt: number) => startProduct({ startAt, keepIn: folder ?? '', log: silent });
  product = await start(EVENING);
  const evening = atWork(product.slack);
  const number = await evening.opened(LINA, { [FIELD.identifiers]: 'B0ABC12345' });
  await evening.answer(LINA, number, ACTIONS.snooze, {
    until: NIGHT / 1_000,
    why: 'The supplier answers tonight.',
  });
  await product.settle();
  await product.turnTo(NIGHT + 30 * MINUTE);
  const reminders = (team: typeof evening) =>
    team
      .thread(number)
      .filter((m) => words(m).includes(NUDGES.en.snoozeOver))
      .map(words);
  expect(reminders(evening)).toEqual([]);

  await product.stop();
  product = await start(NIGHT + 31 * MINUTE);
  const morning = atWork(product.slack);
  await product.turnTo(MORNING - MINUTE);
  expect(reminders(morning)).toEqual([]);
  await product.turnTo(MORNING + MINUTE);
  expect(reminders(morning)).toHaveLength(1);
  expect(reminders(morning)[0]).toContain(`<@${LINA}>`);
  expect(reminders(morning)[0]).not.toContain('Late');
  await product.turnTo(MORNING + 30 * MINUTE);
  expect(reminders(morning)).toHaveLength(1);
}, 90_000);
