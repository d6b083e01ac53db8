import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LogFields } from '../../src/desk/ports/log.ts';
import { caseNumber } from '../../src/domain/ids.ts';
import { jobsInDatabase, jobsInRedis } from '../contract/queue-place.ts';
import { queueEngines, useDatabase } from '../engines.ts';
import { awakeDesk } from '../support/awake-desk.ts';
import { BUY_BOX, forgetCases, silent } from '../support/desk.ts';
import { at } from '../support/story.ts';

const EIGHT = at('2026-11-30T08:00-05:00');
const NINE = at('2026-11-30T09:00-05:00');

/** Hazard 27. */
describe.each(queueEngines)('one that is poisoned, on $name', ({ database: engine, redis }) => {
  const database = useDatabase(engine);
  const queue = redis === null ? jobsInDatabase(database) : jobsInRedis(() => redis, 5);
  let team: Awaited<ReturnType<typeof awakeDesk>>;
  const reported: LogFields[] = [];
  afterEach(async () => {
    await team.scheduler.stop();
    await forgetCases(team);
    await queue.loseAll();
  });

  /** Three cases that wait for nine o'clock. */
  async function threeReady(): Promise<void> {
    reported.length = 0;
    const log = { ...silent, error: (fields: LogFields) => void reported.push(fields) };
    team = await awakeDesk(database(), EIGHT, { place: queue.place(), log });
    for (const value of ['B0AAAAAAA1', 'B0BBBBBBB2', 'B0CCCCCCC3'])
      await team.desk.open(team.by('MARIA'), { ...BUY_BOX, subjects: [{ kind: 'asin', value }] });
    for (const number of [1, 2, 3])
      await team.desk.act(team.by('MARIA'), caseNumber(number), { type: 'make_ready' });
    await team.settled();
  }
  const othersToldAtNine = async (): Promise<void> => {
    team.time.now = NINE;
    await vi.waitFor(async () => {
      await team.scheduler.sweepNow();
      expect(team.timersTold().toSorted((a, b) => a - b)).toEqual([2, 3]);
      expect(reported.length).toBeGreaterThan(0);
    }, 10_000);
  };
  const aboutFirst = expect.objectContaining({ wake: expect.objectContaining({ case: 1 }) });

  test('a case whose state can’t be read stops none of the others, and is named in the log', async () => {
    await threeReady();
    const broken = { state: '{"number":1}' };
    await team.db.updateTable('cases').set(broken).where('case_number', '=', 1).execute();
    await othersToldAtNine();
    expect(reported).toContainEqual(aboutFirst);
  });

  test('a notice that can’t be read holds up its own thread only, and its case is named in the log', async () => {
    await threeReady();
    team.time.now = NINE;
    await team.fire(1);
    const broken = { notice: '{"key":"1.odd"}' };
    await team.db
      .updateTable('outbox')
      .set(broken)
      .where('case_number', '=', 1)
      .where('state', '=', 'waiting')
      .execute();
    await othersToldAtNine();
    expect(reported).toContainEqual(expect.objectContaining({ case: 1 }));
  });

  test('a job whose data are nobody’s is reported and dropped, and the rest go on', async () => {
    await threeReady();
    await queue.addOdd('{"case": "odd"}');
    team.time.now = NINE;
    await vi.waitFor(async () => {
      await team.scheduler.sweepNow();
      expect(team.timersTold().toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
    }, 10_000);
    await vi.waitFor(() => expect(reported).toContainEqual(expect.objectContaining({ job: 'odd' })), 10_000);
    await vi.waitFor(async () => expect(await queue.jobs()).toEqual([]), 10_000);
  });
});
