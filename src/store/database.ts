import type { Duplex } from 'node:stream';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { Instant } from '../domain/time.ts';
import { columnTypes } from './column-types.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { type Patience, whenReachable } from './patience.ts';
import { onDisk } from './pglite-disk.ts';
import { inMemory } from './pglite-memory.ts';
import { pglitePool, sessionsPool } from './pglite-pool.ts';
import { type Snapshots, snapshotsOf } from './snapshots.ts';
import { guardTransactions } from './transaction-guard.ts';

export interface DatabaseOptions {
  /** A Postgres; without it PGlite runs in this process. */
  readonly url?: string;
  /** Opens a session of a database that somebody else keeps in this process. */
  readonly session?: () => Duplex;
  /** Where PGlite keeps its data; without it they live in memory. */
  readonly dataDir?: string;
  /** What one in memory begins with: the dump of another. */
  readonly ready?: Blob;
  /** For a Postgres that is away when it is opened; without it, one try. */
  readonly patience?: Patience;
}

export interface Database {
  readonly pool: pg.Pool;
  readonly engine: 'pglite' | 'postgres';
  /** Null where the database is a server, or lives in memory. */
  readonly snapshots: Snapshots | null;
  /** A copy of one in memory as it stands now, uncompressed; null where it is not in memory. */
  readonly dump: (() => Promise<Blob>) | null;
  /** The database's clock. */
  now(): Promise<Instant>;
  close(): Promise<void>;
}

/** BullMQ finds its schema by the search path; our own comes first, so that new tables land there. */
const SESSION = `SET search_path TO public, bullmq; SET timezone TO 'UTC'`;
/** A client that nobody gave back must not keep the process from ending. */
const CLOSE_LIMIT_MS = 3_000;
const CONNECT_LIMIT_MS = 10_000;
/** A line that says nothing for so long is probed: a listening one that has died would look as if all were quiet. */
const KEEP_ALIVE_MS = 10_000;

/** pg waits for the answer before it hands the client out, though its types don't say so. */
const prepareSession = (client: pg.ClientBase): unknown => client.query(SESSION);

export function openDatabase({ url, session, dataDir, ready, patience }: DatabaseOptions): Promise<Database> {
  if (session !== undefined) return openShared(session);
  return url === undefined ? openEmbedded(dataDir, ready) : openPostgres(url, patience);
}

/** A pool whose connections may be lost at any time. */
function losable(pool: pg.Pool): pg.Pool {
  // An idle one was lost: pg drops it, and the next query opens another or reports its own fault.
  pool.on('error', () => undefined);
  // One in use was lost: its query reports that. Node ends a process in which nobody heard the client say it too.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function openPostgres(url: string, patience: Patience | undefined): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    types: columnTypes,
    onConnect: prepareSession,
  });
  const database = databaseOn(losable(pool), 'postgres', () => Promise.resolve());
  try {
    if (patience) await whenReachable(url, () => database.now(), patience);
    else await database.now();
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** As a server's: its keeper may cut the sessions at any time, and closing leaves it to them. */
async function openShared(session: () => Duplex): Promise<Database> {
  return databaseOn(losable(sessionsPool(session)), 'postgres', () => Promise.resolve());
}

async function openEmbedded(dataDir: string | undefined, ready: Blob | undefined): Promise<Database> {
  const folder = dataDir === undefined ? null : await openDataFolder(dataDir, initialise);
  let db: PGlite | null = null;
  try {
    db = await PGlite.create(folder === null ? inMemory(ready) : onDisk(folder.databaseDir));
    await db.exec(SESSION);
    const pool = pglitePool(db);
    const snapshots = folder === null ? null : snapshotsOf(db, pool, folder.path);
    const dump = folder === null ? dumpOf(db, pool) : null;
    return databaseOn(pool, 'pglite', closing(db, folder), { snapshots, dump });
  } catch (error) {
    await closing(db, folder)();
    throw error;
  }
}

/** Nothing else may be under way; what is committed is in its files only after a checkpoint. */
const dumpOf = (db: PGlite, pool: pg.Pool) => async (): Promise<Blob> => {
  await pool.query('CHECKPOINT');
  return db.dumpDataDir('none');
};

async function initialise(path: string): Promise<void> {
  const db = await PGlite.create({ dataDir: path });
  await db.close();
}

const closing = (db: PGlite | null, folder: DataFolder | null) => async (): Promise<void> => {
  try {
    if (db && !db.closed) await db.close();
  } finally {
    await folder?.release();
  }
};

function databaseOn(
  pool: pg.Pool,
  engine: Database['engine'],
  closeEngine: () => Promise<void>,
  { snapshots, dump }: Pick<Database, 'snapshots' | 'dump'> = { snapshots: null, dump: null },
): Database {
  // BullMQ listens for faults of the pool once for each queue and worker, and never stops.
  pool.setMaxListeners(0);
  let closed: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await within(CLOSE_LIMIT_MS, pool.end());
    await closeEngine();
  };
  return {
    pool: guardTransactions(pool),
    engine,
    snapshots,
    dump,
    now: async () => {
      const sql = 'SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS ms';
      const { rows } = await pool.query<{ ms: Instant }>(sql);
      const [row] = rows;
      if (!row) throw new Error('The database did not say what time it is');
      return row.ms;
    },
    close: () => (closed ??= close()),
  };
}

async function within(limit: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise((resolve) => {
    timer = setTimeout(resolve, limit);
  });
  await Promise.race([work, timeUp]);
  clearTimeout(timer);
}
