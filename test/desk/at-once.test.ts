import { describe, expect, test } from 'vitest';
import { caseNumber } from '../../src/domain/ids.ts';
import { engines, useDatabase } from '../engines.ts';
import { BUY_BOX, deskOn } from '../support/desk.ts';

const START = Date.parse('2026-11-27T22:00Z');

describe.each(engines)('at once on $name', (engine) => {
  const database = useDatabase(engine);

  test('200 people open the same subject at once: one case, 199 refusals that name it; then 50 take it', async () => {
    const { desk, by } = await deskOn(database(), START);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => desk.open(by(`P${i % 20}`), BUY_BOX)),
    );
    expect(answers.filter((a) => a.ok)).toEqual([{ ok: true, number: 1 }]);
    const refusals = answers.flatMap((a) => (a.ok ? [] : [a.refusal]));
    expect(refusals).toHaveLength(199);
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ code: 'duplicate', rivals: [{ number: 1, shared: ['B0ABC12345'] }] });

    const one = await desk.view(by('P0').workspace, caseNumber(1));
    await desk.act(by(one?.case.owner ?? ''), caseNumber(1), { type: 'release' });
    const takes = await Promise.all(
      Array.from({ length: 50 }, (_, i) => desk.act(by(`Q${i}`), caseNumber(1), { type: 'take' })),
    );
    expect(takes.filter((a) => a.ok)).toHaveLength(1);
    const view = await desk.view(by('P0').workspace, caseNumber(1));
    const owner = view?.case.owner;
    const losers = takes.flatMap((a) => (a.ok ? [] : [a.refusal]));
    expect(losers).toEqual(losers.map(() => ({ code: 'already_owned', number: 1, owner })));

    const next = await desk.open(by('P1'), { ...BUY_BOX, subjects: [{ kind: 'asin', value: 'B0XYZ98765' }] });
    expect(next).toEqual({ ok: true, number: 2 });
  }, 60_000);

  test('a request that Slack repeats gets the same answer and makes nothing new', async () => {
    const { desk, by } = await deskOn(database(), START);
    const what = { ...BUY_BOX, storeName: 'Store B' };
    const answers = await Promise.all([1, 2, 3].map(() => desk.open(by('P1', 'same-click'), what)));
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    expect(await desk.open(by('P1', 'same-click'), what)).toEqual(answers[0]);
    expect((await desk.list(by('P1').workspace)).filter((v) => v.case.store.name === 'Store B')).toHaveLength(
      1,
    );
  });
});
