import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/desk/answer.ts';
import type { Opened } from '../../src/domain/events.ts';
import { caseNumber, storeId, workspaceId } from '../../src/domain/ids.ts';
import { HOUR } from '../../src/domain/time.ts';
import { engines } from '../engines.ts';
import { OPENING } from '../support/story.ts';
import { asin, NOON, storeBench } from './store-bench.ts';

const CLOSED = { type: 'closed_at_amazon' } as const;
const REOPENED = { type: 'reopened', why: 'It came back.' } as const;
const OTHER = asin('B0XYZ98765');
const S1 = OPENING.store.id;
const HELD = ['asin:B0ABC12345'];
const submitted = (id: string) => ({ type: 'submitted', reference: { kind: 'case_id', id } }) as const;
const refused = (answer: { outcome: string }): boolean => answer.outcome !== 'committed';

describe.each(engines)('cases on $name', (engine) => {
  const { either, workspace, open, opened, change, load, count } = storeBench(engine);
  const rivals = async (of = HELD, s = S1) => (await either().cases.rivals(workspace(), s, of, 0)).open;

  test('of more open ones than a list takes, those that are due soonest are in it', async () => {
    await opened();
    const { db } = either();
    await sql`insert into cases (workspace_id, case_number, version, state, store_id, status, owner)
      select workspace_id, n, version, jsonb_set(state, '{number}', to_jsonb(n)), store_id, status, owner
      from cases, generate_series(2, 510) as n where workspace_id = ${workspace()} and case_number = 1`.execute(
      db,
    );
    await sql`insert into timers (workspace_id, case_number, key, kind, anchor, step, due_at, why)
      select workspace_id, 510, 'deadline.1.60', 'deadline', 1, 60, 1, why from timers
      where workspace_id = ${workspace()} and case_number = 1 limit 1`.execute(db);
    const listed = await either().cases.listOpen(workspace(), null);
    expect(listed.slice(0, 3).map(({ case: c }) => c.number)).toEqual([510, 1, 2]);
  });

  describe('numbers', () => {
    test('are counted in each workspace, without gaps where an opening failed', async () => {
      const two = asin('B0AAA00002');
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) => open({ about: i % 2 ? [asin(`B0AAA1000${i % 10}`)] : [two] })),
      );
      const numbers = answers.flatMap(({ commit }) => commit?.case.number ?? []);
      expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(answers.filter(refused).map(({ outcome }) => outcome)).toEqual(Array(14).fill('claim'));
      expect((await opened({ workspace: workspaceId(`${workspace()}b`) })).number).toBe(1);
    });
  });

  describe('a subject', () => {
    test('is claimed by one of all who open at once, and the loser leaves nothing behind', async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => open()));
      expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual([
        ...Array(9).fill('claim'),
        'committed',
      ]);
      expect(answers.filter(refused).every(({ commit }) => commit === null)).toBe(true);
      expect([await count('cases'), await count('case_events'), await count('receipts')]).toEqual([1, 1, 1]);
      expect(await rivals()).toMatchObject([{ number: 1, owner: 'LI', shared: ['B0ABC12345'] }]);
    });

    test('is free in another store and in another workspace', async () => {
      await opened();
      expect(await open({ storeId: storeId('s2') })).toMatchObject({ outcome: 'committed' });
      expect(await open({ workspace: workspaceId(`${workspace()}b`) })).toMatchObject({
        outcome: 'committed',
      });
    });

    test('is shared where a person said why the problem is different; both are seen', async () => {
      await opened();
      const different: Opened['different'] = { because: 'Another brand.', from: [caseNumber(1)] };
      expect(await open({ different })).toMatchObject({ outcome: 'committed' });
      expect((await rivals()).map(({ number }) => number)).toEqual([1, 2]);
      expect(await open()).toMatchObject({ outcome: 'claim' });
    });

    test('is free once its case is closed, and what held it is found for as long as one asks', async () => {
      const first = await opened();
      expect(await change(first, [CLOSED], NOON + HOUR)).toBe('committed');
      expect(await rivals()).toEqual([]);
      const since = async (instant: number) =>
        (await either().cases.rivals(workspace(), S1, HELD, instant)).closed;
      expect(await since(NOON)).toMatchObject([{ number: 1, status: 'closed', closedAt: NOON + HOUR }]);
      expect(await since(NOON + 2 * HOUR)).toEqual([]);
      expect(await open()).toMatchObject({ outcome: 'committed' });
    });

    test('that was taken meanwhile stops its old case from being reopened', async () => {
      await change(await opened(), [CLOSED]);
      const second = await opened();
      const first = (await load(caseNumber(1))).case;
      expect(await change(first, [REOPENED])).toBe('claim');
      expect((await load(caseNumber(1))).case).toEqual(first);
      await change(second, [CLOSED]);
      expect(await change(first, [REOPENED])).toBe('committed');
      expect(await rivals()).toMatchObject([{ number: 1 }]);
    });

    test('goes to one of the new case and the old one, opened and reopened at once', async () => {
      await change(await opened(), [CLOSED]);
      const first = (await load(caseNumber(1))).case;
      const [made, again] = await Promise.all([open(), change(first, [REOPENED])]);
      expect([made.outcome, again].toSorted()).toEqual(['claim', 'committed']);
      expect(await rivals()).toHaveLength(1);
    });

    test('added to two cases at once goes to one of them', async () => {
      const both = [await opened(), await opened({ about: [asin('B0AAA00003')] })];
      const added = both.map((c) => change(c, [{ type: 'subjects_added', subjects: [OTHER] }]));
      expect((await Promise.all(added)).toSorted()).toEqual(['claim', 'committed']);
      expect(await rivals(['asin:B0XYZ98765'])).toHaveLength(1);
    });
  });

  describe('a change', () => {
    test('that another one overtook is not made', async () => {
      const before = await opened();
      const texts = ['one', 'two', 'three', 'four'];
      const outcomes = await Promise.all(texts.map((text) => change(before, [{ type: 'noted', text }])));
      expect(outcomes.toSorted()).toEqual(['committed', 'version', 'version', 'version']);
      expect((await load(before.number)).case.version).toBe(2);
      expect(await count('case_events')).toBe(2);
    });

    test('is kept whole: the case, its events, its timers and its notices', async () => {
      const before = await opened();
      await change(before, [{ type: 'made_ready' }, submitted('12345678901')], NOON + HOUR);
      const { case: after, timers } = await load(before.number);
      expect(after).toMatchObject({ version: 3, phase: { status: 'awaiting_amazon' } });
      expect(timers.length).toBeGreaterThan(0);
      expect([await count('case_events'), await count('timers')]).toEqual([3, timers.length]);
      expect(await count('outbox')).toBeGreaterThan(1);
    });
  });

  describe('a request', () => {
    const ok: Answer = { ok: true, number: caseNumber(1) };
    const no: Answer = { ok: false, refusal: { code: 'guest' } };

    test('that comes five times at once is done once, and remembers its answer', async () => {
      const about = (i: number) => [asin(`B0AAA2000${i}`)];
      const answers = await Promise.all([1, 2, 3, 4, 5].map((i) => open({ key: 'click', about: about(i) })));
      expect(answers.filter(refused).map(({ outcome }) => outcome)).toEqual(Array(4).fill('receipt'));
      expect(await count('cases')).toBe(1);
      expect(await either().cases.receipt(workspace(), 'click')).toEqual(ok);
      expect(await either().cases.receipt(workspaceId('T-other'), 'click')).toBeNull();
      const one = (await load(caseNumber(1))).case;
      expect(await change(one, [{ type: 'noted', text: 'again' }], NOON, 'click')).toBe('receipt');
    });

    test('that was refused hears the first answer again, until it is forgotten', async () => {
      const keep = (answer: Answer) => either().cases.keepAnswer(workspace(), 'r', answer, NOON);
      const kept = await Promise.all([keep(no), keep(ok), keep(no)]);
      expect(new Set(kept.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await keep(ok)).toEqual(kept[0]);
      await either().cases.forgetReceipts(NOON);
      expect(await either().cases.receipt(workspace(), 'r')).toEqual(kept[0]);
      await either().cases.forgetReceipts(NOON + 1);
      expect(await either().cases.receipt(workspace(), 'r')).toBeNull();
    });
  });

  describe('a Case ID', () => {
    const holder = (id: string) => either().cases.caseIdHolder(workspace(), id);

    test('names one case of the workspace, also where two are submitted at once', async () => {
      const both = [await opened(), await opened({ about: [OTHER] })];
      const outcomes = await Promise.all(both.map((c) => change(c, [submitted('12345678901')])));
      expect(outcomes.toSorted()).toEqual(['case_id', 'committed']);
      expect(await holder('12345678901')).toBe(both[outcomes.indexOf('committed')]?.number);
      expect(await holder('12345678902')).toBeNull();
    });

    test('is given back by a case that is withdrawn, not by one that is closed', async () => {
      const first = await opened();
      await change(first, [submitted('12345678901')]);
      await change((await load(first.number)).case, [CLOSED]);
      const second = await opened();
      expect(await change(second, [submitted('12345678901')])).toBe('case_id');
      await change(second, [submitted('12345678902')]);
      await change((await load(second.number)).case, [{ type: 'withdrawn', why: 'Wrong door.' }]);
      const third = await opened();
      expect(await change(third, [submitted('12345678902')])).toBe('committed');
    });
  });
});
