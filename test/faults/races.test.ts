import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/desk/answer.ts';
import { deskOf } from '../../src/desk/desk-of.ts';
import { fire } from '../../src/desk/fire.ts';
import type { CaseCommand } from '../../src/domain/commands.ts';
import type { CaseNumber } from '../../src/domain/ids.ts';
import { HOUR } from '../../src/domain/time.ts';
import { engines, useDatabase } from '../engines.ts';
import { BUY_BOX, deskOn, T1 } from '../support/desk.ts';
import { gated, inTurns } from '../support/in-turns.ts';
import { at } from '../support/story.ts';

const EIGHT = at('2027-01-19T08:00-05:00');
const NINE = at('2027-01-19T09:00-05:00');

/** In which order those who wait take their turns, from the outside of the property. */
const orders = fc.array(fc.nat(11), { minLength: 12, maxLength: 12 });
const chooser = (order: readonly number[]) => {
  let turns = 0;
  return (waiting: number): number => (order[turns++ % order.length] ?? 0) % waiting;
};

describe.each(engines)('changes of one case that meet, on $name', (engine) => {
  const database = useDatabase(engine);
  let team: Awaited<ReturnType<typeof deskOn>>;
  beforeAll(async () => {
    team = await deskOn(database(), EIGHT);
  });
  const names = { count: 0 };
  async function opened(): Promise<CaseNumber> {
    names.count += 1;
    const value = `B0RACE${String(names.count).padStart(4, '0')}`;
    const answer = await team.desk.open(team.by('MARIA'), {
      ...BUY_BOX,
      subjects: [{ kind: 'asin', value }],
    });
    if (!answer.ok) throw new Error(`Not opened: ${answer.refusal.code}`);
    return answer.number;
  }
  /** A case whose window is open, and whose timer has not fired. */
  async function readyAtNine(): Promise<CaseNumber> {
    team.time.now = EIGHT;
    const number = await opened();
    await team.desk.act(team.by('MARIA'), number, { type: 'make_ready' });
    await team.deliver(number);
    team.time.now = NINE;
    return number;
  }
  const loaded = async (number: CaseNumber) => {
    const found = await team.deps.cases.load(T1, number);
    if (!found) throw new Error(`There is no case #${number}`);
    return found;
  };
  /** Somebody at a desk of their own, in another process as it were. */
  const acting = (who: string, number: CaseNumber, command: CaseCommand) => (turn: () => Promise<void>) =>
    deskOf({ ...team.deps, cases: gated(team.deps.cases, turn) }).act(team.by(who), number, command);
  const firing =
    (number: CaseNumber) =>
    async (turn: () => Promise<void>): Promise<Answer> => {
      await fire({ ...team.deps, cases: gated(team.deps.cases, turn) }, T1, number);
      return { ok: true, number };
    };

  /** Hazard 21. */
  test('several take a case that nobody owns: one has it, and the others are told who', async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 2, max: 4 }), async (order, people) => {
        const number = await opened();
        await team.desk.act(team.by('MARIA'), number, { type: 'release' });
        const takers = Array.from({ length: people }, (_, i) => `P${i}`);
        const answers = await inTurns(
          takers.map((who) => acting(who, number, { type: 'take' })),
          chooser(order),
        );
        const winners = takers.filter((_, i) => answers[i]?.ok);
        expect(winners).toHaveLength(1);
        const [owner] = winners;
        expect((await loaded(number)).case.owner).toBe(owner);
        const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]));
        expect(refusals).toEqual(refusals.map(() => ({ code: 'already_owned', number, owner })));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  /** Hazard 22. */
  const ends: { what: string; command: CaseCommand }[] = [
    { what: 'withdrawn', command: { type: 'withdraw', why: 'Opened in error.' } },
    { what: 'taken back', command: { type: 'take_back' } },
    {
      what: 'submitted',
      command: { type: 'submit', reference: { kind: 'door', text: 'Amazon gave no number.' } },
    },
    { what: 'put off', command: { type: 'snooze', until: NINE + HOUR, why: 'The invoice comes at ten.' } },
  ];
  test('a window’s timer fires three times: it is told once', async () => {
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const number = await readyAtNine();
        await inTurns([firing(number), firing(number), firing(number)], chooser(order));
        await team.deliver(number);
        expect(timersTold(number)).toEqual(['window']);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  test.each(ends)(
    'a timer and its twin fire while the case is $what: the stale nudge is never said',
    async ({ command }) => {
      await fc.assert(
        fc.asyncProperty(orders, async (order) => {
          const number = await readyAtNine();
          const works = [firing(number), acting('MARIA', number, command), firing(number)];
          const answers = await inTurns(works, chooser(order));
          expect(answers).toEqual(works.map(() => ({ ok: true, number })));
          await team.deliver(number);
          expect(timersTold(number)).toEqual([]);

          const before = await loaded(number);
          expect(before.timers.filter(({ dueAt }) => dueAt <= NINE)).toEqual([]);
          await team.fire(number);
          expect(await loaded(number)).toEqual(before);
        }),
        { numRuns: 15 },
      );
    },
    60_000,
  );

  /** The kinds of all timers that were told of a case. */
  const timersTold = (number: CaseNumber): string[] =>
    team.postbox.posts.flatMap(({ content }) =>
      content.kind === 'notices' && content.view.case.number === number
        ? content.notices.flatMap(({ cause }) => (cause.kind === 'timer' ? [cause.timer.kind] : []))
        : [],
    );
});
