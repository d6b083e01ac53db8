import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import type { Log } from '../../src/desk/ports/log.ts';
import { EXIT } from '../../src/exit-codes.ts';
import { type LocalSlack, startLocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { openDatabase } from '../../src/store/database.ts';
import { startPostgres } from '../postgres-server.ts';
import { freePort, startRedis } from '../redis-server.ts';
import { appOn, ask } from '../support/app-on.ts';
import { silent } from '../support/desk.ts';
import { refusingPostgres } from '../support/refusing-postgres.ts';
import { buildServer, endOf } from '../support/server-process.ts';

let slack: LocalSlack;
beforeAll(async () => {
  slack = await startLocalSlack();
});
afterAll(() => slack.close());

function keptLog() {
  const said: string[] = [];
  const write = (_: unknown, message: string): void => void said.push(message);
  const log: Log = { ...silent, info: write, warn: write };
  return { said, log };
}

async function refusing(...codes: [string, ...string[]]) {
  const server = await refusingPostgres(...codes);
  onTestFinished(async () => void (await server.close()));
  return server;
}

/** What the start ended with. */
async function refusalOf(url: string, limit: number, log: Log = silent): Promise<string> {
  const opened = await openDatabase({ url, patience: { limit, log } }).catch((err: unknown) => err);
  if (!(opened instanceof Error)) throw new Error('It was not refused');
  return opened.message;
}

/** Hazard 13: a database that is away when Docket starts. */
describe('a Postgres that never comes', () => {
  test('is waited for up to the bound; then its host is named and no password', async () => {
    const port = await freePort();
    const { said, log } = keptLog();
    const message = await refusalOf(`postgres://docket:geheim@127.0.0.1:${port}/docket`, 1_500, log);
    expect(message).toBe(
      `Postgres at 127.0.0.1:${port} can't be reached (connect ECONNREFUSED 127.0.0.1:${port}): ` +
        'start it or correct DATABASE_URL, then start again.',
    );
    expect(said).toEqual([`Postgres at 127.0.0.1:${port} can't be reached; trying for a while`]);
  });

  test.each(['57P03', '53300'])('and answers %s is waited for too', async (code) => {
    const server = await refusing(code);
    expect(await refusalOf(server.url, 1_000)).toContain(`${server.host} can't be reached (refused`);
    expect(server.tries()).toBeGreaterThan(1);
  });
});

describe('a Postgres that is there and says no', () => {
  test('to the password: at once, with what to mend', async () => {
    const server = await refusing('28P01');
    expect(await refusalOf(server.url, 60_000)).toBe(
      `Postgres at ${server.host} refuses the user or the password (28P01): correct DATABASE_URL, then start again.`,
    );
    expect(server.tries()).toBe(1);
  });

  test('to the database: at once, with what to mend', async () => {
    const server = await refusing('57P03', '3D000');
    expect(await refusalOf(server.url, 60_000)).toBe(
      `Postgres at ${server.host} has no database docket: create it or correct DATABASE_URL, then start again.`,
    );
    expect(server.tries()).toBe(2);
  });

  test('ends the server non-zero, with that sentence and nothing else', { timeout: 120_000 }, async () => {
    await buildServer();
    const server = await refusing('28P01');
    const { code, output } = await endOf('main.js', {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      CASE_CHANNEL: 'C0CASES',
      DATABASE_URL: server.url,
    });
    expect(code).toBe(EXIT.fault);
    expect(output).toMatch(/^Docket could not start: Postgres at \S+ refuses the user or the password.*\n$/);
    expect(output).not.toContain('geheim');
  });
});

const bins = [inject('postgresBinaries')].filter((bin) => bin !== null);
const redisBinaries = [inject('redisBinary')].filter((binary) => binary !== null);

describe.each(bins)('a Postgres that comes late', (bin) => {
  test('is used as soon as it is there; until then Docket lives and is not ready', {
    timeout: 60_000,
  }, async () => {
    const server = await startPostgres(bin);
    onTestFinished(() => server.stop());
    await server.kill();
    const { said, log } = keptLog();
    const port = await freePort();
    const starting = appOn(slack, { port, database: { url: server.url }, log });
    await slack.eventually(() => said.length > 0, 20_000);
    expect((await ask(port, '/healthz')).status).toBe(200);
    const early = await ask(port, '/readyz');
    expect(early.status).toBe(503);
    expect(JSON.parse(early.text)).toMatchObject({ parts: { database: 'starting', slack: 'starting' } });
    await server.restart();
    const app = await starting;
    expect((await ask(port, '/readyz')).status).toBe(200);
    const host = new URL(server.url).host;
    expect(said.slice(0, 2)).toEqual([
      `Postgres at ${host} can't be reached; trying for a while`,
      `Postgres at ${host} is there; going on`,
    ]);
    // Nothing is left that would go to a server which the test takes away.
    await app.stop();
  });
});

describe.each(redisBinaries)('a Redis that comes late', (binary) => {
  test('is used as soon as it is there, and that is said once', { timeout: 60_000 }, async () => {
    const server = await startRedis(binary);
    onTestFinished(() => server.stop());
    await server.kill();
    const { said, log } = keptLog();
    const starting = appOn(slack, { redisUrl: server.url, log });
    await slack.eventually(() => said.length > 0, 20_000);
    await server.restart();
    await (await starting).stop();
    const host = new URL(server.url).host;
    expect(said.slice(0, 2)).toEqual([
      `Redis at ${host} can't be reached; trying for a while`,
      `Redis at ${host} is there; going on`,
    ]);
  });

  test('and refuses the password ends the start at once', { timeout: 60_000 }, async () => {
    const server = await startRedis(binary, { requirepass: 'richtig' });
    onTestFinished(() => server.stop());
    const redisUrl = server.url.replace('//', '//:geheim@');
    const before = performance.now();
    const refused = await appOn(slack, { redisUrl }).catch((err: unknown) => err);
    expect(String(refused)).toMatch(/Redis at \S+ can't be used \(WRONGPASS (?!.*geheim).*correct REDIS_URL/);
    expect(performance.now() - before).toBeLessThan(30_000);
  });
});
