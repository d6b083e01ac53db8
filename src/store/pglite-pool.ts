import type { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { columnTypes } from './column-types.ts';
import { PgliteSession } from './pglite-session.ts';
import { PgliteSocket } from './pglite-socket.ts';

/** Waiting for the one session is free, so that many may wait; BullMQ keeps a client for each worker. */
const MAX_CLIENTS = 100;

/** A real `pg.Pool` whose sockets end in a PGlite in this process. */
export function pglitePool(db: PGlite): pg.Pool {
  const session = new PgliteSession(db);
  return sessionsPool(() => new PgliteSocket(session));
}

/** The same over whatever leads to such a PGlite. */
export const sessionsPool = (stream: () => Duplex): pg.Pool =>
  new pg.Pool({
    stream,
    // Without these pg looks into the environment.
    host: 'pglite',
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    max: MAX_CLIENTS,
    // A connection costs nothing here, and no timer is left behind.
    idleTimeoutMillis: 0,
    // It can't be lost unnoticed, which is what BullMQ wants to know before it blocks for long.
    keepAlive: true,
    types: columnTypes,
  });
