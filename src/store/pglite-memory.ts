import { PGlite, type PGliteOptions } from '@electric-sql/pglite';

/** Its files lie in memory: Postgres's usual 128 MB of buffers would only be a second copy of them. */
const START = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

/** `ready`: the dump of another one, whose tables it begins with; making them takes seconds. */
export const inMemory = (ready: Blob | undefined): PGliteOptions => ({
  startParams: START,
  ...(ready === undefined ? {} : { loadDataDir: ready }),
});
