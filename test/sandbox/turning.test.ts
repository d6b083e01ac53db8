import { afterEach, beforeEach, expect, test } from 'vitest';
import { caseNumber, personId, workspaceId } from '../../src/domain/ids.ts';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import { BUY_BOX, silent } from '../support/desk.ts';
import { at } from '../support/story.ts';

const HERE = workspaceId('T0DOCKET');
const DAY = 86_400_000;

let product: SandboxProduct;
beforeEach(async () => {
  product = await startProduct({ startAt: at('2027-01-15T10:00+08:00'), log: silent });
}, 60_000);
afterEach(() => product.stop());

const by = (person: string, key: string) => ({ workspace: HERE, person: personId(person), key });

async function opened(person: string, asin: string): Promise<void> {
  const what = {
    ...BUY_BOX,
    subjects: [{ kind: 'asin', value: asin } as const],
    message: 'Please restore the Buy Box.',
  };
  expect(await product.app.desk.open(by(person, asin), what)).toMatchObject({ ok: true });
  await product.settle();
}

/** What was said in threads, with the time at which it was said. */
const said = () =>
  product.slack
    .messages('C0CASES')
    .filter(({ threadTs }) => threadTs !== undefined)
    .map(({ ts, text }) => ({ at: Number(ts) * 1_000, text }));

test('what comes next names the case and who is asked, the reviewer where it is theirs', {
  timeout: 60_000,
}, async () => {
  await opened('U0LINA', 'B0ABC11111');
  await opened('U0TOM', 'B0ABC22222');
  const review = { type: 'ask_review', reviewer: personId('U0CHENJING') } as const;
  expect(await product.app.desk.act(by('U0TOM', 'review'), caseNumber(2), review)).toMatchObject({
    ok: true,
  });
  const { upcoming } = await product.slack.state();
  expect(upcoming.map((next) => [next.label, next.case, next.person])).toEqual(
    expect.arrayContaining([
      ['#1', 1, 'U0LINA'],
      ['#2', 2, 'U0CHENJING'],
    ]),
  );
  expect(upcoming.map((next) => next.at)).toEqual(upcoming.map((next) => next.at).toSorted((a, b) => a - b));
});

test('a week that is turned at once is said day by day: nothing before it was planned, all in its order', {
  timeout: 60_000,
}, async () => {
  await opened('U0LINA', 'B0ABC11111');
  await opened('U0TOM', 'B0ABC22222');
  await product.app.desk.act(by('U0TOM', 'ready'), caseNumber(2), { type: 'make_ready' });
  await product.settle();
  const { upcoming } = await product.slack.state();
  const planned = upcoming.map((next) => next.at).filter((due) => due <= product.clock.now() + 7 * DAY);
  const before = said().length;
  await product.turnTo(product.clock.now() + 7 * DAY);
  const times = said()
    .slice(before)
    .map((one) => one.at);
  expect(planned.length).toBeGreaterThan(1);
  expect(times.length).toBeGreaterThanOrEqual(planned.length);
  expect(Math.min(...times)).toBeGreaterThanOrEqual(Math.min(...planned));
  // Each within a minute of its hour, although the whole week passed in a moment.
  for (const due of planned) expect(times.some((time) => time >= due && time < due + 60_000)).toBe(true);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});
