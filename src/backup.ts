import { copyFile, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { dataDirOf, endWith, NotForServers } from './data-command.ts';
import { EXIT } from './exit-codes.ts';
import { askRunning } from './store/control.ts';
import { DataFolderError } from './store/data-folder.ts';
import { openDatabase } from './store/database.ts';
import { syncPath } from './store/disk-sync.ts';
import type { Snapshot } from './store/snapshots.ts';

/** `npm run backup [-- FILE]`: one file with the whole embedded database, while Docket runs or not. */
async function backup(target: string | undefined): Promise<string> {
  const dataDir = dataDirOf('Back it up with pg_dump.');
  const taken = (await fromRunning(dataDir)) ?? (await fromStopped(dataDir));
  if (target !== undefined) await move(taken.file, resolve(target));
  const file = target === undefined ? taken.file : resolve(target);
  return `The backup is ${file} (${(taken.bytes / 1_000_000).toFixed(1)} MB). npm run restore -- FILE puts it back.`;
}

async function fromRunning(dataDir: string): Promise<Snapshot | null> {
  const reply = await askRunning(dataDir, 'snapshot');
  if (reply === null) return null;
  if (!reply.ok) throw new DataFolderError(`Docket could not make the backup: ${reply.why}`);
  const { file, bytes } = reply;
  if (file === undefined || bytes === undefined) throw new Error('Docket did not say where the backup is');
  return { file, bytes };
}

async function fromStopped(dataDir: string): Promise<Snapshot> {
  const database = await openDatabase({ dataDir });
  try {
    if (database.snapshots === null) throw new NotForServers('');
    return await database.snapshots.take('asked', await database.now());
  } finally {
    await database.close();
  }
}

/** To another disk too; under its name the file is whole. */
async function move(from: string, to: string): Promise<void> {
  const beside = `${to}.unfinished`;
  await copyFile(from, beside);
  await syncPath(beside);
  await rename(beside, to);
  await syncPath(dirname(to));
  await rm(from);
}

await endWith(backup(process.argv[2]), 'The backup failed', EXIT.fault);
