import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterEach, expect, test, vi } from 'vitest';
import { onDisk } from '../../src/store/pglite-disk.ts';

const folders: string[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** What a power cut costs is measured by `test/bench/power-cut.ts`; this is why it costs nothing. */
test('a commit is on the disk when it is acknowledged, and so is a checkpoint', {
  timeout: 60_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'docket-disk-'));
  folders.push(folder);
  const sync = vi.spyOn(fs, 'fsyncSync');
  syncBuiltinESMExports();
  const db = await PGlite.create(onDisk(join(folder, 'pgdata')));
  await db.exec('CREATE TABLE kept (id int)');
  sync.mockClear();
  for (const id of [1, 2, 3]) {
    await db.query('INSERT INTO kept VALUES ($1)', [id]);
    expect(sync).toHaveBeenCalledTimes(id);
  }
  await db.exec('CHECKPOINT');
  expect(sync.mock.calls.length).toBeGreaterThan(5);
  await db.close();
});

test('a disk that refuses is no success', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'docket-disk-'));
  folders.push(folder);
  const db = await PGlite.create(onDisk(join(folder, 'pgdata')));
  await db.exec('CREATE TABLE kept (id int)');
  vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
    throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
  });
  syncBuiltinESMExports();
  await expect(db.query('INSERT INTO kept VALUES (1)')).rejects.toThrow('could not fsync');
});
