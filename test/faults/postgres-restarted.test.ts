import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SandboxProduct, startProduct } from '../../src/sandbox/product.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../postgres-server.ts';
import { BEFORE_NINE, NINE, readyCase, roots, windowNudges } from '../support/at-the-window.ts';
import { silent } from '../support/desk.ts';
import { atWork, words } from '../support/journey.ts';

const binaries = postgresBinaries();
const servers = binaries === null ? [] : [{ name: 'a Postgres', binaries }];

/** Hazard 13. */
describe.each(servers)('$name that goes away under the product', ({ binaries: found }) => {
  let server: PostgresServer;
  let product: SandboxProduct;
  let team: ReturnType<typeof atWork>;
  const names = { count: 0 };
  beforeAll(async () => {
    server = await startPostgres(found);
  }, 60_000);
  afterAll(() => server.stop());
  beforeEach(async () => {
    names.count += 1;
    const url = new URL(server.url);
    await onServer((client) => client.query(`CREATE DATABASE docket_${names.count}`));
    url.pathname = `docket_${names.count}`;
    product = await startProduct({ startAt: BEFORE_NINE, database: { url: url.href }, log: silent });
    team = atWork(product.slack);
  }, 60_000);
  afterEach(() => product.stop(), 60_000);

  async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: server.url });
    // Whoever asks where it lives is thrown out too, once it goes.
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
  /** `pg_ctl stop -m immediate`: it hangs up on everybody and keeps what it has written so far. */
  async function stopAtOnce(): Promise<void> {
    const sql = "SELECT current_setting('data_directory') AS folder";
    const { rows } = await onServer((client) => client.query<{ folder: string }>(sql));
    const [pid] = readFileSync(`${rows[0]?.folder}/postmaster.pid`, 'utf8').split('\n');
    process.kill(Number(pid), 'SIGQUIT');
  }

  test.each([
    { how: 'is killed', fail: () => server.kill() },
    { how: 'is stopped at once', fail: stopAtOnce },
  ])(
    'and $how: once it is back, the nudge that fell due is told once, and work goes on',
    async ({ fail }) => {
      const number = await readyCase(team, product.settle);
      await product.app.sweep();
      await fail();
      product.clock.turnTo(NINE);
      await product.app.sweep();
      await server.restart();
      await product.slack.eventually(async () => {
        await product.app.sweep();
        return windowNudges(team, number).length > 0;
      }, 15_000);

      const next = await readyCase(team, product.settle, 'B0XYZ98765');
      expect(words(team.card(next))).toContain('B0XYZ98765');
      await product.settle();
      expect(windowNudges(team, number)).toHaveLength(1);
      expect(roots(product.slack)).toHaveLength(2);
    },
    60_000,
  );
});
