import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { caseNumber, personId } from '../../src/domain/ids.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { BUY_BOX, deskOn, forgetCases, T1 } from '../support/desk.ts';

const START = Date.parse('2026-11-30T02:00Z');
const [N1, N2, N3] = [caseNumber(1), caseNumber(2), caseNumber(3)];
const asin = (value: string) => ({ kind: 'asin', value }) as const;
const A = asin('B0AAAAAAA1');
const B = asin('B0BBBBBBB2');
const C = asin('B0CCCCCCC3');

let database: Database;
let team: Awaited<ReturnType<typeof deskOn>>;
beforeAll(async () => {
  database = await openDatabase({});
});
afterAll(() => database.close());
beforeEach(async () => {
  team = await deskOn(database, START);
  await forgetCases(team);
});

const open = (who: string, subjects: (typeof A)[], different = '') =>
  team.desk.open(team.by(who), { ...BUY_BOX, subjects, different });
const act = (who: string, number: typeof N1, command: Parameters<typeof team.desk.act>[2]) =>
  team.desk.act(team.by(who), number, command);
const submit = (who: string, number: typeof N1, id: string) =>
  act(who, number, { type: 'submit', reference: { kind: 'case_id', id } });
const duplicateOf = (number: number, owner: string) => ({
  ok: false,
  refusal: { code: 'duplicate', rivals: [{ number, owner }] },
});

/** Hazard 28. */
describe('a subject', () => {
  test('added to two cases at once stays with one; the other is told which', async () => {
    await open('LI', [A]);
    await open('WEI', [B]);
    const answers = await Promise.all([
      act('LI', N1, { type: 'add_subjects', subjects: [C] }),
      act('WEI', N2, { type: 'add_subjects', subjects: [C] }),
    ]);
    const [first, second] = answers;
    const won = first?.ok
      ? { winner: 1, owner: 'LI', lost: second }
      : { winner: 2, owner: 'WEI', lost: first };
    expect(answers.filter((a) => a.ok)).toHaveLength(1);
    expect(won.lost).toMatchObject(duplicateOf(won.winner, won.owner));
  });

  test('of a closed case that another took meanwhile keeps that one from being reopened', async () => {
    await open('LI', [A]);
    await act('LI', N1, { type: 'withdraw', why: 'Opened in error' });
    expect(await open('WEI', [A])).toEqual({ ok: true, number: 2 });
    expect(await act('LI', N1, { type: 'reopen', why: 'After all' })).toMatchObject(duplicateOf(2, 'WEI'));
  });

  test('reopened and opened at the same moment has one case in the end', async () => {
    await open('LI', [A]);
    await act('LI', N1, { type: 'withdraw', why: 'Opened in error' });
    const answers = await Promise.all([
      act('LI', N1, { type: 'reopen', why: 'After all' }),
      open('WEI', [A]),
    ]);
    expect(answers.filter((a) => a.ok)).toHaveLength(1);
    expect(answers.find((a) => !a.ok)).toMatchObject({ refusal: { code: 'duplicate' } });
    expect(await team.desk.list(T1)).toHaveLength(1);
  });

  test('of a case that is different from another is refused to a third, also at the same moment', async () => {
    await open('LI', [A]);
    const different = open('WEI', [A, B], 'Another offer on the same page');
    const answers = await Promise.all([different, open('ZOE', [B]), open('YAN', [B])]);
    expect(answers[0]).toMatchObject({ ok: true });
    // Whoever was first with B, it is held once by somebody who gave no reason, or by the different case.
    const held = await team.db
      .selectFrom('claims')
      .selectAll()
      .where('subject', '=', 'asin:B0BBBBBBB2')
      .execute();
    expect(held.filter((claim) => claim.exclusive)).toHaveLength(1);
    expect(await open('TOM', [B])).toMatchObject({ ok: false, refusal: { code: 'duplicate' } });
    await act('LI', N1, { type: 'withdraw', why: 'Solved itself' });
    expect(await open('TOM', [A])).toMatchObject({ ok: false, refusal: { code: 'duplicate' } });
  });

  test('a problem of the whole store is one, whatever its category', async () => {
    const whole = { ...BUY_BOX, subjects: [], category: 'account_health' } as const;
    await team.desk.open(team.by('LI'), whole);
    const second = await team.desk.open(team.by('WEI'), { ...whole, category: 'verification' });
    expect(second).toMatchObject(duplicateOf(1, 'LI'));
    expect(await team.desk.open(team.by('WEI'), { ...whole, storeName: 'Store Z' })).toMatchObject({
      ok: true,
    });
  });
});

describe('a Case ID', () => {
  test('recorded on two cases at once names one; the other is told which', async () => {
    await open('LI', [A]);
    await open('WEI', [B]);
    const answers = await Promise.all([submit('LI', N1, '12345678901'), submit('WEI', N2, '12345678901')]);
    expect(answers.filter((a) => a.ok)).toHaveLength(1);
    const winner = answers[0]?.ok ? 1 : 2;
    expect(answers.find((a) => !a.ok)).toMatchObject({ refusal: { code: 'case_id_taken', number: winner } });
  });

  test('that a withdrawn case gave back may be taken, and then that case can’t come back with it', async () => {
    await open('LI', [A]);
    await submit('LI', N1, '12345678901');
    await act('LI', N1, { type: 'withdraw', why: 'Duplicate' });
    await open('WEI', [B]);
    expect(await submit('WEI', N2, '12345678901')).toEqual({ ok: true, number: 2 });
    expect(await act('LI', N1, { type: 'reopen', why: 'After all' })).toMatchObject({
      refusal: { code: 'case_id_taken', number: 2 },
    });
  });
});

describe('a request', () => {
  test('that was refused is refused alike when Slack repeats it, though the reason is gone', async () => {
    await open('LI', [A]);
    const request = team.by('WEI', 'one-click');
    const refused = await team.desk.act(request, N1, { type: 'take' });
    expect(refused).toMatchObject({ refusal: { code: 'already_owned', owner: 'LI' } });
    await act('LI', N1, { type: 'release' });
    expect(await team.desk.act(request, N1, { type: 'take' })).toEqual(refused);
  });

  test('that meets a fault leaves nothing half done, and is carried out when it is repeated', async () => {
    await open('LI', [A]);
    await database.pool.query('alter table outbox rename to outbox_away');
    const request = team.by('LI', 'unlucky');
    await expect(team.desk.act(request, N1, { type: 'make_ready' })).rejects.toThrow('outbox');
    await expect(
      team.desk.open(team.by('WEI', 'unlucky too'), { ...BUY_BOX, subjects: [B] }),
    ).rejects.toThrow('outbox');
    await database.pool.query('alter table outbox_away rename to outbox');
    expect((await team.desk.view(T1, N1))?.case).toMatchObject({
      version: 1,
      phase: { status: 'preparing' },
    });
    expect(await team.desk.act(request, N1, { type: 'make_ready' })).toEqual({ ok: true, number: 1 });
    // The number of the opening that failed was given back.
    expect(await open('WEI', [B])).toEqual({ ok: true, number: 2 });
  });

  test('of somebody whom Slack can’t name and nobody remembers is a fault, not a stranger’s', async () => {
    const people = team.deps.people;
    await people.find(T1, personId('LI'));
    team.people.get = () => {
      throw new Error('Slack is away');
    };
    team.time.now += 3_700_000;
    expect(await people.find(T1, personId('LI'))).toMatchObject({ id: 'LI' });
    await expect(people.find(T1, personId('NEW'))).rejects.toThrow('nothing is remembered');
  });
});

test('numbers have no gaps, whoever comes at once and is refused', async () => {
  const wishes = [A, A, B, B, C, C].map((subject, i) => open(`P${i}`, [subject]));
  const answers = await Promise.all(wishes);
  const numbers = answers.flatMap((a) => (a.ok ? [a.number] : []));
  expect(numbers.toSorted((a, b) => a - b)).toEqual([N1, N2, N3]);
});

/** Hazard 22. */
test('a nudge that races a submission is told before it or not at all', async () => {
  await open('LI', [A]);
  await act('LI', N1, { type: 'make_ready' });
  team.time.now = Date.parse('2026-11-30T14:00Z');
  await Promise.all([team.fire(1), submit('LI', N1, '12345678901'), team.fire(1)]);
  await team.deliver(1);
  const told = team.postbox.posts.flatMap(({ content }) =>
    content.kind === 'notices' ? content.notices : [],
  );
  expect(told.filter((n) => n.cause.kind === 'timer')).toEqual([]);
  expect((await team.desk.view(T1, N1))?.timers.map((t) => t.kind)).toEqual(['follow_up', 'escalation']);
});
