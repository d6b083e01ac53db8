import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY, HOUR } from '../../src/domain/time.ts';
import { askRunning, startControl } from '../../src/store/control.ts';
import { startSafekeeping } from '../../src/store/safekeeping.ts';
import { keepDaily, type Snapshots, snapshotFolder, snapshotName } from '../../src/store/snapshots.ts';
import { silent } from '../support/desk.ts';
import { at } from '../support/story.ts';

const NOON = at('2026-11-25T12:00Z');

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'docket-safe-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** Files without content: which stay is all that counts. */
const pretended = (): Snapshots => ({
  dataDir,
  take: async (kind, when) => {
    const file = join(snapshotFolder(dataDir), snapshotName(kind, when));
    writeFileSync(file, '');
    return { file, bytes: 0 };
  },
});
const kept = (): string[] => readdirSync(snapshotFolder(dataDir)).sort();

describe('the snapshot of the day', () => {
  test('is taken when the newest is a day old; the newest few stay, and what a person asked for', async () => {
    const snapshots = pretended();
    for (let hour = 0; hour <= 96; hour += 1) await keepDaily(snapshots, 3, NOON + hour * HOUR);
    await snapshots.take('asked', NOON - 9 * DAY);
    await keepDaily(snapshots, 3, NOON + 5 * DAY);
    expect(kept()).toEqual([
      'docket-2026-11-16T12-00-00Z-asked.tar.gz',
      'docket-2026-11-28T12-00-00Z.tar.gz',
      'docket-2026-11-29T12-00-00Z.tar.gz',
      'docket-2026-11-30T12-00-00Z.tar.gz',
    ]);
  });

  test('removes nothing where it could not be taken', async () => {
    const snapshots = pretended();
    await keepDaily(snapshots, 1, NOON);
    const full: Snapshots = { dataDir, take: () => Promise.reject(new Error('No room')) };
    await expect(keepDaily(full, 1, NOON + DAY)).rejects.toThrow('No room');
    expect(kept()).toEqual(['docket-2026-11-25T12-00-00Z.tar.gz']);
  });

  test('is not taken where nobody wants one', async () => {
    await keepDaily(pretended(), 0, NOON);
    expect(existsSync(snapshotFolder(dataDir))).toBe(false);
  });

  test('that fails is told to the log, and tried again', async () => {
    let attempts = 0;
    const told: unknown[] = [];
    const full: Snapshots = {
      dataDir,
      take: () => {
        attempts += 1;
        return Promise.reject(new Error('ENOSPC'));
      },
    };
    const log = { ...silent, error: (_: object, message: string) => told.push(message) };
    const keeping = await startSafekeeping({
      snapshots: full,
      kept: 3,
      now: () => NOON,
      log,
      restart: () => {},
      firstAfter: 1,
      every: 20,
    });
    await vi.waitFor(() => expect(attempts).toBeGreaterThan(1));
    await keeping.stop();
    expect(told[0]).toContain('Docket runs on and tries again');
  });
});

describe('a running Docket', () => {
  test('restarts when another process of its user asks', async () => {
    const restart = vi.fn<() => void>();
    const snapshots = pretended();
    const keeping = await startSafekeeping({ snapshots, kept: 0, now: () => NOON, log: silent, restart });
    expect(statSync(join(dataDir, 'docket.sock')).mode & 0o777).toBe(0o600);
    expect(await askRunning(dataDir, 'restart')).toEqual({ ok: true });
    await vi.waitFor(() => expect(restart).toHaveBeenCalledOnce());
    await keeping.stop();
    expect(await askRunning(dataDir, 'restart')).toBeNull();
  });

  test('says why it could not', async () => {
    const control = await startControl(dataDir, () => Promise.reject(new Error('No room')));
    expect(await askRunning(dataDir, 'snapshot')).toEqual({ ok: false, why: 'No room' });
    await control.stop();
  });

  test('is reached where a killed one left its socket', async () => {
    writeFileSync(join(dataDir, 'docket.sock'), '');
    const control = await startControl(dataDir, () => Promise.resolve({ ok: true }));
    expect(await askRunning(dataDir, 'snapshot')).toEqual({ ok: true });
    await control.stop();
  });

  test('whose folder has too long a path says where the daily snapshots are', async () => {
    const far = join(dataDir, 'x'.repeat(100));
    await expect(askRunning(far, 'snapshot')).rejects.toThrow(/too long for a socket.*daily snapshots/);
  });
});
