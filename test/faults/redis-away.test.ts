import { cp, rm } from 'node:fs/promises';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { workspaceId } from '../../src/domain/ids.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { type FreshDatabase, queueEngines } from '../engines.ts';
import { type RedisServer, startRedis } from '../redis-server.ts';
import { BEFORE_NINE, NINE, readyCase, roots, TOM, windowNudges } from '../support/at-the-window.ts';
import { silent } from '../support/desk.ts';
import { atWork } from '../support/journey.ts';

const HERE = workspaceId('T0DOCKET');
const binary = inject('redisBinary');
const stacks = binary === null ? [] : queueEngines.filter(({ redis }) => redis !== null);
/** Slack's patience with an acknowledgement. */
const ACK_MS = 3_000;

/** A server of this file's own, because it is flushed, starved, frozen, killed and robbed. */
describe.each(stacks)('a $name in trouble under the product', (engine) => {
  let server: RedisServer;
  let admin: Redis;
  let fresh: FreshDatabase;
  let product: SandboxProduct;
  let team: ReturnType<typeof atWork>;
  beforeAll(async () => {
    server = await startRedis(String(binary));
    admin = new Redis(server.url);
    admin.on('error', () => undefined);
  });
  afterAll(async () => {
    admin.disconnect();
    await server.stop();
  });
  beforeEach(async () => {
    await admin.flushall();
    fresh = await engine.database.fresh();
    product = await startProduct({
      startAt: BEFORE_NINE,
      database: fresh.options,
      redisUrl: server.url,
      log: silent,
    });
    team = atWork(product.slack);
  }, 60_000);
  afterEach(async () => {
    await product.stop();
    await fresh.remove();
  }, 60_000);

  /** Sweeps until it is so: the workers need a moment to find their Redis again. */
  const sweptUntil = (check: () => boolean): Promise<unknown> =>
    product.slack.eventually(async () => {
      await product.app.sweep();
      return check();
    }, 15_000);
  /** Nothing more comes, however often it is looked for. */
  async function quiet(): Promise<void> {
    await product.settle();
    await product.app.sweep();
    await product.settle();
  }

  /** Hazards 4 and 6. */
  test.each([
    { how: 'is killed', fail: () => server.kill(), heal: () => server.restart() },
    { how: 'is frozen', fail: async () => server.freeze(), heal: async () => server.thaw() },
    {
      how: 'has no memory left',
      fail: () => admin.config('SET', 'maxmemory', '1'),
      heal: () => admin.config('SET', 'maxmemory', '0'),
    },
  ])(
    'when it $how, a case is opened in time, and is posted once it is well',
    async ({ fail, heal }) => {
      await team.openForm(TOM);
      await fail();
      try {
        const sent = await product.slack.submit(TOM, {
          [FIELD.newStore]: 'Store A',
          [FIELD.newMarketplace]: 'US',
          [FIELD.category]: 'featured_offer',
          [FIELD.problem]: 'The Buy Box is gone since Thursday.',
          [FIELD.identifiers]: 'B0ABC12345',
        });
        expect(sent).toMatchObject({ acked: true, errors: {}, closed: true });
        const waits = product.slack.deliveries.flatMap(({ attempts }) => attempts.map(({ ms }) => ms));
        expect(Math.max(...waits)).toBeLessThan(ACK_MS);
        expect(await product.app.cases.listOpen(HERE, null)).toHaveLength(1);
        await product.app.sweep();
        // The outbox holds what the queue could not take.
        const now = product.clock.now();
        expect(await product.app.outbox.lanesDue(now, now, 10)).toHaveLength(1);
        expect(roots(product.slack)).toEqual([]);
      } finally {
        await heal();
      }
      await sweptUntil(() => roots(product.slack).length > 0);
      await quiet();
      expect(roots(product.slack)).toHaveLength(1);
      expect(team.thread(1)).toHaveLength(1);
      expect(product.slack.slackErrors).toEqual([]);
    },
    40_000,
  );

  /** Hazard 5. */
  test('that is flushed: a window that opens afterwards is told, once', async () => {
    const number = await readyCase(team, product.settle);
    await product.app.sweep();
    expect(await admin.zcard('docket:timers:delayed')).toBe(1);
    await admin.flushall();
    await product.turnTo(NINE);
    await sweptUntil(() => windowNudges(team, number).length > 0);
    await quiet();
    expect(windowNudges(team, number)).toHaveLength(1);
  });

  test('that comes back as it was before, or empty: what is overdue is told once, what was told is not told again', async () => {
    const folder = String((await admin.config('GET', 'dir'))[1]);
    const [first, second] = [
      await readyCase(team, product.settle),
      await readyCase(team, product.settle, 'B0XYZ98765'),
    ];
    await product.app.sweep();
    expect(await admin.zcard('docket:timers:delayed')).toBe(2);
    await cp(folder, `${folder}.before`, { recursive: true });
    await product.turnTo(NINE);
    await product.slack.eventually(
      () => windowNudges(team, first).length + windowNudges(team, second).length === 2,
    );
    await quiet();

    // The tail of what it had written is lost: both jobs are there again.
    await server.kill();
    await rm(folder, { recursive: true });
    await cp(`${folder}.before`, folder, { recursive: true });
    await server.restart();
    await product.slack.eventually(async () => (await admin.zcard('docket:timers:delayed')) === 2, 15_000);
    for (const id of await admin.zrange('docket:timers:delayed', '0', '-1'))
      await admin.zadd('docket:timers:delayed', 1, id);
    await admin.zadd('docket:timers:marker', 0, '0');
    await product.slack.eventually(async () => (await admin.zcard('docket:timers:delayed')) === 0, 15_000);
    await quiet();
    expect(windowNudges(team, first)).toHaveLength(1);
    expect(windowNudges(team, second)).toHaveLength(1);

    // All is lost, while the next window opens.
    await server.kill();
    await rm(folder, { recursive: true });
    await cp(`${folder}.before`, folder, {
      recursive: true,
      filter: (path) => !/\.aof|appendonly/.test(path),
    });
    await rm(`${folder}.before`, { recursive: true });
    product.clock.turnTo(NINE + 24 * 60 * MINUTE);
    await server.restart();
    await sweptUntil(() => windowNudges(team, first).length + windowNudges(team, second).length >= 4);
    await quiet();
    expect(windowNudges(team, first)).toHaveLength(2);
    expect(windowNudges(team, second)).toHaveLength(2);
  }, 60_000);
});
