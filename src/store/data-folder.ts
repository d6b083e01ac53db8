import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { errorCode } from './file-errors.ts';
import { type LockResult, lockFolder } from './folder-lock.ts';

/** Ours alone until it is released. */
export interface DataFolder {
  /** A complete PGlite data directory. */
  readonly databaseDir: string;
  release(): Promise<void>;
}

/** What a person has to do; the message is for them. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
}

const DATABASE = 'pgdata';
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
      if (!(await exists(databaseDir))) await makeBeside(folder, databaseDir, initialise);
      return { databaseDir, release: () => Promise.resolve(release()) };
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

async function removeHalfMade(folder: string): Promise<void> {
  const names = await readdir(folder);
  const leftOver = names.filter((name) => name.startsWith(`${DATABASE}.new-`));
  await Promise.all(leftOver.map((name) => rm(join(folder, name), { recursive: true, force: true })));
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
    await rename(beside, databaseDir);
    await syncFolder(folder);
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

/** A rename is safe from a power cut once its folder is written. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
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
