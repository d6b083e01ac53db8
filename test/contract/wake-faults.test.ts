import { describe, expect, test, vi } from 'vitest';
import { queueEngines } from '../engines.ts';
import { pause, silence, timer, wakeBench } from './wake-bench.ts';

describe.each(queueEngines)('waking in trouble on $name', (engine) => {
  const { database, desk, start, fired, jobs, addOdd, faults, inUse } = wakeBench(engine, 2);
  // What only a pool can suffer; Redis has troubles of its own (wake-redis.test.ts).
  const besideTables = engine.redis === null ? ['the database'] : [];

  describe('trouble with one', () => {
    test('that no queue can hold is told, and the rest go on', async () => {
      const bad = ['a\0b', 'half \ud83d', '', '案'.repeat(14_000)];
      desk.timers = ['good', ...bad, 'better 😀\u202e'].map((key) => timer(key, desk.now()));
      await start();
      expect(await fired(2)).toEqual(['better 😀\u202e', 'good']);
      expect(faults()).toHaveLength(bad.length);
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
      await start({ handlers: { fire: hang, deliver: hang, attend: hang }, concurrency: 1 });
      await vi.waitFor(() => expect(taken).toBe(true));
      await start();
      expect(await fired(1)).toEqual(['stuck']);
    });

    test('whose data are not ours is told and dropped', async () => {
      await start();
      await addOdd('{"key": 1}');
      await vi.waitFor(() => expect(faults()).toEqual(['A job failed; the sweep tries it again']));
      expect(desk.fired).toEqual([]);
    });
  });

  describe.each(besideTables)('a hint to %s', () => {
    test('is lost without harm where the queue does not answer', async () => {
      let hangs = false;
      const pool = overlay(database().pool, {
        query: (...args: [string, unknown[]]) => (hangs ? silence : database().pool.query(...args)),
      });
      const scheduler = await start({ pool });
      hangs = true;
      const before = Date.now();
      await scheduler.wake.timers([timer('lost', desk.now())]);
      expect(Date.now() - before).toBeLessThan(4_000);
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
      await vi.waitFor(() => expect(inUse()).toBe(0));
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
      await vi.waitFor(() => expect(inUse()).toBe(0));
    });

    test('makes later calls do nothing', async () => {
      const scheduler = await start();
      await scheduler.stop();
      await scheduler.stop();
      const before = desk.log.length;
      await scheduler.wake.timers([timer('late', desk.now())]);
      expect(desk.log).toHaveLength(before);
    });
  });

  // PGlite has no connections that a server could cut.
  const cut = engine.name === 'Postgres' ? ['all connections'] : [];
  test.each(cut)('goes on after the server cut %s', async () => {
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

function overlay<T extends object>(target: T, methods: Record<string, unknown>): T {
  return new Proxy(target, { get: (object, key) => methods[String(key)] ?? Reflect.get(object, key) });
}
