import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import type { Pool } from 'pg';
import type { Instant } from '../domain/time.ts';
import { DataFolderError, stageRestored } from './data-folder.ts';
import { errorCode } from './file-errors.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { pglitePool } from './pglite-pool.ts';
import { isTar } from './tar.ts';

/** What a snapshot brought back. */
export interface Restored {
  readonly cases: number;
  /** When the last of its cases changed; null where it has none. */
  readonly lastChange: Instant | null;
}

/**
 * Cases opened since the snapshot are forgotten, but their cards stand in Slack with buttons that name their
 * numbers. Nobody opens this many between two snapshots, so no new case ever answers to an old card.
 */
const SKIPPED_NUMBERS = 1_000;

/**
 * Opens a snapshot as this version would, beside the database that is there, and leaves it waiting for the
 * next start. Where anything is wrong with it, nothing has changed. @throws with what to do.
 */
export async function stageSnapshot(dataDir: string, file: string): Promise<Restored> {
  const tar = await unpacked(file);
  let restored: Restored | null = null;
  await stageRestored(dataDir, async (path) => {
    restored = await prepare(path, tar, file);
  });
  if (restored === null) throw new Error('Nothing was staged');
  return restored;
}

async function unpacked(file: string): Promise<Blob> {
  let packed: Buffer;
  try {
    packed = await readFile(file);
  } catch (error) {
    throw new DataFolderError(`${file} can't be read (${errorCode(error) ?? 'unknown'}).`, { cause: error });
  }
  const tar = await promisify(gunzip)(packed).catch((error: unknown) => {
    throw notWhole(file, error);
  });
  // PGlite would take anything else for a packed file, and fail outside of every promise.
  if (!isTar(tar)) throw notWhole(file);
  return new Blob([new Uint8Array(tar)]);
}

const notWhole = (file: string, cause?: unknown): DataFolderError =>
  new DataFolderError(
    `${file} is not a whole snapshot of Docket. Take another one; nothing was changed.`,
    cause === undefined ? {} : { cause },
  );

async function prepare(path: string, tar: Blob, file: string): Promise<Restored> {
  const db = await PGlite.create({ dataDir: path, loadDataDir: tar }).catch((error: unknown) => {
    // A full disk says so by its code; anything else is the snapshot's fault.
    throw errorCode(error) === null ? notWhole(file, error) : error;
  });
  try {
    const pool = pglitePool(db);
    const { rows } = await pool.query<{ ours: boolean }>(
      `SELECT to_regclass('public.cases') IS NOT NULL AS ours`,
    );
    if (!rows[0]?.ours) throw notWhole(file);
    await migrate(pool, MIGRATIONS);
    await doubtWhatWaits(pool);
    const restored = await described(pool);
    await pool.end();
    return restored;
  } finally {
    await db.close();
  }
}

/**
 * What waited to be sent when the snapshot was taken may have been sent since: the outbox looks for it in
 * Slack before it sends. A card may show a state that is forgotten now, and is written again.
 */
async function doubtWhatWaits(pool: Pool): Promise<void> {
  const now = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';
  const doubtful = `state = 'sending', claimed_at = ${now}, fence = fence + 1`;
  await pool.query(`
    UPDATE outbox SET ${doubtful}, message_key = coalesce(message_key, key) WHERE state = 'waiting'`);
  await pool.query(`UPDATE cards SET ${doubtful} WHERE ts IS NULL AND state = 'waiting'`);
  await pool.query(`
    UPDATE cards SET posted = 0, not_before = 0 FROM cases
    WHERE cases.workspace_id = cards.workspace_id AND cases.case_number = cards.case_number
      AND cases.closed_at IS NULL AND cards.ts IS NOT NULL AND cards.state <> 'parked'`);
  await pool.query(`UPDATE workspaces SET next_case_number = next_case_number + ${SKIPPED_NUMBERS}`);
}

async function described(pool: Pool): Promise<Restored> {
  const { rows } = await pool.query<{ cases: number; last: number | null }>(
    'SELECT (SELECT count(*)::int FROM cases) AS cases, (SELECT max(at) FROM case_events) AS last',
  );
  return { cases: rows[0]?.cases ?? 0, lastChange: rows[0]?.last ?? null };
}
