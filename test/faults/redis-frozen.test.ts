import { Redis } from 'ioredis';
import { describe, expect, inject, test } from 'vitest';
import { startProduct } from '../../src/sandbox/product.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { queueEngines } from '../engines.ts';
import { startRedis } from '../redis-server.ts';
import { BEFORE_NINE, roots, startApp, TOM } from '../support/at-the-window.ts';
import { silent } from '../support/desk.ts';
import { atWork, CASES } from '../support/journey.ts';
import { tcpProxy } from '../support/tcp-proxy.ts';

const OUTBOX = 'docket:outbox';
const binary = inject('redisBinary');
const stacks = binary === null ? [] : queueEngines.filter(({ redis }) => redis !== null);

/** What BullMQ does with a job whose lock ran out while its worker could not renew it: another one gets it. */
async function loseLocks(admin: Redis): Promise<number> {
  const held = await admin.lrange(`${OUTBOX}:active`, 0, -1);
  for (const id of held) {
    await admin.del(`${OUTBOX}:${id}:lock`);
    await admin.lrem(`${OUTBOX}:active`, 0, id);
    await admin.lpush(`${OUTBOX}:wait`, id);
  }
  await admin.zadd(`${OUTBOX}:marker`, 0, '0');
  return held.length;
}

/** Hazard 7. */
describe.each(stacks)('a $name that is frozen for a worker right after Slack took its post', (engine) => {
  test.each([
    { name: 'the card', nth: 1 },
    { name: 'the first note in its thread', nth: 2 },
  ])(
    'lets a second worker run the job of $name again: one post',
    async ({ nth }) => {
      const server = await startRedis(String(binary));
      const admin = new Redis(server.url);
      const line = await tcpProxy(server.url);
      const fresh = await engine.database.fresh();
      const database = fresh.options;
      const product = await startProduct({
        startAt: BEFORE_NINE,
        database,
        redisUrl: line.url,
        log: silent,
      });
      const { slack } = product;
      const second: { stop(): Promise<void> }[] = [];
      try {
        const again = { jobs: 0, isThrough: false };
        const posts = { count: 0 };
        slack.faults.on('chat.postMessage', 'effect', async () => {
          posts.count += 1;
          if (posts.count !== nth) return;
          line.freeze();
          again.jobs = await loseLocks(admin);
          second.push(await startApp(slack, { database, redisUrl: server.url, clock: () => product.clock }));
          // Slack's answer comes only after the second worker is through with it.
          await slack.eventually(async () => {
            const left = [await admin.llen(`${OUTBOX}:wait`), await admin.llen(`${OUTBOX}:active`)];
            return left.every((n) => n === 0);
          });
          again.isThrough = true;
        });
        await atWork(slack).open(TOM, { [FIELD.identifiers]: 'B0ABC12345' });
        await slack.eventually(() => again.isThrough, 15_000);
        expect(again.jobs).toBeGreaterThan(0);
        await slack.eventually(() => slack.messages(CASES).length === 2, 15_000);
        line.heal();
        await product.settle();
        expect(roots(slack)).toHaveLength(1);
        expect(slack.messages(CASES)).toHaveLength(2);
      } finally {
        line.heal();
        for (const app of second) await app.stop();
        await product.stop();
        await line.close();
        admin.disconnect();
        await server.stop();
        await fresh.remove();
      }
    },
    60_000,
  );
});
