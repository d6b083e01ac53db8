import { describe, expect, test } from 'vitest';
import { makeDeliver } from '../../src/desk/deliver/deliver.ts';
import { SLACK_RATES } from '../../src/desk/deliver/pacing.ts';
import { fire } from '../../src/desk/fire.ts';
import type { Post } from '../../src/desk/ports/messenger.ts';
import { sweep } from '../../src/desk/sweep.ts';
import { caseNumber, workspaceId } from '../../src/domain/ids.ts';
import { MINUTE, SECOND } from '../../src/domain/time.ts';
import { engines, useDatabase } from '../engines.ts';
import { BUY_BOX, caseIn, deskOn, T1 } from '../support/desk.ts';
import { at } from '../support/story.ts';
import { wakeList } from '../support/wake-list.ts';

const BEFORE = at('2026-11-30T08:50-05:00');
const NINE = at('2026-11-30T09:00-05:00');
const OWNERS = 20;
const T2 = workspaceId('T2');

/** As many as a test run has time for; `MANY=10000` by hand for all of them. */
const MANY = Number(process.env['MANY'] ?? 300);

/** Hazard 20. */
describe.each(engines.map((engine) => ({ engine, many: engine.name === 'Postgres' ? MANY : 100 })))(
  '$many due at nine on $engine.name',
  ({ engine, many }) => {
    const database = useDatabase(engine);

    test('each is told once, at Slack’s pace, and nobody waits behind somebody else’s', async () => {
      const team = await deskOn(database(), BEFORE);
      Object.assign(team.deps, { rates: SLACK_RATES });
      const deliver = makeDeliver(team.deps);
      const wakes = wakeList(team, deliver);
      const sent: (Post & { at: number })[] = [];
      const post = team.postbox.post.bind(team.postbox);
      Object.assign(team.postbox, {
        post: async (message: Post) => {
          sent.push({ ...message, at: team.time.now });
          return post(message);
        },
      });

      const ready = async (workspace: typeof T1, person: string) => {
        const request = () => ({ ...team.by(person), workspace });
        const opened = await team.desk.open(request(), BUY_BOX);
        expect(opened.ok).toBe(true);
        await team.desk.act(request(), caseNumber(1), { type: 'make_ready' });
      };
      await ready(T1, 'LI');
      await ready(T2, 'LI');
      await wakes.run();
      await manyMore(database(), many);
      sent.length = 0;

      team.time.now = NINE;
      const numbers = Array.from({ length: many }, (_, i) => caseNumber(i + 1));
      for (let i = 0; i < many; i += 20)
        await Promise.all(numbers.slice(i, i + 20).map((number) => fire(team.deps, T1, number)));
      await fire(team.deps, T2, caseNumber(1));
      // All hints are lost: one sweep wakes what there is, and from then on each wake-up brings the next.
      wakes.forget();
      wakes.add((await sweep(team.deps)).outbox);

      const nudges = () => sent.filter((m) => m.content.kind === 'notices');
      await wakes.run(() => nudges().length > many / 3);
      const red = {
        ...BUY_BOX,
        category: 'a_to_z',
        subjects: [{ kind: 'order', value: '112-1234567-1234567' }],
      };
      const before = sent.length;
      const urgent = await team.desk.open(team.by('RED'), red as typeof BUY_BOX);
      const number = urgent.ok ? urgent.number : 0;
      const runs = await wakes.run();
      // Not a wake-up for each that waits.
      expect(runs).toBeLessThan(3 * many);

      const told = sent.filter((m) => m.workspace === T1 && numbers.includes(caseIn(m).number));
      expect(told.map((m) => caseIn(m).number).sort((a, b) => a - b)).toEqual(numbers);
      const cards = new Set(team.postbox.updates.map(({ ts }) => ts));
      expect(cards.size).toBeGreaterThanOrEqual(many);

      // Never more than the burst and then one a second.
      const inChannel = sent.filter((m) => m.workspace === T1).map((m) => m.at);
      const { burst, every } = SLACK_RATES.channel;
      const tooSoon = inChannel.filter((time, i) => {
        const earlier = inChannel[i - burst];
        return earlier !== undefined && time - earlier < every;
      });
      expect(tooSoon).toEqual([]);
      expect(inChannel.at(-1)).toBeLessThan(NINE + (many + 30) * SECOND);

      // The other workspace, the owner of one case, and what is red wait for nobody.
      const timeOf = (of: (message: Post) => boolean) => sent.find(of)?.at;
      expect(timeOf((m) => m.workspace === T2)).toBeLessThan(NINE + SECOND);
      expect(timeOf((m) => caseIn(m).owner === 'SOLO')).toBeLessThan(NINE + (OWNERS + 2) * SECOND);
      expect(sent.slice(before, before + 2).map((m) => caseIn(m).number)).toEqual([number, number]);
      // And each owner got on as fast as the others.
      const firstOfEach = new Map<string, number>();
      for (const m of told.filter((one) => one.at < NINE + MINUTE)) {
        const owner = caseIn(m).owner ?? '';
        if (owner !== 'SOLO') firstOfEach.set(owner, (firstOfEach.get(owner) ?? 0) + 1);
      }
      expect(firstOfEach.size).toBe(OWNERS);
      expect(Math.max(...firstOfEach.values()) - Math.min(...firstOfEach.values())).toBeLessThanOrEqual(1);
    }, 90_000);
  },
);

/** Copies case #1 up to a number; the last one is SOLO's only one, the others belong to so many owners. */
async function manyMore({ pool }: ReturnType<ReturnType<typeof useDatabase>>, many: number): Promise<void> {
  const owner = `CASE WHEN g = ${many} THEN 'SOLO' ELSE 'P' || (g % ${OWNERS}) END`;
  const all = `generate_series(1, ${many}) AS g`;
  await pool.query(`
    INSERT INTO cases SELECT workspace_id, g, version,
      state || jsonb_build_object('number', g, 'owner', ${owner}), status, ${owner}, store_id, NULL, NULL
    FROM cases, ${all} WHERE workspace_id = 'T1' AND case_number = 1 AND g > 1`);
  await pool.query(`
    INSERT INTO cards SELECT workspace_id, g, channel, 'T1.' || g, wanted, wanted, 'waiting', not_before, 0, NULL, 0, NULL
    FROM cards, ${all} WHERE workspace_id = 'T1' AND case_number = 1 AND g > 1`);
  await pool.query(`
    INSERT INTO timers SELECT workspace_id, g, key, kind, anchor, step, due_at, why
    FROM timers, ${all} WHERE workspace_id = 'T1' AND case_number = 1 AND g > 1`);
  await pool.query(`UPDATE workspaces SET next_case_number = ${many + 1} WHERE workspace_id = 'T1'`);
  await pool.query(`UPDATE cases SET owner = 'P1', state = state || '{"owner": "P1"}'
    WHERE workspace_id = 'T1' AND case_number = 1`);
}
