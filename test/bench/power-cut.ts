import type NodeFs from 'node:fs';
import {
  closeSync,
  cpSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { onDisk } from '../../src/store/pglite-disk.ts';

/**
 * What a power cut costs. Records what PGlite writes under a stream of commits, then cuts the power at random
 * moments: what fsync was asked for is on the disk, and so is what is older than the kernel's patience; of the
 * rest each 4 KB page arrives or doesn't. Run by hand:
 *   npx vite build --ssr test/bench/power-cut.ts --outDir test-output/bench && node test-output/bench/power-cut.js
 */
const CUTS = Number(process.argv[2] ?? '30');
const SECONDS = Number(process.argv[3] ?? '60');
const PATIENCE_MS = [5_000, 30_000];
const PAGE = 4_096;

interface Write {
  readonly at: number;
  readonly path: string;
  readonly offset: number;
  readonly data: Buffer;
}
type Change =
  | Write
  | { readonly at: number; readonly path: string; readonly size: number }
  | { readonly at: number; readonly path: string; readonly to: string | null };
interface Recording {
  readonly base: string;
  readonly changes: Change[];
  readonly commits: { at: number; id: number }[];
  readonly began: number;
  readonly ended: number;
  readonly syncs: { at: number; path: string }[];
}

/** The file system as PGlite finds it: its own functions, with a note of each change. */
const fs: typeof NodeFs = createRequire(import.meta.url)('node:fs');

async function record(durable: boolean, root: string): Promise<Recording> {
  const live = join(root, 'live');
  const base = join(root, 'base');
  const make = await PGlite.create({ dataDir: live });
  await make.exec('CREATE TABLE kept (id int PRIMARY KEY, at bigint, body text)');
  await make.close();
  cpSync(live, base, { recursive: true });
  const changes: Change[] = [];
  const syncs: { at: number; path: string }[] = [];
  const paths = new Map<number, string>();
  const at = () => performance.now();
  const inside = (path: unknown): string | null =>
    typeof path === 'string' && path.startsWith(live) ? relative(live, path) : null;
  const real = {
    openSync: fs.openSync,
    closeSync: fs.closeSync,
    writeSync: fs.writeSync,
    ftruncateSync: fs.ftruncateSync,
    truncateSync: fs.truncateSync,
    renameSync: fs.renameSync,
    unlinkSync: fs.unlinkSync,
    fsyncSync: fs.fsyncSync,
  };
  Object.assign(fs, {
    openSync: (path: string, flags: number, ...rest: []) => {
      const fd = real.openSync(path, flags, ...rest);
      const name = inside(path);
      if (name !== null) {
        paths.set(fd, name);
        if (typeof flags === 'number' && flags & fs.constants.O_TRUNC)
          changes.push({ at: at(), path: name, size: 0 });
      }
      return fd;
    },
    closeSync: (fd: number) => {
      paths.delete(fd);
      real.closeSync(fd);
    },
    writeSync: (fd: number, data: Buffer, offset: number, length: number, position: number | null) => {
      const path = paths.get(fd);
      const start = position ?? (path === undefined ? 0 : fs.fstatSync(fd).size);
      const wrote = real.writeSync(fd, data, offset, length, position);
      if (path !== undefined)
        changes.push({
          at: at(),
          path,
          offset: start,
          data: Buffer.from(new Uint8Array(data.buffer, data.byteOffset + offset, wrote)),
        });
      return wrote;
    },
    ftruncateSync: (fd: number, size: number) => {
      const path = paths.get(fd);
      real.ftruncateSync(fd, size);
      if (path !== undefined) changes.push({ at: at(), path, size });
    },
    truncateSync: (path: string, size: number) => {
      real.truncateSync(path, size);
      const name = inside(path);
      if (name !== null) changes.push({ at: at(), path: name, size });
    },
    renameSync: (from: string, to: string) => {
      real.renameSync(from, to);
      const name = inside(from);
      if (name !== null) changes.push({ at: at(), path: name, to: relative(live, to) });
    },
    unlinkSync: (path: string) => {
      real.unlinkSync(path);
      const name = inside(path);
      if (name !== null) changes.push({ at: at(), path: name, to: null });
    },
    fsyncSync: (fd: number) => {
      real.fsyncSync(fd);
      const path = paths.get(fd);
      if (path !== undefined) syncs.push({ at: at(), path });
    },
  });
  // Those who import by name see them too.
  syncBuiltinESMExports();
  const commits: { at: number; id: number }[] = [];
  const db = await PGlite.create(durable ? onDisk(live) : { dataDir: live });
  const began = at();
  for (let id = 0; at() - began < SECONDS * 1_000; id += 1) {
    await db.query('INSERT INTO kept VALUES ($1, $2, $3)', [id, Math.round(at()), 'x'.repeat(2_000)]);
    await db.query('UPDATE kept SET body = $2 WHERE id = $1', [id >> 1, `${id}`.repeat(300)]);
    commits.push({ at: at(), id });
    // The worst moment: pages, log and control file are written within moments of each other.
    if (id % 400 === 399) await db.exec('CHECKPOINT');
    await new Promise((go) => setTimeout(go, 20));
  }
  const ended = at();
  await db.close();
  Object.assign(fs, real);
  syncBuiltinESMExports();
  return { base, changes, commits, began, ended, syncs };
}

/** Builds the folder that the disk has after a cut, opens it, and counts what is missing. */
async function cut(recording: Recording, cutAt: number, patience: number, root: string) {
  const folder = join(root, 'cut');
  rmSync(folder, { recursive: true, force: true });
  cpSync(recording.base, folder, { recursive: true });
  const synced = new Map<string, number>();
  for (const { at, path } of recording.syncs) if (at <= cutAt) synced.set(path, at);
  for (const change of recording.changes) {
    if (change.at > cutAt) break;
    const path = join(folder, change.path);
    const safe = change.at <= cutAt - patience || change.at <= (synced.get(change.path) ?? -1);
    if ('data' in change) {
      mkdirSync(dirname(path), { recursive: true });
      const fd = openSync(path, existsSync(path) ? 'r+' : 'w+');
      for (let done = 0; done < change.data.length; ) {
        const length = Math.min(PAGE - ((change.offset + done) % PAGE), change.data.length - done);
        if (safe || Math.random() < 0.5) writeSync(fd, change.data, done, length, change.offset + done);
        done += length;
      }
      closeSync(fd);
    } else if ('size' in change) {
      const fd = openSync(path, existsSync(path) ? 'r+' : 'w+');
      ftruncateSync(fd, change.size);
      closeSync(fd);
    } else if (existsSync(path)) {
      // Names are journalled in order; the file system keeps them.
      if (change.to === null) unlinkSync(path);
      else renameSync(path, join(folder, change.to));
    }
  }
  const acknowledged = recording.commits.filter(({ at }) => at <= cutAt);
  try {
    const db = await PGlite.create({ dataDir: folder });
    // An index that leads nowhere and a page that is torn show here.
    await db.exec('SET enable_indexscan = off; SET enable_bitmapscan = off');
    const { rows } = await db.query<{ id: number }>('SELECT id FROM kept WHERE length(body) > 0');
    await db.close();
    const kept = new Set(rows.map(({ id }) => id));
    const lost = acknowledged.filter(({ id }) => !kept.has(id));
    const oldest = lost[0];
    return {
      opened: true,
      doubled: kept.size !== rows.length,
      lost: lost.length,
      seconds: oldest ? (cutAt - oldest.at) / 1_000 : 0,
    };
  } catch {
    return { opened: false, doubled: false, lost: 0, seconds: 0 };
  }
}

for (const durable of [false, true]) {
  const root = mkdtempSync(join(tmpdir(), 'docket-power-'));
  const recording = await record(durable, root);
  const took = recording.commits.length;
  console.log(
    `${durable ? 'Docket (written through)' : 'PGlite as it comes (fsync off)'}: ${took} rounds of two commits, ${recording.changes.length} writes, ${recording.syncs.length} syncs`,
  );
  for (const patience of PATIENCE_MS) {
    const results = [];
    for (let nth = 0; nth < CUTS; nth += 1) {
      const cutAt = recording.began + 2_000 + Math.random() * (recording.ended - recording.began - 2_000);
      results.push(await cut(recording, cutAt, patience, root));
    }
    const opened = results.filter((one) => one.opened);
    const seconds = opened.map((one) => one.seconds).sort((a, b) => a - b);
    console.log(
      `  written back after ${patience / 1_000} s: opened ${opened.length} of ${CUTS}, rows doubled in ${opened.filter((one) => one.doubled).length}, lost something in ${opened.filter((one) => one.lost > 0).length}; lost seconds: median ${(seconds[seconds.length >> 1] ?? 0).toFixed(1)}, worst ${(seconds.at(-1) ?? 0).toFixed(1)}`,
    );
  }
  rmSync(root, { recursive: true, force: true });
}
process.exit(0);
