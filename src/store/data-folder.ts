import { mkdir, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { syncPath, syncTree } from './disk-sync.ts';
import { errorCode } from './file-errors.ts';
import { type LockResult, lockFolder } from './folder-lock.ts';

/** Ours alone until it is released. */
export interface DataFolder {
  readonly path: string;
  /** A complete PGlite data directory. */
  readonly databaseDir: string;
  release(): Promise<void>;
}

/** What a person has to do; the message is for them. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
}

const DATABASE = 'pgdata';
/** A restored database that waits to be taken up, and what it replaced. */
const RESTORED = `${DATABASE}.restored`;
const REPLACED = `${DATABASE}.before-restore-`;
const STAGING = `${DATABASE}.staging-`;
/** A new database takes about 45 MB, and it needs room to work. */
const ROOM_MB = 100;

/**
 * Locks the data folder and sees to it that a whole database lies there. The first one is made beside its
 * place and then renamed, for PGlite can't open a directory whose making was interrupted.
 */
export async function openDataFolder(
  dataDir: string,
  initialise: (path: string) => Promise<void>,
): Promise<DataFolder> {
  const folder = resolve(dataDir);
  try {
    await mkdir(folder, { recursive: true });
    const release = refuseIfHeld(folder, lockFolder(folder));
    try {
      const databaseDir = join(folder, DATABASE);
      await removeHalfMade(folder);
      await takeUpRestored(folder, databaseDir);
      if (!(await exists(databaseDir))) await makeBeside(folder, databaseDir, initialise);
      return { path: folder, databaseDir, release: () => Promise.resolve(release()) };
    } catch (error) {
      release();
      throw error;
    }
  } catch (error) {
    throw explain(folder, error);
  }
}

function refuseIfHeld(folder: string, lock: LockResult): () => void {
  if (lock.locked) return lock.release;
  const { holder, since, file } = lock;
  throw new DataFolderError(
    `Another Docket uses the data folder ${folder}: process ${holder.pid} on ${holder.host}, since ` +
      `${since.toISOString()}. Stop it first, or give this one a DATA_DIR of its own. ` +
      `If that machine is gone for good, delete ${file}.`,
  );
}

/** A restore may be staging its database right now, for which it needs no lock. */
async function removeHalfMade(folder: string): Promise<void> {
  const names = await readdir(folder);
  const leftOver = names.filter(
    (name) =>
      name.startsWith(`${DATABASE}.new-`) || (name.startsWith(STAGING) && !runs(name.slice(STAGING.length))),
  );
  await Promise.all(leftOver.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

function runs(pid: string): boolean {
  try {
    return process.kill(Number(pid), 0);
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/**
 * Makes a database beside the one that is there. It waits, whole and on the disk, for the next
 * `openDataFolder`; the caller needs no lock. Where making it fails, nothing has changed.
 */
export async function stageRestored(dataDir: string, make: (path: string) => Promise<void>): Promise<void> {
  const folder = resolve(dataDir);
  try {
    await mkdir(folder, { recursive: true });
    await removeHalfMade(folder);
    const staging = join(folder, `${STAGING}${process.pid}`);
    try {
      await make(staging);
      await syncTree(staging);
      await rm(join(folder, RESTORED), { recursive: true, force: true });
      await rename(staging, join(folder, RESTORED));
      await syncPath(folder);
    } catch (error) {
      await rm(staging, { recursive: true, force: true });
      throw error;
    }
  } catch (error) {
    throw explain(folder, error);
  }
}

/** Whether a restored database still waits. */
export const restoredWaits = (dataDir: string): Promise<boolean> => exists(join(dataDir, RESTORED));

/** Two renames: whoever is interrupted between them finds the restored one still waiting, and goes on. */
async function takeUpRestored(folder: string, databaseDir: string): Promise<void> {
  const restored = join(folder, RESTORED);
  if (!(await exists(restored))) return;
  if (await exists(databaseDir)) {
    const { mtime } = await stat(restored);
    const replaced = `${REPLACED}${mtime.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
    const older = (await readdir(folder)).filter((name) => name.startsWith(REPLACED));
    for (const name of older) await rm(join(folder, name), { recursive: true, force: true });
    await rename(databaseDir, join(folder, replaced));
  }
  await rename(restored, databaseDir);
  await syncPath(folder);
}

async function makeBeside(
  folder: string,
  databaseDir: string,
  initialise: (path: string) => Promise<void>,
): Promise<void> {
  const beside = `${databaseDir}.new-${process.pid}`;
  await requireRoom(folder);
  try {
    await initialise(beside);
    await syncTree(beside);
    await rename(beside, databaseDir);
    await syncPath(folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    // PGlite reports a full disk in many ways; the disk itself is the better witness.
    await requireRoom(folder);
    throw error;
  }
}

async function requireRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free < ROOM_MB) throw diskFull(folder, `${free} MB are free, a new database needs ${ROOM_MB} MB`);
}

const exists = async (path: string): Promise<boolean> => {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
};

const diskFull = (folder: string, detail: string): DataFolderError =>
  new DataFolderError(
    `The disk of the data folder ${folder} is full (${detail}). Make room and start again.`,
  );

function explain(folder: string, error: unknown): unknown {
  const code = errorCode(error);
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new DataFolderError(
        `Docket may not write to its data folder ${folder} (${code}). Let the user that runs Docket write ` +
          'there, or set DATA_DIR to a folder where it may.',
        { cause: error },
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(folder, code);
    case 'ENOTDIR':
    case 'EEXIST':
      return new DataFolderError(`DATA_DIR must be a folder, and ${folder} is not one.`, { cause: error });
    default:
      return error;
  }
}
