import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PGlite } from '@electric-sql/pglite';
import type { Pool } from 'pg';
import { DAY, type Instant } from '../domain/time.ts';
import { syncPath } from './disk-sync.ts';

/** A copy of the whole database in one file. */
export interface Snapshot {
  readonly file: string;
  readonly bytes: number;
}

/** `daily` ones are removed when newer ones stand; what a person asked for stays until a person deletes it. */
export type SnapshotKind = 'daily' | 'asked';

/** The copies of one embedded database. */
export interface Snapshots {
  /** The data folder that it lives in. */
  readonly dataDir: string;
  take(kind: SnapshotKind, at: Instant): Promise<Snapshot>;
}

/** A file of this kind is written under a name that nobody reads, and renamed once it is whole. */
const UNFINISHED = '.unfinished';
const NAME = /^docket-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.tar\.gz$/;

export const snapshotFolder = (dataDir: string): string => join(dataDir, 'snapshots');

export function snapshotName(kind: SnapshotKind, at: Instant): string {
  const time = `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
  return kind === 'daily' ? `docket-${time}.tar.gz` : `docket-${time}-asked.tar.gz`;
}

/** When a daily snapshot was taken; null for any other file. */
export function takenAt(name: string): Instant | null {
  const [, day, hours, minutes, seconds] = NAME.exec(name) ?? [];
  return day === undefined ? null : Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
}

/**
 * Nothing else talks to the database while its files are read (about 0.2 s for 40 MB), and what is not yet
 * committed is not in the copy. The checkpoint keeps the log in it short. Packing it goes on beside the work.
 */
export function snapshotsOf(db: PGlite, pool: Pool, dataDir: string): Snapshots {
  const folder = snapshotFolder(dataDir);
  return {
    dataDir,
    take: async (kind, at) => {
      await mkdir(folder, { recursive: true });
      await removeUnfinished(folder);
      await pool.query('CHECKPOINT');
      const tar = await db.dumpDataDir('none');
      const file = join(folder, snapshotName(kind, at));
      const beside = `${file}${UNFINISHED}`;
      try {
        await pipeline(Readable.fromWeb(tar.stream()), createGzip({ level: 1 }), createWriteStream(beside));
        await syncPath(beside);
        await rename(beside, file);
        await syncPath(folder);
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
      return { file, bytes: (await stat(file)).size };
    },
  };
}

async function removeUnfinished(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.endsWith(UNFINISHED));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}

async function daily(dataDir: string): Promise<{ name: string; at: Instant }[]> {
  await mkdir(snapshotFolder(dataDir), { recursive: true });
  const names = await readdir(snapshotFolder(dataDir));
  return names
    .flatMap((name) => {
      const at = takenAt(name);
      return at === null ? [] : [{ name, at }];
    })
    .sort((one, other) => other.at - one.at);
}

/** Takes the snapshot of the day where the newest is older than a day, then removes all but the newest `kept`. */
export async function keepDaily(snapshots: Snapshots, kept: number, now: Instant): Promise<Snapshot | null> {
  if (kept === 0) return null;
  const [newest] = await daily(snapshots.dataDir);
  if (newest && now - newest.at < DAY) return null;
  const taken = await snapshots.take('daily', now);
  const old = (await daily(snapshots.dataDir)).slice(kept);
  await Promise.all(
    old.map(({ name }) => rm(join(snapshotFolder(snapshots.dataDir), name), { force: true })),
  );
  return taken;
}
