import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LogFields } from '../../src/desk/ports/log.ts';
import type { OutboxWake, WakeTimer } from '../../src/desk/ports/wake.ts';
import { caseNumber, workspaceId } from '../../src/domain/ids.ts';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import { type Scheduler, type SchedulerOptions, startScheduler } from '../../src/scheduler/scheduler.ts';
import type { Database } from '../../src/store/database.ts';
import { type Engine, engines, useDatabase } from '../engines.ts';

const WORKSPACE = workspaceId('T1');
const timer = (key: string, dueAt: number): WakeTimer => ({
  workspaceId: WORKSPACE,
  case: caseNumber(42),
  key,
  dueAt,
});
const lane = (number: number, notBefore: number): OutboxWake => ({
  workspaceId: WORKSPACE,
  case: caseNumber(number),
  notBefore,
});

/** The schedule's rows as the store would keep them, and a clock that tests turn. */
function makeDesk() {
  const desk = {
    turned: 0,
    now: () => Date.now() + desk.turned,
    timers: [] as WakeTimer[],
    outbox: [] as OutboxWake[],
    fired: [] as string[],
    delivered: [] as number[],
    sweeps: 0,
    log: [] as { level: string; message: string; fields: LogFields }[],
    /** Firing claims the row: a twin finds none. */
    fire: async ({ key, dueAt }: WakeTimer) => {
      if (desk.now() < dueAt) return;
      desk.fired.push(key);
      desk.timers = desk.timers.filter((row) => row.key !== key);
    },
    deliver: async (wake: OutboxWake) => {
      desk.delivered.push(wake.case);
    },
    sweep: async () => {
      desk.sweeps += 1;
      return { timers: desk.timers, outbox: desk.outbox };
    },
  };
  return desk;
}

const silence = new Promise<never>(() => {});
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(engines)('waking on $name', (engine: Engine) => {
  const database = useDatabase(engine);
  let desk: ReturnType<typeof makeDesk>;
  let schedulers: Scheduler[];

  beforeEach(() => {
    desk = makeDesk();
    schedulers = [];
  });
  afterEach(async () => {
    await Promise.all(schedulers.map((scheduler) => scheduler.stop()));
    await database().pool.query('TRUNCATE bullmq.job CASCADE');
  });

  async function start(options: Partial<SchedulerOptions> = {}): Promise<Scheduler> {
    const write = (level: string) => (fields: LogFields, message: string) =>
      desk.log.push({ level, message, fields });
    const log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
    const scheduler = await startScheduler({
      pool: database().pool,
      handlers: { fire: (wake) => desk.fire(wake), deliver: (wake) => desk.deliver(wake) },
      sweep: () => desk.sweep(),
      now: () => desk.now(),
      log,
      sweepEvery: HOUR,
      drainLimit: 500,
      ...options,
    });
    schedulers.push(scheduler);
    await vi.waitFor(() => expect(desk.sweeps).toBeGreaterThan(0));
    return scheduler;
  }

  const fired = async (count: number) => {
    await vi.waitFor(() => expect(desk.fired.length).toBeGreaterThanOrEqual(count), 5_000);
    return desk.fired.toSorted();
  };
  const jobs = async () => {
    const { rows } = await database().pool.query('SELECT id, state FROM bullmq.job ORDER BY id');
    return rows;
  };
  const faults = () => desk.log.filter(({ level }) => level === 'error').map(({ message }) => message);

  describe('a wake-up', () => {
    test('that is due comes at once', async () => {
      const { wake } = await start();
      await wake.timers([timer('window', desk.now())]);
      await wake.outbox([lane(42, desk.now())]);
      expect(await fired(1)).toEqual(['window']);
      await vi.waitFor(() => expect(desk.delivered).toEqual([42]));
      await vi.waitFor(async () => expect(await jobs()).toEqual([]));
    });

    test('that is due later comes when it is due, neither before nor much after', async () => {
      const { wake } = await start();
      const seen: number[] = [];
      const dueAt = desk.now() + 400;
      desk.fire = async () => void seen.push(desk.now() - dueAt);
      await wake.timers([timer('later', dueAt)]);
      await vi.waitFor(() => expect(seen).toHaveLength(1));
      expect(seen[0]).toBeGreaterThanOrEqual(0);
      expect(seen[0]).toBeLessThan(1_000);
    });

    test('may have any key', async () => {
      const { wake } = await start();
      const keys = ['7', 'a/b', 'stale:opened:1', '截止 72 小时'];
      await wake.timers(keys.map((key) => timer(key, desk.now())));
      expect(await fired(keys.length)).toEqual(keys);
    });

    test('that is due beyond the horizon is left to a later sweep', async () => {
      const { wake } = await start();
      await wake.timers([timer('far', desk.now() + 11 * MINUTE), timer('near', desk.now() + 9 * MINUTE)]);
      expect(await jobs()).toMatchObject([{ id: expect.stringContaining('near'), state: 'delayed' }]);
    });

    test('that comes again while it waits stays one', async () => {
      const { wake } = await start();
      const wakeUp = timer('once', desk.now() + 300);
      for (let i = 0; i < 3; i += 1) await wake.timers([wakeUp, wakeUp]);
      expect(await jobs()).toHaveLength(1);
      expect(await fired(1)).toEqual(['once']);
    });

    test('that comes far too early, because clocks differ, is left to the sweep', async () => {
      const scheduler = await start();
      desk.timers = [timer('early', desk.now() + 100)];
      await scheduler.sweepNow();
      desk.turned = -5 * MINUTE;
      await vi.waitFor(async () => expect(await jobs()).toEqual([]));
      expect(desk.fired).toEqual([]);
      await scheduler.sweepNow();
      expect(await jobs()).toMatchObject([{ state: 'delayed' }]);
      desk.turned = 0;
      await scheduler.sweepNow();
      expect(await fired(1)).toEqual(['early']);
    });

    test('comes again after the same one was done', async () => {
      const { wake } = await start();
      const wakeUp = timer('again', desk.now() - 5);
      await wake.timers([wakeUp]);
      expect(await fired(1)).toEqual(['again']);
      await vi.waitFor(async () => expect(await jobs()).toEqual([]));
      await wake.timers([wakeUp]);
      expect(await fired(2)).toEqual(['again', 'again']);
    });
  });

  describe('a sweep', () => {
    test('starts what is overdue when the scheduler starts', async () => {
      desk.timers = [timer('missed', desk.now() - HOUR)];
      await start();
      expect(await fired(1)).toEqual(['missed']);
    });

    test('finds again what was lost with the tables', async () => {
      const scheduler = await start();
      desk.timers = [timer('soon', desk.now() + 400), timer('over', desk.now() + 200)];
      await scheduler.sweepNow();
      await database().pool.query('TRUNCATE bullmq.job, bullmq.meta, bullmq.event CASCADE');
      await pause(300);
      expect(desk.fired).toEqual([]);
      await scheduler.sweepNow();
      expect(await fired(2)).toEqual(['over', 'soon']);
    });

    test('after the clock was turned starts at once what lies delayed', async () => {
      const scheduler = await start();
      desk.timers = [timer('tonight', desk.now() + 5 * MINUTE)];
      await scheduler.sweepNow();
      expect(await jobs()).toMatchObject([{ state: 'delayed' }]);
      desk.turned = 6 * MINUTE;
      await scheduler.sweepNow();
      expect(await fired(1)).toEqual(['tonight']);
    });

    test('is repeated by itself, never two at a time', async () => {
      let running = 0;
      let most = 0;
      desk.sweep = async () => {
        desk.sweeps += 1;
        most = Math.max(most, (running += 1));
        await pause(30);
        running -= 1;
        return { timers: [], outbox: [] };
      };
      const scheduler = await start({ sweepEvery: 10 });
      await Promise.all([scheduler.sweepNow(), scheduler.sweepNow()]);
      await vi.waitFor(() => expect(desk.sweeps).toBeGreaterThan(4));
      expect(most).toBe(1);
    });

    test('asked for during another one reads the clock afresh', async () => {
      const started: number[] = [];
      let release = () => {};
      const scheduler = await start();
      desk.sweep = async () => {
        started.push(desk.turned);
        await new Promise<void>((resolve) => (release = resolve));
        return { timers: [], outbox: [] };
      };
      const first = scheduler.sweepNow();
      desk.turned = HOUR;
      const second = scheduler.sweepNow();
      release();
      await first;
      await vi.waitFor(() => expect(started).toEqual([0, HOUR]));
      release();
      await second;
    });

    test('that fails is told, and the next one works', async () => {
      const scheduler = await start();
      const { sweep } = desk;
      desk.sweep = () => Promise.reject(new Error('no database'));
      await scheduler.sweepNow();
      expect(faults()).toEqual(['A sweep failed; the next one comes']);
      desk.sweep = sweep;
      desk.timers = [timer('after all', desk.now())];
      await scheduler.sweepNow();
      expect(await fired(1)).toEqual(['after all']);
    });
  });

  describe('trouble with one', () => {
    test('that no queue can hold is told, and the rest go on', async () => {
      desk.timers = ['good', 'a\0b', 'half \ud83d', '', 'better'].map((key) => timer(key, desk.now()));
      await start();
      expect(await fired(2)).toEqual(['better', 'good']);
      expect(faults()).toHaveLength(3);
    });

    test('that fails again and again is told, the rest go on, and the next sweep tries it again', async () => {
      const { fire } = desk;
      let tries = 0;
      desk.fire = async (wake) => {
        if (wake.key !== 'poison') return fire(wake);
        tries += 1;
        throw new Error('poisoned');
      };
      desk.timers = ['poison', 'a', 'b', 'c'].map((key) => timer(key, desk.now()));
      const scheduler = await start({ concurrency: 1 });
      expect(await fired(3)).toEqual(['a', 'b', 'c']);
      await vi.waitFor(() => expect(tries).toBe(3), 5_000);
      await vi.waitFor(async () => expect(await jobs()).toEqual([]));
      await vi.waitFor(() => expect(faults()).toHaveLength(3));
      desk.fire = fire;
      await scheduler.sweepNow();
      expect(await fired(4)).toEqual(['a', 'b', 'c', 'poison']);
    });

    test('that a dead process left behind does not stand in the way', async () => {
      desk.timers = [timer('stuck', desk.now())];
      let taken = false;
      const hang = async () => {
        taken = true;
        await silence;
      };
      await start({ handlers: { fire: hang, deliver: hang }, concurrency: 1 });
      await vi.waitFor(() => expect(taken).toBe(true));
      await start();
      expect(await fired(1)).toEqual(['stuck']);
    });

    test('whose data are not ours is told and dropped', async () => {
      await start();
      await database().pool.query(
        `SELECT bullmq.add_job('timers', 'odd', 'timers', '{"key": 1}', '{"removeOnFail": true}', 0, 0, 0, 1,
                               NULL, NULL, NULL, NULL, NULL, false)`,
      );
      await vi.waitFor(() => expect(faults()).toEqual(['A job failed; the sweep tries it again']));
      expect(desk.fired).toEqual([]);
    });
  });

  describe('a hint', () => {
    test('is lost without harm where the queue does not answer', async () => {
      let hangs = false;
      const pool = overlay(database().pool, {
        query: (...args: [string, unknown[]]) => (hangs ? silence : database().pool.query(...args)),
      });
      const scheduler = await start({ pool });
      hangs = true;
      const before = Date.now();
      await scheduler.wake.timers([timer('lost', desk.now())]);
      expect(Date.now() - before).toBeLessThan(3_000);
      expect(desk.log).toMatchObject([{ message: 'A wake-up was lost; the sweep will find it' }]);
      hangs = false;
    });

    test('inside a transaction is refused, told, and does no harm', async () => {
      const { wake } = await start();
      const client = await database().pool.connect();
      await client.query('BEGIN');
      await wake.timers([timer('too soon', desk.now())]);
      await client.query('COMMIT');
      client.release();
      expect(desk.log).toMatchObject([{ level: 'warn' }]);
      expect(String(desk.log[0]?.fields['err'])).toContain('Inside an open transaction');
    });
  });

  describe('stopping', () => {
    test('lets a running job end, and gives all clients back', async () => {
      let ended = false;
      let begun = false;
      desk.fire = async () => {
        begun = true;
        await pause(200);
        ended = true;
      };
      const scheduler = await start();
      await scheduler.wake.timers([timer('long', desk.now())]);
      await vi.waitFor(() => expect(begun).toBe(true));
      await scheduler.stop();
      expect(ended).toBe(true);
      await vi.waitFor(() => expect(inUse(database())).toBe(0));
    });

    test('does not wait for ever for a job that hangs', async () => {
      let begun = false;
      desk.fire = () => {
        begun = true;
        return silence;
      };
      const scheduler = await start();
      await scheduler.wake.timers([timer('hangs', desk.now())]);
      await vi.waitFor(() => expect(begun).toBe(true));
      const before = Date.now();
      await scheduler.stop();
      expect(Date.now() - before).toBeLessThan(3_000);
      await vi.waitFor(() => expect(inUse(database())).toBe(0));
    });

    test('makes later calls do nothing', async () => {
      const scheduler = await start();
      await scheduler.stop();
      await scheduler.stop();
      await scheduler.wake.timers([timer('late', desk.now())]);
      expect(desk.log).toEqual([]);
    });
  });

  test.runIf(engine.name === 'Postgres')('goes on after the server cut all connections', async () => {
    const { wake } = await start();
    await wake.timers([timer('before', desk.now())]);
    expect(await fired(1)).toEqual(['before']);
    await database().pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await vi.waitFor(() => expect(faults()).not.toEqual([]));
    await wake.timers([timer('after', desk.now())]);
    expect(await fired(2)).toEqual(['after', 'before']);
  });
});

const inUse = ({ pool }: Database): number => pool.totalCount - pool.idleCount;

function overlay<T extends object>(target: T, methods: Record<string, unknown>): T {
  return new Proxy(target, { get: (object, key) => methods[String(key)] ?? Reflect.get(object, key) });
}
