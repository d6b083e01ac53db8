import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './file-errors.ts';

/** Waits until the disk has a file, or the names in a folder: a rename is safe from a power cut only then. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } catch (error) {
    // Windows syncs neither folders nor files that are open for reading, and keeps names by itself.
    if (errorCode(error) !== 'EPERM') throw error;
  } finally {
    await handle.close();
  }
}

/** The same for everything in a folder. */
export async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? syncTree(path) : syncPath(path);
    }),
  );
  await syncPath(folder);
}
