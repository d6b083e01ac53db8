import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode } from './file-errors.ts';

/** Who holds a folder. `startedAt` is the process's start in the kernel's count; null where it can't be told. */
const holderSchema = z.object({
  id: z.string(),
  pid: z.number().int(),
  host: z.string(),
  startedAt: z.string().nullable(),
});
type Holder = z.infer<typeof holderSchema>;

export type LockResult =
  | { readonly locked: true; readonly release: () => void }
  | { readonly locked: false; readonly holder: Holder; readonly since: Date; readonly file: string };

/** Somebody may be between two of these steps; that takes microseconds, so a few looks are plenty. */
const LOOKS = 100;
let locksTaken = 0;

/**
 * A lock file that two processes never hold both. It appears complete (a hard link to a file already
 * written). A dead holder's lock is replaced only by whoever first links a file named after that holder, and
 * only while the lock still names it; so nobody removes a lock that a faster process has just taken.
 */
export function lockFolder(folder: string): LockResult {
  const file = join(folder, 'docket.lock');
  const me = describeSelf();
  const mine = `${file}.${me.id}`;
  writeFileSync(mine, JSON.stringify(me));
  try {
    for (let look = 0; look < LOOKS; look += 1) {
      const blocked = tryLock(file, mine, me);
      if (blocked === 'again') continue;
      if (blocked === null) return { locked: true, release: () => release(file, me) };
      return { locked: false, ...blocked, file };
    }
    throw new Error(`The lock ${file} keeps changing hands`);
  } finally {
    rmSync(mine, { force: true });
  }
}

type Attempt = null | 'again' | { readonly holder: Holder; readonly since: Date };

function tryLock(file: string, mine: string, me: Holder): Attempt {
  if (link(mine, file)) return null;
  const first = readHolder(file);
  if (first === null) return 'again';
  const heirs: string[] = [];
  // An heir that died before it took over has an heir of its own.
  for (let holder: Holder | null = first; holder !== null; ) {
    if (isAlive(holder)) {
      // An heir that came too late is about to give up: whoever took the lock over is the one to name.
      const settled = holder === first || readHolder(file)?.id === first.id;
      return settled ? { holder, since: sinceOf(file) } : 'again';
    }
    const heir: string = `${file}.after-${holder.id}`;
    heirs.push(heir);
    if (link(mine, heir)) return inherit(file, mine, first, me, heirs);
    holder = readHolder(heir);
  }
  return 'again';
}

function inherit(file: string, mine: string, first: Holder, me: Holder, heirs: readonly string[]): Attempt {
  const rightful = readHolder(file)?.id === first.id;
  if (rightful) {
    const copy = `${mine}.copy`;
    writeFileSync(copy, JSON.stringify(me));
    renameSync(copy, file);
  }
  // Until the lock has changed, these keep everybody else out; afterwards they only name the dead.
  for (const heir of rightful ? heirs : heirs.slice(-1)) rmSync(heir, { force: true });
  return rightful ? null : 'again';
}

function release(file: string, me: Holder): void {
  if (readHolder(file)?.id === me.id) rmSync(file, { force: true });
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw new Error(`${file} is not a lock of Docket. If no Docket uses this folder, delete it.`, {
      cause: error,
    });
  }
}

const sinceOf = (file: string): Date => {
  try {
    return statSync(file).mtime;
  } catch {
    return new Date(0);
  }
};

function describeSelf(): Holder {
  locksTaken += 1;
  const startedAt = startOf(process.pid);
  const id = `${process.pid}-${startedAt ?? 'x'}-${locksTaken}`;
  return { id, pid: process.pid, host: hostname(), startedAt };
}

/** A number is given to another process sooner or later (in a container, at each start); its start differs. */
function isAlive(holder: Holder): boolean {
  // Another machine's processes can't be seen from here; a person has to say that it is gone.
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
  }
  return holder.startedAt === null || holder.startedAt === startOf(holder.pid);
}

/** Field 22 of /proc/<pid>/stat, counted after the name, which may hold spaces and brackets. Linux only. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
