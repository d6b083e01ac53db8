import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Lane } from '../../src/desk/ports/outbox.ts';
import { personId, workspaceId } from '../../src/domain/ids.ts';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import { engines } from '../engines.ts';
import { asin, LI, NOON, storeBench } from './store-bench.ts';

const WEI = personId('WEI');
const LATER = NOON + HOUR;
const LEASE = MINUTE;

describe.each(engines)('the outbox on $name', (engine) => {
  const { either, workspace, opened, change, load } = storeBench(engine);
  const outbox = () => either().outbox;

  /** A case with a card and three notices that wait. */
  async function laneWithThree(what: Parameters<typeof opened>[0] = {}) {
    const one = await opened(what);
    const lane: Lane = { workspaceId: workspace(), case: one.number };
    await change(
      one,
      ['a', 'b', 'c'].map((text) => ({ type: 'noted' as const, text })),
    );
    const { rows } = await outbox().lane(lane);
    const ids = rows.map(({ id }) => id);
    if (ids.length < 3) throw new Error('Each note makes a notice');
    return { lane, ids: ids.slice(-3), before: ids.slice(0, -3) };
  }
  const stateOf = async (lane: Lane, id: number) =>
    (await outbox().lane(lane)).rows.find((row) => row.id === id)?.state;
  const fenceOf = async (claim: Promise<number | null>): Promise<number> => {
    const fence = await claim;
    if (fence === null) throw new Error('It was not to be had');
    return fence;
  };
  const dueLanes = async (before: number, staleBefore = 0, limit = 10_000) =>
    (await outbox().lanesDue(before, staleBefore, limit)).filter((due) => due.workspaceId === workspace());

  describe('rows', () => {
    test('come in the order in which things happened', async () => {
      const { lane } = await laneWithThree();
      const { rows } = await outbox().lane(lane);
      expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toSorted((a, b) => a - b));
      expect(rows.slice(-3).map(({ state }) => state)).toEqual(
        Array(3).fill({ kind: 'waiting', notBefore: NOON + 1, attempts: 0 }),
      );
    });

    test('are claimed by one of all who try at once, and by nobody after', async () => {
      const { lane, ids } = await laneWithThree();
      // All are under way before the first can end: they wait for somebody who holds the rows.
      let go = (): void => {};
      const start = new Promise<void>((resolve) => (go = resolve));
      const tries = ['m1', 'm2', 'm3', 'm4'].map(async (key) => {
        await start;
        return outbox().claimRows(lane, ids, key, LATER);
      });
      const holder = await either().database.pool.connect();
      await holder.query('BEGIN');
      await holder.query('SELECT 1 FROM outbox WHERE workspace_id = $1 FOR UPDATE', [workspace()]);
      go();
      await pause(100);
      await holder.query('COMMIT');
      holder.release();
      const fences = await Promise.all(tries);
      expect(fences.filter((fence) => fence !== null)).toHaveLength(1);
      expect(await outbox().claimRows(lane, ids.slice(0, 1), 'm5', LATER)).toBeNull();
      const { rows } = await outbox().lane(lane);
      const winner = `m${fences.findIndex((fence) => fence !== null) + 1}`;
      expect(rows.slice(-3)).toMatchObject(Array(3).fill({ messageKey: winner, attempts: 1 }));
    });

    test('of which one is taken are not claimed at all', async () => {
      const { lane, ids } = await laneWithThree();
      await fenceOf(outbox().claimRows(lane, ids.slice(1, 2), 'm1', LATER));
      expect(await outbox().claimRows(lane, ids, 'm2', LATER)).toBeNull();
      expect(await stateOf(lane, ids[0] ?? 0)).toMatchObject({ kind: 'waiting', attempts: 0 });
    });

    test('that were sent are gone, and their mentions are counted once', async () => {
      const { lane, ids } = await laneWithThree();
      const fence = await fenceOf(outbox().claimRows(lane, ids, 'm1', LATER));
      const sent = () => outbox().rowsSent(lane, ids, fence, '1.0', [LI, WEI], LATER, false);
      await Promise.all([sent(), sent()]);
      await sent();
      expect((await outbox().lane(lane)).rows.map(({ id }) => id)).not.toEqual(expect.arrayContaining(ids));
      expect(await outbox().mentionsSince(workspace(), LI, LATER)).toBe(1);
      expect(await outbox().mentionsSince(workspace(), LI, LATER + 1)).toBe(0);
      expect(await outbox().mentionsSince(workspaceId('T-other'), LI, 0)).toBe(0);
    });

    test('that go back wait until then, and the next claim has another fence', async () => {
      const { lane, ids } = await laneWithThree();
      const [id = 0] = ids;
      const first = await fenceOf(outbox().claimRows(lane, ids, 'm1', LATER));
      await outbox().rowsLater(lane, ids, first, LATER + MINUTE);
      expect(await stateOf(lane, id)).toEqual({ kind: 'waiting', notBefore: LATER + MINUTE, attempts: 1 });
      const second = await fenceOf(outbox().claimRows(lane, ids, 'm2', LATER));
      expect(second).toBeGreaterThan(first);
    });

    test('are not touched by the late mark of an older claim', async () => {
      const { lane, ids } = await laneWithThree();
      const [id = 0] = ids;
      const first = await fenceOf(outbox().claimRows(lane, ids, 'm1', LATER));
      await outbox().rowsLater(lane, ids, first, LATER);
      const second = await fenceOf(outbox().claimRows(lane, ids, 'm2', LATER));
      await outbox().rowsSent(lane, ids, first, '1.0', [WEI], LATER, false);
      await outbox().rowsLater(lane, ids, first, LATER + HOUR);
      await outbox().rowsParked(lane, ids, first, 'is_archived');
      expect(await stateOf(lane, id)).toEqual({ kind: 'sending', since: LATER, fence: second });
      expect(await outbox().mentionsSince(workspace(), WEI, 0)).toBe(0);
    });

    test('that are parked, or whose cause is gone, are never claimed', async () => {
      const { lane, ids } = await laneWithThree();
      const [parked = 0, obsolete = 0, held = 0] = ids;
      const fence = await fenceOf(outbox().claimRows(lane, [parked], 'm1', LATER));
      await outbox().rowsParked(lane, [parked], fence, 'is_archived');
      await fenceOf(outbox().claimRows(lane, [held], 'm2', LATER));
      await outbox().obsolete(lane, [obsolete, held]);
      for (const id of ids) expect(await outbox().claimRows(lane, [id], 'm3', LATER)).toBeNull();
      expect((await outbox().lane(lane)).rows.slice(-1)).toMatchObject([
        { id: held, state: { kind: 'sending' } },
      ]);
    });

    test('that are deferred wait until then; one that is being sent is not deferred', async () => {
      const { lane, ids } = await laneWithThree();
      const [held = 0, free = 0] = ids;
      const fence = await fenceOf(outbox().claimRows(lane, [held], 'm1', LATER));
      await outbox().defer(lane, [held, free], LATER + HOUR);
      expect(await stateOf(lane, free)).toEqual({ kind: 'waiting', notBefore: LATER + HOUR, attempts: 0 });
      expect(await stateOf(lane, held)).toEqual({ kind: 'sending', since: LATER, fence });
    });

    test('belong to their workspace', async () => {
      const { lane, ids } = await laneWithThree();
      const strange = { ...lane, workspaceId: workspaceId(`${workspace()}x`) };
      expect(await outbox().claimRows(strange, ids, 'm1', LATER)).toBeNull();
      await outbox().obsolete(strange, ids);
      await outbox().defer(strange, ids, LATER + HOUR);
      expect((await outbox().lane(lane)).rows.slice(-3)).toMatchObject(
        Array(3).fill({ state: { kind: 'waiting', notBefore: NOON + 1 } }),
      );
    });
  });

  describe('the card', () => {
    const cardOf = async (lane: Lane) => {
      const { card } = await outbox().lane(lane);
      if (!card) throw new Error('Each case has a card');
      return card;
    };

    test('is claimed by one of all who read it, posted, and then shows the thread', async () => {
      const { lane } = await laneWithThree();
      const { fence, wanted } = await cardOf(lane);
      const claims = await Promise.all([1, 2, 3, 4].map(() => outbox().claimCard(lane, fence, LATER)));
      const [mine, ...others] = claims.filter((claim) => claim !== null);
      expect(others).toEqual([]);
      await outbox().cardSent(lane, mine ?? -1, '7.0', wanted);
      expect(await cardOf(lane)).toMatchObject({
        ts: '7.0',
        posted: wanted,
        state: { kind: 'waiting', attempts: 0 },
      });
      expect((await load(lane.case)).thread).toMatchObject({ ts: '7.0' });
    });

    test('wants the latest version only', async () => {
      const { lane } = await laneWithThree();
      const fence = await fenceOf(outbox().claimCard(lane, (await cardOf(lane)).fence, LATER));
      const before = (await cardOf(lane)).wanted;
      await change((await load(lane.case)).case, [{ type: 'noted', text: 'd' }]);
      await outbox().cardSent(lane, fence, '7.0', before);
      expect(await cardOf(lane)).toMatchObject({ posted: before, wanted: before + 1 });
    });

    test('is not touched by the late mark of an older claim', async () => {
      const { lane } = await laneWithThree();
      const first = await fenceOf(outbox().claimCard(lane, (await cardOf(lane)).fence, LATER));
      const second = await fenceOf(outbox().claimCard(lane, first, LATER + LEASE));
      await outbox().cardSent(lane, first, '6.0', 4);
      await outbox().cardLater(lane, first, LATER + HOUR);
      await outbox().cardParked(lane, first, 'is_archived');
      expect(await cardOf(lane)).toMatchObject({ ts: null, state: { kind: 'sending', fence: second } });
    });

    test('that is parked says why, and is not claimed until the case changes', async () => {
      const { lane } = await laneWithThree();
      const fence = await fenceOf(outbox().claimCard(lane, (await cardOf(lane)).fence, LATER));
      await outbox().cardParked(lane, fence, 'not_in_channel');
      expect((await cardOf(lane)).state).toEqual({ kind: 'parked', reason: 'not_in_channel' });
      expect(await outbox().claimCard(lane, fence, LATER)).toBeNull();
      await change((await load(lane.case)).case, [{ type: 'noted', text: 'd' }]);
      expect(await outbox().claimCard(lane, fence, LATER)).not.toBeNull();
    });
  });

  describe('lanes that are due', () => {
    test('are named once, with their soonest instant, and not before it', async () => {
      const { lane, ids } = await laneWithThree();
      expect(await dueLanes(NOON - 1)).toEqual([]);
      expect(await dueLanes(NOON + 1)).toEqual([{ ...lane, notBefore: NOON }]);
      await outbox().defer(lane, ids, LATER);
      expect(await dueLanes(LATER)).toHaveLength(1);
    });

    test('are those that hold something: nothing is due once all is sent', async () => {
      const { lane, ids, before } = await laneWithThree();
      const { card } = await outbox().lane(lane);
      const claim = await fenceOf(outbox().claimCard(lane, card?.fence ?? -1, LATER));
      await outbox().cardSent(lane, claim, '7.0', card?.wanted ?? 0);
      const all = [...before, ...ids];
      const fence = await fenceOf(outbox().claimRows(lane, all, 'm1', LATER));
      expect(await dueLanes(LATER + HOUR)).toEqual([]);
      // Whoever claimed them may be dead.
      expect(await dueLanes(LATER + HOUR, LATER)).toMatchObject([lane]);
      await outbox().rowsSent(lane, all, fence, '7.1', [], LATER, false);
      expect(await dueLanes(LATER + HOUR, LATER + HOUR)).toEqual([]);
    });

    test('come up to a limit in each channel, the soonest first', async () => {
      const first = await laneWithThree();
      await laneWithThree({ about: [asin('B0OTHER001')] });
      const some = await outbox().lanesDue(Number.MAX_SAFE_INTEGER, 0, 1);
      expect(some.filter((due) => due.workspaceId === workspace())).toEqual([
        { ...first.lane, notBefore: NOON },
      ]);
    });
  });
});
