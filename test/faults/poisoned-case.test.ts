import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LogFields } from '../../src/desk/ports/log.ts';
import { sweep } from '../../src/desk/sweep.ts';
import { caseNumber } from '../../src/domain/ids.ts';
import { type Scheduler, startScheduler } from '../../src/scheduler/scheduler.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { BUY_BOX, deskOn, silent } from '../support/desk.ts';
import { at } from '../support/story.ts';

let database: Database;
let scheduler: Scheduler;
beforeAll(async () => {
  database = await openDatabase({});
});
afterAll(async () => {
  await scheduler.stop();
  await database.close();
});

/** Hazard 27. */
test('a case whose state can’t be read stops none of the others, and is named in the log', async () => {
  const team = await deskOn(database, at('2026-11-30T08:00-05:00'));
  for (const value of ['B0AAAAAAA1', 'B0BBBBBBB2', 'B0CCCCCCC3'])
    await team.desk.open(team.by('LI'), { ...BUY_BOX, subjects: [{ kind: 'asin', value }] });
  for (const number of [1, 2, 3]) {
    await team.desk.act(team.by('LI'), caseNumber(number), { type: 'make_ready' });
    await team.deliver(number);
  }
  await team.db.updateTable('cases').set({ state: '{"number":1}' }).where('case_number', '=', 1).execute();

  const reported: LogFields[] = [];
  scheduler = await startScheduler({
    pool: database.pool,
    handlers: { fire: (t) => team.fire(t.case), deliver: (lane) => team.deliver(lane.case) },
    sweep: () => sweep(team.deps),
    now: () => team.time.now,
    log: { ...silent, error: (fields) => reported.push(fields) },
    sweepEvery: 3_600_000,
  });
  team.time.now = at('2026-11-30T09:00-05:00');
  const told = (): number[] =>
    team.postbox.posts.flatMap(({ content }) =>
      content.kind === 'notices' && content.notices.some((n) => n.cause.kind === 'timer')
        ? [content.view.case.number]
        : [],
    );
  while (told().length < 2 || reported.length === 0) {
    await scheduler.sweepNow();
    await pause(50);
  }
  expect(told().toSorted((a, b) => a - b)).toEqual([2, 3]);
  expect(reported).toContainEqual(expect.objectContaining({ wake: expect.objectContaining({ case: 1 }) }));
});
