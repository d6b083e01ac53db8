import { connect } from 'node:net';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { anchoredClock } from '../src/clock.ts';
import type { Role } from '../src/config.ts';
import { MINUTE } from '../src/domain/time.ts';
import { type LocalSlack, startLocalSlack } from '../src/sandbox/local-slack/local-slack.ts';
import { movableClock } from '../src/sandbox/movable-clock.ts';
import { StartProblem } from '../src/slack/start-check.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { freePort, type RedisServer, startRedis } from './redis-server.ts';
import { appOn, ask } from './support/app-on.ts';

let slack: LocalSlack;
beforeAll(async () => {
  slack = await startLocalSlack();
});
afterAll(() => slack.close());

const WELL = { database: 'ok', queue: 'ok', slack: 'ok', sweep: 'ok' };
const ROLES: readonly Role[] = ['all', 'web', 'worker'];

async function readyz(port: number | undefined) {
  const { status, text } = await ask(port, '/readyz');
  return { status, said: JSON.parse(text) as Record<string, unknown>, text };
}

/** Slack does not say who we are before it is let go. */
function holdStart(): () => void {
  let go = (): void => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  const stop = slack.faults.on('auth.test', 'arrival', () => held);
  onTestFinished(() => {
    go();
    stop();
  });
  return go;
}

describe('a process that says how it is', { timeout: 60_000 }, () => {
  test.each(ROLES)('as %s: it lives at once, and is ready when all of it runs', async (role) => {
    const go = holdStart();
    const port = await freePort();
    const starting = appOn(slack, { role, port });
    await slack.eventually(async () => (await readyz(port)).text.includes('"database":"ok"'), 45_000);
    expect(await readyz(port)).toMatchObject({
      status: 503,
      said: { ready: false, role, parts: { slack: 'starting' } },
    });
    expect((await ask(port, '/healthz')).status).toBe(200);
    go();
    const app = await starting;
    expect(app.port).toBe(port);
    await app.sweep();
    expect(await readyz(port)).toMatchObject({ status: 200, said: { ready: true, role, parts: WELL } });
    expect((await ask(port, '/else')).status).toBe(404);
    expect((await ask(port, '/slack/events')).status).toBe(404);
    await app.stop();
    await expect(ask(port, '/healthz')).rejects.toThrow('fetch failed');
  });

  test.each([
    { role: 'all' as const, status: 200 },
    { role: 'worker' as const, status: 503 },
  ])('as $role: sweeps that do not succeed are named', async ({ role, status }) => {
    const clock = movableClock(anchoredClock(0));
    const { port, sweep } = await appOn(slack, { role, port: 0, clock: () => clock });
    await sweep();
    clock.turn(2 * MINUTE);
    expect(await readyz(port)).toMatchObject({
      status,
      said: { parts: { ...WELL, sweep: 'late (none succeeded for 120 s)' } },
    });
    await sweep();
    expect(await readyz(port)).toMatchObject({ status: 200, said: { parts: WELL } });
  });

  test('both sockets are lost while Slack refuses new ones: it says so, lives, and is ready again', async () => {
    const { port } = await appOn(slack, { port: 0, sockets: 2 });
    const slackIs = (state: string) =>
      slack.eventually(async () => {
        const now = await readyz(port);
        return now.text.includes(`"slack":"${state}"`) && now;
      }, 15_000);
    await slack.eventually(() => slack.connections === 2);
    // Of two, one goes on.
    slack.faults.fail('apps.connections.open', { kind: 'error', code: 'invalid_auth' }, { times: 5 });
    slack.faults.cutSockets(1);
    await slack.eventually(() => slack.connections === 1);
    expect(await readyz(port)).toMatchObject({ status: 200, said: { parts: { slack: 'ok' } } });
    slack.faults.cutSockets();
    expect(await slackIs('reconnecting')).toMatchObject({ status: 503, said: { ready: false } });
    expect((await ask(port, '/healthz')).status).toBe(200);
    expect(await slackIs('ok')).toMatchObject({ status: 200, said: { ready: true } });
  });

  test('without a port it listens nowhere', async () => {
    expect((await appOn(slack, {})).port).toBeUndefined();
  });

  test('a port that is taken is told in one sentence, before anything else is opened', async () => {
    const { port = 0 } = await appOn(slack, { port: 0 });
    const second = await appOn(slack, { port }).catch((err: unknown) => err);
    expect(second).toBeInstanceOf(StartProblem);
    expect(String(second)).toContain(`Port ${port} is in use: set PORT to another one`);
  });

  test('a connection that never ends does not keep it from stopping', async () => {
    const app = await appOn(slack, { port: 0 });
    const socket = connect(app.port ?? 0, '127.0.0.1');
    socket.on('error', () => undefined);
    onTestFinished(() => void socket.destroy());
    await new Promise((resolve) => socket.write('POST /healthz HTTP/1.1\r\nHost: a\r\n', resolve));
    const before = performance.now();
    await app.stop();
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

test('where Slack comes by HTTP: before it can be answered it is asked to come again', {
  timeout: 60_000,
}, async () => {
  const go = holdStart();
  const port = await freePort();
  const transport = { kind: 'http' as const, signingSecret: slack.signingSecret };
  const starting = appOn(slack, { port, slack: { ...slackOf(), transport } });
  const early = await slack.eventually(() => ask(port, '/slack/events'));
  expect(early.status).toBe(503);
  expect(early.headers.get('Retry-After')).toBe('1');
  go();
  await starting;
  // What Slack never sends does no harm: Bolt throws at it.
  expect((await ask(port, '/slack/events')).status).toBe(404);
  expect((await readyz(port)).status).toBe(200);
  const unsigned = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body: '{}' });
  expect(unsigned.status).toBe(401);
});

const slackOf = () => ({ botToken: slack.botToken, apiUrl: slack.apiUrl });

describe.each(inject('redisBinary') === null ? [] : [String(inject('redisBinary'))])(
  'a queue on Redis',
  (binary) => {
    let server: RedisServer;
    let admin: Redis;
    beforeAll(async () => {
      server = await startRedis(binary);
      admin = new Redis(server.url);
      admin.on('error', () => undefined);
    });
    afterAll(async () => {
      admin.disconnect();
      await server.stop();
    });

    test.each([
      { role: 'web' as const, status: 200 },
      { role: 'worker' as const, status: 503 },
    ])(
      'that refuses jobs is named; a $role answers $status meanwhile',
      { timeout: 60_000 },
      async ({ role, status }) => {
        const redisUrl = server.url.replace('//', '//default:geheim@');
        const { port, sweep } = await appOn(slack, { role, port: 0, redisUrl });
        await sweep();
        const becomes = async (queue: RegExp, expected: number): Promise<void> => {
          const seen = await slack.eventually(async () => {
            const now = await readyz(port);
            return queue.test(now.text) ? now : null;
          }, 20_000);
          expect(seen.status).toBe(expected);
          expect(seen.text).not.toContain('geheim');
        };
        await becomes(/"queue":"ok"/, 200);
        await admin.config('SET', 'maxmemory', '1');
        await becomes(/"queue":"not working \(OOM\)"/, status);
        await admin.config('SET', 'maxmemory', '0');
        await becomes(/"queue":"ok"/, 200);
        server.freeze();
        await becomes(/"queue":"(no answer|not working)/, status);
        server.thaw();
        await becomes(/"queue":"ok"/, 200);
        await server.kill();
        await becomes(/"queue":"not working/, status);
        await server.restart();
        await becomes(/"queue":"ok"/, 200);
      },
    );
  },
);

describe.each(inject('postgresBinaries') === null ? [] : [String(inject('postgresBinaries'))])(
  'on Postgres',
  (bin) => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres(bin);
    }, 60_000);
    afterAll(() => server.stop());

    test('a server that went away is named without its password, nothing ends, and it comes back', {
      timeout: 60_000,
    }, async () => {
      const fatal: unknown[] = [];
      const url = server.url.replace('postgres@', 'postgres:geheim@');
      const app = await appOn(slack, { port: 0, database: { url }, onFatal: (err) => fatal.push(err) });
      await app.sweep();
      expect(await readyz(app.port)).toMatchObject({ status: 200, said: { parts: WELL } });
      await server.kill();
      for (let sweeps = 0; sweeps < 3; sweeps += 1) await app.sweep();
      const away = await readyz(app.port);
      expect(away).toMatchObject({
        status: 503,
        said: { parts: { database: 'not working (ECONNREFUSED)' } },
      });
      expect(away.text).not.toContain('geheim');
      expect((await ask(app.port, '/healthz')).status).toBe(200);
      await server.restart();
      await slack.eventually(async () => (await readyz(app.port)).status === 200, 20_000);
      expect(fatal).toEqual([]);
      server.freeze();
      try {
        const frozen = await readyz(app.port);
        expect(frozen).toMatchObject({ status: 503, said: { parts: { database: 'no answer within 2 s' } } });
      } finally {
        server.thaw();
      }
      await slack.eventually(async () => (await readyz(app.port)).status === 200, 20_000);
    });
  },
);
