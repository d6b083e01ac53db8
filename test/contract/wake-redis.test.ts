import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import type { Log } from '../../src/desk/ports/log.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { openBackend, redisBackend } from '../../src/scheduler/backend.ts';
import { queueEngines } from '../engines.ts';
import { freePort, type RedisServer, startRedis } from '../redis-server.ts';
import { silent } from '../support/desk.ts';
import { timer, wakeBench } from './wake-bench.ts';

const binary = inject('redisBinary');
const engines = binary === null ? [] : queueEngines.filter(({ redis }) => redis !== null);
const LOST = 'A wake-up was lost; the sweep will find it';

/** A server of this file's own, because it is flushed, starved, frozen and killed. */
describe.each(engines)('a $name in trouble', (engine) => {
  let server: RedisServer;
  let admin: Redis;
  beforeAll(async () => {
    server = await startRedis(String(binary));
    admin = new Redis(server.url);
    admin.on('error', () => undefined);
  });
  afterAll(async () => {
    admin.disconnect();
    await server.stop();
  });
  beforeEach(() => admin.flushall());
  const { desk, start: startAnywhere, fired, jobs } = wakeBench(engine, 3);
  const start = () => startAnywhere({ redis: server.url });
  const lost = (): number => desk.log.filter(({ message }) => message === LOST).length;
  const took = async (work: Promise<unknown>): Promise<number> => {
    const before = Date.now();
    await work;
    return Date.now() - before;
  };

  test('that was flushed: the next sweep brings what was lost, once', async () => {
    const scheduler = await start();
    desk.timers = [timer('soon', desk.now() + 5 * MINUTE)];
    await scheduler.sweepNow();
    await admin.flushall();
    desk.turned = 6 * MINUTE;
    await scheduler.sweepNow();
    expect(await fired(1)).toEqual(['soon']);
    await scheduler.sweepNow();
    await scheduler.wake.timers([timer('last', desk.now())]);
    expect(await fired(2)).toEqual(['last', 'soon']);
  });

  test('that was killed: hints are lost at once, and when it is back all goes on', async () => {
    const scheduler = await start();
    await scheduler.wake.timers([timer('before', desk.now())]);
    expect(await fired(1)).toEqual(['before']);
    await server.kill();
    desk.timers = [timer('meanwhile', desk.now())];
    expect(await took(scheduler.wake.timers(desk.timers))).toBeLessThan(500);
    await scheduler.sweepNow();
    expect(lost()).toBe(1);
    await server.restart();
    await vi.waitFor(async () => {
      await scheduler.sweepNow();
      expect(desk.fired).toContain('meanwhile');
    }, 10_000);
    await scheduler.wake.timers([timer('after', desk.now())]);
    expect(await fired(3)).toEqual(['after', 'before', 'meanwhile']);
  });

  test('that lost its scripts too goes on', async () => {
    const scheduler = await start();
    await scheduler.wake.timers([timer('before', desk.now())]);
    expect(await fired(1)).toEqual(['before']);
    await admin.script('FLUSH');
    await scheduler.wake.timers([timer('after', desk.now())]);
    expect(await fired(2)).toEqual(['after', 'before']);
  });

  test('whose memory is full: hints are lost, and it heals', async () => {
    const scheduler = await start();
    desk.timers = ['a', 'b', 'c'].map((key) => timer(key, desk.now()));
    await admin.config('SET', 'maxmemory', '1');
    await scheduler.wake.timers(desk.timers);
    expect(lost()).toBe(1);
    await scheduler.sweepNow();
    expect(desk.fired).toEqual([]);
    await admin.config('SET', 'maxmemory', '0');
    await scheduler.sweepNow();
    expect(await fired(3)).toEqual(['a', 'b', 'c']);
  });

  test('that is frozen: a hint ends at its limit, none pile up, and after it all goes on', async () => {
    const scheduler = await start();
    server.freeze();
    try {
      const hints = Array.from({ length: 1_200 }, (_, i) =>
        scheduler.wake.timers([timer(`f${i}`, desk.now())]),
      );
      expect(await took(Promise.all(hints))).toBeLessThan(3_500);
      expect(lost()).toBe(1_200);
      const tooMany = desk.log.filter(({ fields }) => String(fields['err']).includes('not answered'));
      expect(tooMany).toHaveLength(200);
    } finally {
      server.thaw();
    }
    await vi.waitFor(async () => {
      await scheduler.wake.timers([timer('after', desk.now())]);
      expect(desk.fired).toContain('after');
    }, 10_000);
  });

  test('that is frozen: stopping does not wait for it', async () => {
    const scheduler = await start();
    server.freeze();
    try {
      expect(await took(scheduler.stop())).toBeLessThan(8_000);
    } finally {
      server.thaw();
    }
    await vi.waitFor(async () => expect(await jobs()).toEqual([]));
  });

  describe('at the start', () => {
    const refused = async (url: string): Promise<string> => {
      const backend = await redisBackend(url, silent, 400).catch((err: unknown) => err);
      if (!(backend instanceof Error)) throw new Error('It was not refused');
      return backend.message;
    };

    test('is waited for, but not for ever; then it is told what to do, and no password', async () => {
      const port = await freePort();
      const message = await refused(`redis://user:secret@127.0.0.1:${port}/3`);
      expect(message).toBe(
        `Redis at 127.0.0.1:${port} can't be used (connect ECONNREFUSED 127.0.0.1:${port}): ` +
          'start it or correct REDIS_URL, then start again.',
      );
    });

    test('is used as soon as it is there', async () => {
      await server.kill();
      const opening = redisBackend(server.url, silent, 10_000);
      await server.restart();
      const backend = await opening;
      expect(backend).toHaveProperty('factory');
      backend.close();
    });

    test('is refused if it is frozen', async () => {
      server.freeze();
      try {
        expect(await refused(server.url)).toContain("can't be used (no answer)");
      } finally {
        server.thaw();
      }
    });

    test('is refused where the password is wrong, which is not told', async () => {
      await admin.config('SET', 'requirepass', 'right');
      try {
        expect(await refused(server.url.replace('//', '//:secret@'))).toMatch(
          /can't be used \(WRONGPASS (?!.*secret)/,
        );
      } finally {
        await admin.config('SET', 'requirepass', '');
      }
    });

    test('is refused if it would drop jobs when its memory is full', async () => {
      await admin.config('SET', 'maxmemory-policy', 'allkeys-lru');
      try {
        expect(await refused(server.url)).toMatch(
          /maxmemory-policy allkeys-lru.*set maxmemory-policy to noeviction/,
        );
      } finally {
        await admin.config('SET', 'maxmemory-policy', 'noeviction');
      }
    });

    test('is taken without anything on disk, and that is said; a snapshot now and then is enough', async () => {
      const said = async (): Promise<unknown[]> => {
        const warn = vi.fn<Log['warn']>();
        const backend = await redisBackend(server.url, { ...silent, warn }, 5_000);
        backend.close();
        return warn.mock.calls.map(([, message]) => message);
      };
      await admin.config('SET', 'appendonly', 'no');
      try {
        expect(await said()).toEqual([expect.stringMatching(/keeps nothing on disk.*Set appendonly to yes/)]);
        await admin.config('SET', 'save', '3600 1');
        expect(await said()).toEqual([]);
      } finally {
        await admin.config('SET', 'save', '');
        await admin.config('SET', 'appendonly', 'yes');
      }
    });
  });
});

test('jobs live in a pool or a Redis, nowhere else', async () => {
  await expect(openBackend({ pool: {} }, silent)).rejects.toThrow('BullMQ needs a pg.Pool');
});
