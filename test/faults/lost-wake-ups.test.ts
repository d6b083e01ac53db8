import { afterEach, describe, expect, test, vi } from 'vitest';
import { caseNumber } from '../../src/domain/ids.ts';
import { jobsInDatabase } from '../contract/queue-place.ts';
import { engines, useDatabase } from '../engines.ts';
import { awakeDesk } from '../support/awake-desk.ts';
import { BUY_BOX, T1 } from '../support/desk.ts';
import { at } from '../support/story.ts';

/** Hazard 5, where the jobs lie beside the tables; on Redis: redis-away.test.ts. */
describe.each(engines)('on $name', (engine) => {
  const database = useDatabase(engine);
  const queue = jobsInDatabase(database);
  let team: Awaited<ReturnType<typeof awakeDesk>>;
  afterEach(() => team.scheduler.stop());

  test('all of BullMQ’s tables emptied: what falls due still arrives within a sweep, once', async () => {
    team = await awakeDesk(database(), at('2027-01-18T08:55-05:00'));
    await team.desk.open(team.by('LI'), BUY_BOX);
    await team.desk.act(team.by('LI'), caseNumber(1), { type: 'make_ready' });
    await team.settled();
    // The window is five minutes away, inside the horizon: a job waits for it already.
    await vi.waitFor(async () =>
      expect(await queue.jobs()).toEqual([expect.objectContaining({ state: 'delayed' })]),
    );

    await queue.loseAll();
    expect(await queue.jobs()).toEqual([]);
    team.time.now = at('2027-01-18T09:00-05:00');
    expect(team.timersTold()).toEqual([]);
    await team.scheduler.sweepNow();
    await vi.waitFor(() => expect(team.timersTold()).toEqual([1]), 10_000);
    await team.scheduler.sweepNow();
    await team.settled();
    expect(team.timersTold()).toEqual([1]);
    expect((await team.desk.view(T1, caseNumber(1)))?.case.fired).toHaveProperty(['window.2.1']);
  });
});
