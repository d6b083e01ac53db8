import { afterEach, describe, expect, test, vi } from 'vitest';
import type { App } from '../../src/app.ts';
import { type AnchoredClock, anchoredClock } from '../../src/clock.ts';
import { type Duration, HOUR, type Instant, MINUTE } from '../../src/domain/time.ts';
import { type LocalSlack, startLocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { timer, wakeBench } from '../contract/wake-bench.ts';
import { engines, type FreshDatabase, queueEngines } from '../engines.ts';
import { BEFORE_NINE, readyCase, startApp, windowNudges } from '../support/at-the-window.ts';
import { atWork } from '../support/journey.ts';

/** Hazard 17: BullMQ computes delays from the clock of whoever adds a job, and of whoever takes it. */
describe.each(queueEngines)('a process on $name whose clock is wrong', (engine) => {
  const { desk, start, fired, jobs } = wakeBench(engine, 4);
  /** Both processes follow the database's clock, as anchored; only the system's is stepped. */
  const steppedBy = (by: Duration): void => {
    const system = Date.now.bind(Date);
    vi.spyOn(Date, 'now').mockImplementation(() => system() + by);
  };

  test.each([
    { who: 'takes', by: HOUR, is: 'an hour ahead', early: true },
    { who: 'takes', by: -HOUR, is: 'an hour behind', early: false },
    { who: 'adds', by: HOUR, is: 'an hour ahead', early: false },
    { who: 'adds', by: -HOUR, is: 'an hour behind', early: true },
  ])('who $who the job is $is: it fires at its time within a sweep, once', async ({ who, by, early }) => {
    const clock = anchoredClock(Date.now());
    desk.now = () => clock.now() + desk.turned;
    // It fires whatever it is woken for.
    desk.fire = async ({ key }) => void desk.fired.push(key);
    if (who === 'adds') steppedBy(by);
    const first = await start();
    const due = timer('due', desk.now() + 5 * MINUTE);
    await first.wake.timers([due]);
    await first.stop();
    vi.restoreAllMocks();

    if (who === 'takes') steppedBy(by);
    const second = await start();
    const delayed = expect.objectContaining({ state: 'delayed' });
    await vi.waitFor(async () => expect(await jobs()).toEqual(early ? [] : [delayed]), 10_000);
    expect(desk.fired).toEqual([]);
    desk.turned = 5 * MINUTE;
    desk.timers = [due];
    await second.sweepNow();
    expect(await fired(1)).toEqual(['due']);
    desk.timers = [];
    await second.wake.timers([timer('last', desk.now())]);
    expect(await fired(2)).toEqual(['due', 'last']);
  });
});

/** A process of its own whose clock stands still while it sleeps; the database's goes on. */
function sleeper(startAt: Instant): AnchoredClock & { sleep(by: Duration): void } {
  const database = anchoredClock(startAt);
  const own = anchoredClock(startAt);
  let slept = 0;
  return {
    now: own.now,
    anchor: () => own.anchor(database.now() + slept),
    sleep: (by) => {
      slept += by;
    },
  };
}

describe.each(engines.slice(0, 1))('a machine that was suspended', (engine) => {
  let slack: LocalSlack | undefined;
  let app: App | undefined;
  let fresh: FreshDatabase | undefined;
  afterEach(async () => {
    await app?.stop();
    await slack?.close();
    await fresh?.remove();
  });

  test('while a window opened: the first sweep after it wakes takes the database’s time, and it is told once', async () => {
    const clock = sleeper(BEFORE_NINE);
    const here = await startLocalSlack({ now: clock.now });
    slack = here;
    fresh = await engine.fresh();
    const product = await startApp(here, { database: fresh.options, clock: () => clock });
    app = product;
    await here.eventually(() => here.connections > 0, 30_000);
    const team = atWork(here);
    /** Nothing that the process knows of is left to say. */
    const settle = async (): Promise<void> => {
      await product.sweep();
      const now = (): Instant => clock.now();
      await here.eventually(async () => (await product.outbox.lanesDue(now(), now(), 1)).length === 0);
    };
    const number = await readyCase(team, settle);
    clock.sleep(HOUR / 2);
    expect(clock.now()).toBeLessThan(BEFORE_NINE + 5 * MINUTE);
    expect(windowNudges(team, number)).toEqual([]);
    await product.sweep();
    expect(clock.now()).toBeGreaterThan(BEFORE_NINE + HOUR / 2);
    await here.eventually(() => windowNudges(team, number).length > 0);
    await settle();
    await settle();
    expect(windowNudges(team, number)).toHaveLength(1);
  });
});
