import { describe, expect, test } from 'vitest';
import { cleanText } from '../../src/domain/identifiers.ts';
import { caseNumber, workspaceId } from '../../src/domain/ids.ts';
import { HOUR } from '../../src/domain/time.ts';
import type { PlannedTimer } from '../../src/domain/timers/plan.ts';
import { engines } from '../engines.ts';
import { OPENING } from '../support/story.ts';
import { asin, LI, NOON, storeBench } from './store-bench.ts';

const LONG = '案'.repeat(10_000) + 'é🙂 '.repeat(1_700);
const MARKS = 'a\u202Eb\u200Fc\u0301 <!channel> 👩\u200D👧 \\u0000 "quoted" \'; DROP TABLE cases; --';

describe.each(engines)('what is kept of a case on $name', (engine) => {
  const { either, workspace, open, opened, change, load, count } = storeBench(engine);

  describe('timers', () => {
    const dueBy = async (before: number, limit = 1_000) =>
      (await either().cases.timersDue(before, limit)).filter((row) => row.workspaceId === workspace());
    const plan = ({ timers }: { timers: readonly PlannedTimer[] }) =>
      timers.map(({ key, dueAt }) => ({ key, dueAt }));

    test('are made, moved and removed until they match the plan', async () => {
      const one = await opened();
      const before = plan(await load(one.number));
      expect(before.map(({ key }) => key)).toContain('stale_preparing.1.1');

      const moved = (await load(one.number)).timers.map((t) => ({ ...t, dueAt: t.dueAt + HOUR }));
      await either().cases.replan(one, moved);
      expect(plan(await load(one.number))).toEqual(before.map((t) => ({ ...t, dueAt: t.dueAt + HOUR })));

      await change(one, [{ type: 'made_ready' }]);
      const after = plan(await load(one.number)).map(({ key }) => key);
      expect(after).not.toContain('stale_preparing.1.1');
      expect(after).toContain('window.2.1');

      await change((await load(one.number)).case, [{ type: 'closed_at_amazon' }]);
      expect(plan(await load(one.number))).toEqual([]);
      expect(await count('timers')).toBe(0);
    });

    test('are not planned again for a case that has changed meanwhile', async () => {
      const one = await opened();
      const before = plan(await load(one.number));
      await change(one, [{ type: 'noted', text: 'Called them.' }]);
      await either().cases.replan(one, []);
      expect(plan(await load(one.number))).toEqual(before);
    });

    test('that are due are found oldest first, up to a limit in each workspace, and not a moment early', async () => {
      const [early, late] = [
        await opened(),
        await opened({ about: [asin('B0XYZ98765')], at: NOON + 24 * HOUR }),
      ];
      const first = (await load(early.number)).timers[0];
      if (!first) throw new Error('A case that was opened has a timer');
      expect(await dueBy(first.dueAt - 1)).toEqual([]);
      expect(await dueBy(first.dueAt)).toEqual([
        { workspaceId: workspace(), case: early.number, key: first.key, dueAt: first.dueAt },
      ]);
      const all = await dueBy(Number.MAX_SAFE_INTEGER);
      expect(all.map(({ dueAt }) => dueAt)).toEqual(all.map(({ dueAt }) => dueAt).toSorted((a, b) => a - b));
      expect(new Set(all.map((row) => row.case))).toEqual(new Set([early.number, late.number]));
      const oneOfEach = await either().cases.timersDue(Number.MAX_SAFE_INTEGER, 1);
      expect(oneOfEach.filter(({ workspaceId: of }) => of === workspace())).toEqual(all.slice(0, 1));
      expect(new Set(oneOfEach.map(({ workspaceId: of }) => of)).size).toBe(oneOfEach.length);
    });
  });

  describe('text', () => {
    test.each([
      ['of 40 KB', LONG],
      ['with marks, mentions and quotes', MARKS],
    ])('%s comes back as it was written', async (_, text) => {
      const one = await opened({ problem: text });
      await change(one, [{ type: 'noted', text }]);
      expect((await load(one.number)).case.problem).toBe(text);
      expect(Buffer.byteLength(LONG)).toBeGreaterThan(40_000);
    });

    // Both are cleaned where text comes in; what slips through is a fault, the same on each engine.
    test.each([
      ['NUL', 'a\0b', '22P05'],
      ['half a surrogate pair', 'a\ud83d b', '22P02'],
    ])('with %s is refused, and nothing is written; cleaned, it is taken', async (_, text, code) => {
      await expect(open({ problem: text })).rejects.toMatchObject({ code });
      expect([await count('cases'), await count('receipts'), await count('claims')]).toEqual([0, 0, 0]);
      const one = await opened({ problem: cleanText(text) });
      expect(one.number).toBe(1);
      expect((await load(one.number)).case.problem).toBe(cleanText(text));
    });
  });

  test('a list shows open cases, the soonest timer first, all or one owner’s', async () => {
    const [first, second] = [
      await opened({ at: NOON + HOUR }),
      await opened({ about: [asin('B0AAA00001')] }),
    ];
    const third = await opened({ about: [asin('B0AAA00002')] });
    await change(third, [{ type: 'closed_at_amazon' }]);
    await change(first, [{ type: 'released' }], NOON + 2 * HOUR);
    const list = async (owner: typeof LI | null) =>
      (await either().cases.listOpen(workspace(), owner)).map((found) => found.case.number);
    const all = await either().cases.listOpen(workspace(), null);
    const soonest = all.map(({ timers }) => timers[0]?.dueAt ?? 0);
    expect(soonest).toEqual(soonest.toSorted((a, b) => a - b));
    expect((await list(null)).toSorted((a, b) => a - b)).toEqual([first.number, second.number]);
    expect(await list(LI)).toEqual([second.number]);
  });

  test('a store is one however its name is written, and is made once by all who come at once', async () => {
    const names = ['Store A', ' store  a ', 'ＳＴＯＲＥ A', 'STORE A'];
    const make = (name: string) => either().cases.ensureStore(workspace(), name, 'US');
    const made = await Promise.all(names.map(make));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const { cases } = either();
    expect(await cases.findStore(workspace(), 'store a')).toEqual(made[0]);
    await cases.ensureStore(workspace(), 'Store A', 'DE');
    expect((await cases.stores(workspace())).map(({ marketplace }) => marketplace)).toEqual(['DE', 'US']);
  });

  test('another workspace sees nothing of it and changes nothing', async () => {
    const one = await opened({ key: 'click' });
    await change(one, [{ type: 'submitted', reference: { kind: 'case_id', id: '12345678901' } }]);
    await either().cases.ensureStore(workspace(), 'Store A', 'US');
    const { cases, outbox } = either();
    const strange = workspaceId(`${workspace()}x`);
    const held = ['asin:B0ABC12345'];
    expect(await cases.load(strange, one.number)).toBeNull();
    expect(await cases.listOpen(strange, null)).toEqual([]);
    expect(await cases.rivals(strange, OPENING.store.id, held, 0)).toEqual({ open: [], closed: [] });
    expect(await cases.caseIdHolder(strange, '12345678901')).toBeNull();
    expect(await cases.receipt(strange, 'click')).toBeNull();
    expect(await cases.findStore(strange, 'Store A')).toBeNull();
    expect(await cases.stores(strange)).toEqual([]);
    expect(await outbox.lane({ workspaceId: strange, case: one.number })).toEqual({
      card: null,
      rows: [],
      standing: [],
    });
    const before = await load(caseNumber(1));
    const forged = { ...before.case, workspace: strange };
    expect(await change(forged, [{ type: 'noted', text: 'Mine now.' }])).toBe('version');
    expect(await load(caseNumber(1))).toEqual(before);
  });
});
