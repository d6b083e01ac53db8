import { describe, expect, test, vi } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import { queueEngines } from '../engines.ts';
import { lane, pause, timer, wakeBench } from './wake-bench.ts';

describe.each(queueEngines)('waking on $name', (engine) => {
  const { desk, start, fired, jobs, loseAll, faults } = wakeBench(engine, 1);

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
      await vi.waitFor(() => expect(seen).toHaveLength(1), 6_000);
      expect(seen[0]).toBeGreaterThanOrEqual(0);
      expect(seen[0]).toBeLessThan(5_000);
    });

    test('is added and left to others by a process that works no job', async () => {
      const idle = await start({ works: false });
      desk.timers = [timer('due', desk.now())];
      await idle.sweepNow();
      await idle.wake.timers([timer('hint', desk.now())]);
      expect((await jobs()).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
      expect(desk.fired).toEqual([]);
      await start();
      expect(await fired(2)).toEqual(['due', 'hint']);
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
      desk.timers = [timer('early', desk.now() + 300)];
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

    test('finds again what the queue’s store has lost', async () => {
      const scheduler = await start();
      desk.timers = [timer('soon', desk.now() + 5 * MINUTE), timer('sooner', desk.now() + 4 * MINUTE)];
      await scheduler.sweepNow();
      await loseAll();
      await scheduler.sweepNow();
      expect(await jobs()).toMatchObject([{ state: 'delayed' }, { state: 'delayed' }]);
      await loseAll();
      desk.turned = 6 * MINUTE;
      await scheduler.sweepNow();
      expect(await fired(2)).toEqual(['soon', 'sooner']);
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
        return { timers: [], outbox: [], people: [] };
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
        return { timers: [], outbox: [], people: [] };
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
});
