import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer } from '../../src/desk/answer.ts';
import { HOUR } from '../../src/domain/time.ts';
import { askRunning } from '../../src/store/control.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { startSafekeeping } from '../../src/store/safekeeping.ts';
import { stageSnapshot } from '../../src/store/snapshot-restore.ts';
import { snapshotFolder } from '../../src/store/snapshots.ts';
import { engines, type FreshDatabase } from '../engines.ts';
import { BUY_BOX, deskOn, silent } from '../support/desk.ts';
import { at } from '../support/story.ts';

/** Opening a database and reading one back take seconds on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const NOON = at('2026-11-25T12:00Z');

let fresh: FreshDatabase;
let database: Database | null = null;
let dataDir: string;
beforeEach(async () => {
  const [pglite] = engines;
  if (!pglite) throw new Error('PGlite is always at hand');
  fresh = await pglite.fresh();
  dataDir = fresh.options.dataDir ?? '';
});
afterEach(async () => {
  await database?.close();
  database = null;
  await fresh.remove();
});

/** The desk over the folder's database, as a process that starts has it. */
async function start() {
  database = await openDatabase({ dataDir });
  const { snapshots } = database;
  if (!snapshots) throw new Error('A folder can be copied');
  const desk = await deskOn(database, NOON);
  return { ...desk, database, snapshots };
}
type Running = Awaited<ReturnType<typeof start>>;

async function stop(): Promise<void> {
  await database?.close();
  database = null;
}

const open = ({ desk, by }: Running, value: string): Promise<Answer> =>
  desk.open(by('LI', value), { ...BUY_BOX, subjects: [{ kind: 'asin', value }] });

const numbers = async ({ database: d }: Running): Promise<number[]> => {
  const { rows } = await d.pool.query<{ n: number }>('SELECT case_number AS n FROM cases ORDER BY 1');
  return rows.map(({ n }) => n);
};
const inFolder = (): string[] => readdirSync(dataDir).sort();

describe('a restored snapshot', () => {
  test('is the database as it was; what was there before is kept beside it', async () => {
    const before = await start();
    await open(before, 'B0ABC12341');
    const { file } = await before.snapshots.take('asked', NOON);
    await open(before, 'B0ABC12342');
    expect(await stageSnapshot(dataDir, file)).toEqual({ cases: 1, lastChange: NOON });
    expect(await numbers(before)).toEqual([1, 2]);
    await stop();

    const after = await start();
    expect(await numbers(after)).toEqual([1]);
    // #2 stands in Slack, and its buttons say so: the next case must not answer to them.
    await open(after, 'B0ABC12343');
    expect(await numbers(after)).toEqual([1, 1_002]);
    await stop();
    const [replaced, ...more] = inFolder().filter((name) => name.startsWith('pgdata.before-restore-'));
    expect(more).toEqual([]);
    renameSync(join(dataDir, 'pgdata'), join(dataDir, 'other'));
    renameSync(join(dataDir, replaced ?? ''), join(dataDir, 'pgdata'));
    expect(await numbers(await start())).toEqual([1, 2]);
  });

  test('is taken while somebody is in the middle of a transaction, without what is not committed', async () => {
    const running = await start();
    await open(running, 'B0ABC12341');
    const client = await running.database.pool.connect();
    await client.query('BEGIN');
    await client.query('DELETE FROM cases');
    const taking = running.snapshots.take('asked', NOON);
    await client.query('ROLLBACK');
    client.release();
    expect((await stageSnapshot(dataDir, (await taking).file)).cases).toBe(1);
  });
});

describe('a file that is no snapshot is refused, and nothing changes', () => {
  let file: string;
  let running: Running;
  beforeEach(async () => {
    running = await start();
    await open(running, 'B0ABC12341');
    ({ file } = await running.snapshots.take('asked', NOON));
  });
  /** The words of the refusal; nothing is left of the attempt. */
  const refusal = async (): Promise<string> => {
    const why = await stageSnapshot(dataDir, file).then(
      () => 'it was taken',
      (error: unknown) => String(error),
    );
    expect(inFolder()).toEqual(['docket.lock', 'pgdata', 'snapshots']);
    expect(await numbers(running)).toEqual([1]);
    return why;
  };

  test('because it is cut off', async () => {
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length / 2));
    expect(await refusal()).toMatch(/is not a whole snapshot of Docket/);
  });

  test('because it is something else', async () => {
    writeFileSync(file, gzipSync('my notes'.repeat(1_000)));
    expect(await refusal()).toMatch(/is not a whole snapshot of Docket/);
  });

  test('because it lost a part on the way', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'docket-tar-'));
    writeFileSync(join(folder, 'all.tar'), gunzipSync(readFileSync(file)));
    execFileSync('tar', [
      '--delete',
      '--file',
      join(folder, 'all.tar'),
      '--wildcards',
      '*/global/pg_control',
    ]);
    writeFileSync(file, gzipSync(readFileSync(join(folder, 'all.tar'))));
    await rm(folder, { recursive: true });
    expect(await refusal()).toMatch(/is not a whole snapshot of Docket/);
  });

  test('because it is not there', async () => {
    file = `${file}x`;
    expect(await refusal()).toMatch(/can't be read \(ENOENT\)/);
  });

  test('because a newer Docket made it', async () => {
    const { pool } = running.database;
    await pool.query(`INSERT INTO kysely_migration VALUES ('9999-later', '')`);
    ({ file } = await running.snapshots.take('asked', NOON + 1_000));
    expect(await refusal()).toMatch(/belongs to a newer Docket \(it has 9999-later\)/);
  });
});

test('what waited in the snapshot and was sent since is found in Slack, not sent again', async () => {
  const before = await start();
  await open(before, 'B0ABC12341');
  const { file } = await before.snapshots.take('asked', NOON);
  await before.deliver(1);
  const sent = before.postbox.posts.map(({ key }) => key);
  expect(sent.length).toBeGreaterThan(1);
  await stop();
  await stageSnapshot(dataDir, file);

  const after = await start();
  after.postbox.posts.push(...before.postbox.posts);
  after.time.now = Math.max(Date.now(), NOON) + HOUR;
  await after.deliver(1);
  expect(after.postbox.posts.map(({ key }) => key)).toEqual(sent);
  // The card may have shown what is forgotten now.
  expect(after.postbox.updates).toHaveLength(1);
  const { rows } = await after.database.pool.query('SELECT DISTINCT state FROM outbox');
  expect(rows).toEqual([{ state: 'sent' }]);
});

test('what waited in the snapshot and never was sent is sent now, once', async () => {
  const before = await start();
  await open(before, 'B0ABC12341');
  const { file } = await before.snapshots.take('asked', NOON);
  await stop();
  await stageSnapshot(dataDir, file);

  const after = await start();
  after.time.now = Math.max(Date.now(), NOON) + HOUR;
  await after.deliver(1);
  await after.deliver(1);
  const keys = after.postbox.posts.map(({ key }) => key);
  expect(keys).toContain('1.card');
  expect(keys).toHaveLength(2);
});

test('another process of its user may ask a running Docket for one', async () => {
  const { snapshots } = await start();
  const keeping = await startSafekeeping({
    snapshots,
    kept: 0,
    now: () => NOON,
    log: silent,
    restart: () => {},
  });
  const file = join(snapshotFolder(dataDir), 'docket-2026-11-25T12-00-00Z-asked.tar.gz');
  expect(await askRunning(dataDir, 'snapshot')).toMatchObject({ ok: true, file });
  await keeping.stop();
  expect(await stageSnapshot(dataDir, file)).toEqual({ cases: 0, lastChange: null });
});
