import { closeSync, fsyncSync, openSync } from 'node:fs';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { z } from 'zod';

/** What we need of Emscripten's file system: an open file's descriptor, and where its node lies. */
interface Stream {
  readonly nfd?: number;
  readonly node: object;
}
interface NodeFileSystem {
  readonly stream_ops: { fsync?: (stream: Stream) => number };
  readonly realPath: (node: object) => string;
}
/** As WASI counts: the one fault of which Postgres must hear. */
const EIO = 29;
/** Its functions find their neighbours through it, so it must stay the object that it is. */
const moduleSchema = z.object({
  FS: z.object({ ErrnoError: z.custom<new (errno: number) => Error>((it) => typeof it === 'function') }),
  NODEFS: z.custom<NodeFileSystem>(
    (it) => typeof it === 'object' && it !== null && 'stream_ops' in it && 'realPath' in it,
    'This PGlite has no NODEFS to write through',
  ),
});

/**
 * Emscripten's NODEFS has a place for fsync and leaves it empty, so that a power cut could take half of what
 * Postgres relied on. With it, a commit that was acknowledged is on the disk.
 */
class SyncingNodeFS extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const { preRun = [] } = emscriptenOpts;
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [fillInFsync, ...[preRun].flat()] } };
  }
}

function fillInFsync(module: unknown): void {
  const { NODEFS, FS } = moduleSchema.parse(module);
  NODEFS.stream_ops.fsync = (stream) => {
    const fd = stream.nfd ?? openSync(NODEFS.realPath(stream.node), 'r');
    try {
      fsyncSync(fd);
    } catch {
      throw new FS.ErrnoError(EIO);
    } finally {
      // A folder: Emscripten opens those in name only.
      if (stream.nfd === undefined) closeSync(fd);
    }
    return 0;
  };
}

const set = (name: string, value: string): [string, string] => ['-c', `${name}=${value}`];

/** PGlite over a folder, made as durable as a Postgres server. */
export const onDisk = (path: string): PGliteOptions => ({
  fs: new SyncingNodeFS(path),
  startParams: [
    ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
    // Emscripten answers fdatasync, Postgres's own choice, without doing anything.
    ...set('wal_sync_method', 'fsync'),
    // Postgres lets a gigabyte gather; what gathered is read again after a kill, and lies in each snapshot.
    ...set('max_wal_size', '128MB'),
    ...set('min_wal_size', '32MB'),
  ],
});
