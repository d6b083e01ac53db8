import { afterEach, expect, test } from 'vitest';
import { caseNumber, personId, workspaceId } from '../../src/domain/ids.ts';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import { BEFORE_NINE, NINE, readyCase, TOM } from '../support/at-the-window.ts';
import { silent } from '../support/desk.ts';
import { atWork, words } from '../support/journey.ts';

let product: SandboxProduct | undefined;
afterEach(() => product?.stop());

/** Hazard 11. */
test('Slack is away for four hours across nine: what still applies is told once, together, and late', async () => {
  product = await startProduct({ startAt: BEFORE_NINE, log: silent });
  const { slack, settle, clock, app } = product;
  const team = atWork(slack);
  const waiting = await readyCase(team, settle);
  const settled = await readyCase(team, settle, 'B0XYZ98765');
  const before = { waiting: team.thread(waiting).length, settled: team.thread(settled).length };
  const act = (number: number, command: Parameters<typeof app.desk.act>[2]) =>
    app.desk.act(
      { workspace: workspaceId(slack.teamId), person: personId(TOM), key: `${number}.${command.type}` },
      caseNumber(number),
      command,
    );

  slack.faults.fail('*', { kind: 'status', status: 503 }, { times: Infinity });
  await act(waiting, { type: 'note', text: 'Nobody hears this now' });
  clock.turnTo(NINE);
  await app.sweep();
  await slack.eventually(async () => {
    const view = await app.desk.view(workspaceId(slack.teamId), caseNumber(waiting));
    return view !== null && Object.keys(view.case.fired).length > 0;
  });
  await act(settled, { type: 'submit', reference: { kind: 'case_id', id: '12345678901' } });
  clock.turnTo(NINE + 4 * HOUR - 5 * MINUTE);
  slack.faults.clear();
  await settle();
  clock.turn(MINUTE);
  await settle();

  const late = team.thread(waiting).slice(before.waiting).map(words);
  expect(late.join('\n')).toContain('Nobody hears this now');
  expect(late.at(-1)).toContain('Late');
  const nudges = (said: readonly string[]) =>
    said.filter((one) => one.includes('Paste') || one.includes('There is no message yet'));
  expect(nudges(late)).toHaveLength(1);
  expect(late.length).toBeLessThanOrEqual(2);
  const other = team.thread(settled).slice(before.settled).map(words);
  expect(nudges(other)).toEqual([]);
  expect(other.join('\n')).toContain('submitted it');
}, 60_000);
