import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { TERMS } from '../../src/i18n/terms.ts';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { silent } from '../support/desk.ts';
import { atWork, CASES } from '../support/journey.ts';

const DAY = 86_400_000;
/** A database on disk takes seconds to be made, to open and to close, more on a busy machine. */
const SLOW = 90_000;
const status = TERMS.en.statuses;

function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'docket-kept-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The sandbox as `--keep` starts it: one folder holds all of it, the database too, so it has no other set-up. A second `stop` changes nothing. */
async function keptSandbox(folder: string): Promise<SandboxProduct> {
  const product = await startProduct({ keepIn: folder, log: silent });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= product.stop());
  onTestFinished(stop);
  return { ...product, stop };
}

test('after each of two restarts the same card goes on, at the time that had come', {
  timeout: SLOW,
}, async () => {
  const folder = tempFolder();
  const first = await keptSandbox(folder);
  await atWork(first.slack).open('U0LINA', { [FIELD.identifiers]: 'B0ABC12345' });
  const card = await atWork(first.slack).shows(1, status.preparing);
  await first.turnTo(first.clock.now() + 3 * DAY);
  // A second sandbox in the same folder is refused, and spoils nothing.
  await expect(keptSandbox(folder)).rejects.toThrow(`Another Docket uses the data folder ${folder}`);
  const turnedTo = first.clock.now();
  await first.stop();
  const shown = first.slack.messages(CASES);

  const second = await keptSandbox(folder);
  const team = atWork(second.slack);
  expect(second.slack.messages(CASES)).toEqual(shown);
  expect(second.clock.now()).toBeGreaterThanOrEqual(turnedTo);
  await team.press('U0LINA', 1, ACTIONS.ready);
  expect((await team.shows(1, status.ready)).ts).toBe(card.ts);
  // What is on its way is said before the end.
  await second.stop();
  const said = second.slack.messages(CASES);

  const third = await keptSandbox(folder);
  const later = atWork(third.slack);
  expect(third.slack.messages(CASES)).toEqual(said);
  await later.answer('U0LINA', 1, ACTIONS.submitted, { reference: '12345678901' });
  expect((await later.shows(1, '12345678901')).ts).toBe(card.ts);
  expect(third.slack.messages(CASES).filter((one) => one.threadTs === undefined)).toHaveLength(1);
  expect(third.slack.warnings).toEqual([]);
});

test('a broken file stops the start and gives the folder back', { timeout: SLOW }, async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'slack.json'), '{');
  await expect(keptSandbox(folder)).rejects.toThrow(/slack\.json can't be read .* Delete the folder/);
  expect(readdirSync(folder).sort()).toEqual(['pgdata', 'slack.json']);
});
