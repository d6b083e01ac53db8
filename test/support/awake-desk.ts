import { expect, vi } from 'vitest';
import { attend } from '../../src/desk/briefings/attend.ts';
import type { Log } from '../../src/desk/ports/log.ts';
import type { Wake } from '../../src/desk/ports/wake.ts';
import { sweep } from '../../src/desk/sweep.ts';
import { HOUR, type Instant } from '../../src/domain/time.ts';
import type { QueuePlace } from '../../src/scheduler/backend.ts';
import { startScheduler } from '../../src/scheduler/scheduler.ts';
import type { Database } from '../../src/store/database.ts';
import { deskOn, silent } from './desk.ts';

/** The desk and its scheduler, joined as the product joins them. Only the test sweeps; and it stops them. */
export async function awakeDesk(
  database: Database,
  startAt: Instant,
  { place = { pool: database.pool }, log = silent }: { place?: QueuePlace; log?: Log } = {},
) {
  const team = await deskOn(database, startAt);
  const scheduler = await startScheduler({
    ...place,
    handlers: {
      fire: (timer) => team.fire(timer.case),
      deliver: (lane) => team.deliver(lane.case),
      attend: (wake) => attend(team.deps, wake.workspaceId, wake.person),
    },
    sweep: () => sweep(team.deps),
    now: () => team.time.now,
    log,
    sweepEvery: HOUR,
    drainLimit: 500,
  });
  const wake: Wake = scheduler.wake;
  Object.assign(team.deps.wake, wake);
  Object.assign(team.deps, { log });
  /** What the posts so far say because of timers: the case of each. */
  const timersTold = (): number[] =>
    team.postbox.posts.flatMap(({ content }) =>
      content.kind === 'notices' && content.notices.some(({ cause }) => cause.kind === 'timer')
        ? [content.view.case.number]
        : [],
    );
  /** Sweeps until nothing is left to say: while time stands still, two hints of one lane are the same job. */
  const settled = (): Promise<void> =>
    vi.waitFor(async () => {
      await scheduler.sweepNow();
      expect(await team.deps.outbox.lanesDue(team.time.now, team.time.now, 1)).toEqual([]);
    }, 10_000);
  return { ...team, scheduler, timersTold, settled };
}
