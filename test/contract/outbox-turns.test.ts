import { describe, expect, test } from 'vitest';
import type { Lane, Work } from '../../src/desk/ports/outbox.ts';
import type { Case } from '../../src/domain/case.ts';
import { type CaseNumber, personId } from '../../src/domain/ids.ts';
import { HOUR, MINUTE, SECOND } from '../../src/domain/time.ts';
import { engines } from '../engines.ts';
import { asin, NOON, storeBench } from './store-bench.ts';

const LEASE = 15 * SECOND;
const LATER = NOON + HOUR;

describe.each(engines)('turns in a channel on $name', (engine) => {
  const { either, workspace, opened, change, load } = storeBench(engine);
  const outbox = () => either().outbox;
  const laneOf = (number: CaseNumber): Lane => ({ workspaceId: workspace(), case: number });
  const channel = 'C0CASES';
  const next = (work: readonly Work[], now = LATER, except: readonly CaseNumber[] = []) =>
    outbox().next(workspace(), channel, work, now, now - LEASE, except);

  const cardOf = async (number: CaseNumber) => {
    const { card } = await outbox().lane(laneOf(number));
    if (!card) throw new Error('Each case has a card');
    return card;
  };
  async function postCard(number: CaseNumber): Promise<void> {
    const { fence, wanted } = await cardOf(number);
    const claim = await outbox().claimCard(laneOf(number), fence, NOON);
    await outbox().cardSent(laneOf(number), claim ?? -1, `${number}.0`, wanted);
  }
  const idsOf = async (number: CaseNumber) => (await outbox().lane(laneOf(number))).rows.map(({ id }) => id);
  /** What waits of the case is sent, as a message with this timestamp. */
  async function sendRows(number: CaseNumber, ts = '9.0', asks = false): Promise<readonly number[]> {
    const ids = await idsOf(number);
    const fence = await outbox().claimRows(laneOf(number), ids, `m${ids[0]}`, NOON);
    await outbox().rowsSent(laneOf(number), ids, fence ?? -1, ts, [], NOON, asks);
    return ids;
  }
  /** A case of somebody's whose card and opening stand there. */
  async function standing(owner: string, subject: string): Promise<Case> {
    const one = await opened({ about: [asin(subject)] });
    await change(one, [{ type: 'assigned', to: personId(owner) }]);
    await postCard(one.number);
    await sendRows(one.number);
    return (await load(one.number)).case;
  }
  const note = (c: Case, when = NOON + MINUTE) => change(c, [{ type: 'noted', text: 'Something' }], when);
  /** In which order the cases come, each sent when it is its turn. */
  async function order(): Promise<CaseNumber[]> {
    const found: CaseNumber[] = [];
    for (;;) {
      const number = await next(['post']);
      if (number === null) return found;
      found.push(number);
      await sendRows(number);
    }
  }

  test('one person’s many stand behind each other, not in front of everybody else’s', async () => {
    const wei = [];
    for (let i = 0; i < 4; i += 1) wei.push(await standing('WEI', `B0WEI0000${i}`));
    const li = await standing('LI', 'B0LI000000');
    for (const c of wei) await note(c);
    await note(li);
    const numbers = wei.map((c) => c.number);
    expect(await order()).toEqual([numbers[0], li.number, ...numbers.slice(1)]);
  });

  test('in a channel that is an hour behind, a newcomer’s first notice is among the next', async () => {
    const wei = [];
    for (let i = 0; i < 4; i += 1) wei.push(await standing('WEI', `B0WEI0000${i}`));
    const li = await standing('LI', 'B0LI000000');
    for (const c of wei) await note(c);
    await note(li, NOON + HOUR - MINUTE);
    expect((await order()).slice(0, 2)).toContain(li.number);
  });

  test('what is red comes first, its card too', async () => {
    const one = await standing('WEI', 'B0WEI00000');
    await note(one);
    const red = await opened({ about: [asin('B0RED00000')], at: NOON + 50 * MINUTE });
    await either().database.pool.query(
      'UPDATE outbox SET turn = turn - 3153600000000 WHERE workspace_id = $1 AND case_number = $2',
      [workspace(), red.number],
    );
    expect(await next(['post'])).toBe(red.number);
    await postCard(red.number);
    expect(await next(['post'])).toBe(red.number);
    expect(await next(['post'], LATER, [red.number])).toBe(one.number);
  });

  test('a new case has its turn among the others before its card is there', async () => {
    const one = await standing('WEI', 'B0WEI00000');
    await note(one);
    const fresh = await opened({ about: [asin('B0NEW00000')], at: NOON + 2 * MINUTE });
    expect(await next(['post'], LATER, [one.number])).toBe(fresh.number);
    // Until its card may be tried again, its thread waits.
    const { fence } = await cardOf(fresh.number);
    const claim = await outbox().claimCard(laneOf(fresh.number), fence, LATER);
    expect(await next(['post'], LATER, [one.number])).toBeNull();
    await outbox().cardLater(laneOf(fresh.number), claim ?? -1, LATER + MINUTE);
    expect(await next(['post'], LATER, [one.number])).toBeNull();
    expect(await next(['post'], LATER + MINUTE, [one.number])).toBe(fresh.number);
  });

  test('changes of old messages are asked for apart from new ones', async () => {
    const one = await standing('WEI', 'B0WEI00000');
    expect(await next(['post', 'update', 'look'])).toBeNull();
    await note(one);
    expect(await next(['update'])).toBe(one.number);
    expect(await next(['post'])).toBe(one.number);
    expect(await next(['look'])).toBeNull();
    expect(await next([])).toBeNull();
  });

  test('an uncertain message is to be looked for once its claim is old, and holds up what is behind it', async () => {
    const one = await standing('WEI', 'B0WEI00000');
    await note(one);
    const ids = await idsOf(one.number);
    await outbox().claimRows(laneOf(one.number), ids, 'm', LATER);
    await note((await load(one.number)).case, NOON + 2 * MINUTE);
    expect(await next(['post', 'look'])).toBeNull();
    const stale = LATER + LEASE;
    expect(await next(['post'], stale)).toBeNull();
    expect(await next(['look'], stale)).toBe(one.number);
    await outbox().putOff(laneOf(one.number), ids, stale + LEASE);
    expect(await next(['look'], stale)).toBeNull();
    expect(await next(['look'], stale + LEASE)).toBe(one.number);
    expect((await outbox().lane(laneOf(one.number))).rows[0]?.state).toMatchObject({ kind: 'sending' });
  });

  test('a case that is put off is passed over until then, and is no less late', async () => {
    const one = await standing('WEI', 'B0WEI00000');
    await note(one);
    const [before] = (await outbox().lane(laneOf(one.number))).rows;
    await outbox().putOff(laneOf(one.number), null, LATER + MINUTE);
    expect(await next(['post', 'update', 'look'])).toBeNull();
    expect(
      await outbox()
        .lanesDue(LATER, 0, 10)
        .then((all) => all.filter(isOurs)),
    ).toEqual([]);
    expect(await next(['post'], LATER + MINUTE)).toBe(one.number);
    expect((await outbox().lane(laneOf(one.number))).rows[0]?.dueAt).toBe(before?.dueAt);
  });
  const isOurs = (lane: Lane) => lane.workspaceId === workspace();

  describe('what a place refuses', () => {
    test('is parked there and waits for a person, once, however many say so', async () => {
      const one = await standing('WEI', 'B0WEI00000');
      await note(one);
      const ids = await idsOf(one.number);
      const fence = await outbox().claimRows(laneOf(one.number), ids, 'm', LATER);
      const aside = (f: number | null) =>
        outbox().rowsAside(laneOf(one.number), ids, f, personId('WEI'), 'is_archived', LATER);
      await aside(null);
      await aside((fence ?? 0) - 1);
      expect(await idsOf(one.number)).toEqual(ids);
      await Promise.all([aside(fence), aside(fence), aside(fence)]);
      const { rows } = await outbox().lane(laneOf(one.number));
      expect(rows).toMatchObject([
        {
          notice: { key: expect.stringMatching(/~WEI$/) },
          direct: { person: 'WEI', code: 'is_archived' },
          state: { kind: 'waiting', notBefore: LATER },
          dueAt: NOON + MINUTE,
        },
      ]);
    });

    test('with nobody left to be told is parked, and nothing is due', async () => {
      const one = await standing('WEI', 'B0WEI00000');
      await note(one);
      await outbox().rowsAside(laneOf(one.number), await idsOf(one.number), null, null, 'is_archived', LATER);
      expect(await idsOf(one.number)).toEqual([]);
      expect(await next(['post', 'look'])).toBeNull();
    });
  });

  describe('a card that somebody deleted', () => {
    test('is wanted again, and a late mark of the claim before does nothing', async () => {
      const one = await standing('WEI', 'B0WEI00000');
      await note(one);
      const { fence } = await cardOf(one.number);
      const claim = (await outbox().claimCard(laneOf(one.number), fence, LATER)) ?? -1;
      await outbox().cardGone(laneOf(one.number), 'another.0');
      expect((await cardOf(one.number)).ts).toBe(`${one.number}.0`);
      await outbox().cardGone(laneOf(one.number), `${one.number}.0`);
      await outbox().cardSent(laneOf(one.number), claim, `${one.number}.0`, 99);
      expect(await cardOf(one.number)).toMatchObject({ ts: null, posted: 0, state: { kind: 'waiting' } });
      expect(await next(['post'])).toBe(one.number);
      expect(await next(['update'])).toBeNull();
    });
  });

  describe('a message that asks', () => {
    test('stands until it is noted as ending, is due then, and is gone once it is marked', async () => {
      const one = await standing('WEI', 'B0WEI00000');
      await note(one);
      await postCard(one.number);
      const ids = await sendRows(one.number, '9.1', true);
      const asked = async () => (await outbox().lane(laneOf(one.number))).standing;
      expect(await asked()).toMatchObject(ids.map((id) => ({ id, ts: '9.1', ending: null })));
      expect(await next(['update'])).toBeNull();
      await outbox().ended(laneOf(one.number), ids);
      expect(await asked()).toHaveLength(ids.length);
      await outbox().ending(laneOf(one.number), ids, LATER + MINUTE);
      expect(await next(['update'])).toBeNull();
      expect(await next(['update'], LATER + MINUTE)).toBe(one.number);
      await outbox().ended(laneOf(one.number), ids);
      expect(await asked()).toEqual([]);
      expect(await next(['update'], LATER + MINUTE)).toBeNull();
    });
  });
});
