import type { TestProject } from 'vitest/node';
import { postgresBinaries, startPostgres } from './postgres-server.ts';
import { type ReadyPglite, readyPglite } from './ready-pglite.ts';
import { redisBinary, startRedis } from './redis-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server on which tests may make databases; null where there is none. */
    postgresUrl: string | null;
    /** Where tests find the programs to start a Postgres of their own; null where there is none. */
    postgresBinaries: string | null;
    /** A server on which a test file may use the database of its own number; null where there is none. */
    redisUrl: string | null;
    /** Where tests find the binary to start a Redis of their own; null where there is none. */
    redisBinary: string | null;
    readyPglite: ReadyPglite;
  }
}

interface Server {
  readonly url: string | null;
  readonly stop: () => Promise<void>;
}

const NOTHING_TO_STOP = async (): Promise<void> => {};

/** One Postgres and one Redis for the whole run: those that the environment names, or what is installed. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await postgresServer();
  const redis = await redisServer().catch(async (err: unknown) => {
    await postgres.stop();
    throw err;
  });
  project.provide('postgresUrl', postgres.url);
  project.provide('postgresBinaries', postgresBinaries());
  project.provide('redisUrl', redis.url);
  project.provide('redisBinary', redisBinary());
  project.provide('readyPglite', await readyPglite());
  return async () => {
    await Promise.all([postgres.stop(), redis.stop()]);
  };
}

async function postgresServer(): Promise<Server> {
  const given = process.env['TEST_DATABASE_URL'];
  const bin = postgresBinaries();
  // Nobody freezes and kills a server that was given.
  if (given && bin === null) missing('Postgres fault', 'install Postgres');
  if (given) return { url: given, stop: NOTHING_TO_STOP };
  if (bin !== null) return startPostgres(bin);
  return missing('Postgres', 'set TEST_DATABASE_URL or install Postgres');
}

async function redisServer(): Promise<Server> {
  const given = process.env['TEST_REDIS_URL'];
  const binary = redisBinary();
  // Nobody freezes and kills a server that was given.
  if (given && binary === null) missing('Redis fault', 'install redis-server');
  if (given) return { url: given, stop: NOTHING_TO_STOP };
  if (binary !== null) return startRedis(binary);
  return missing('Redis', 'set TEST_REDIS_URL or install redis-server');
}

function missing(what: string, remedy: string): Server {
  const why = `no server found; ${remedy}`;
  if (process.env['REQUIRE_SERVERS'] === '1') throw new Error(`${what} suites can't run: ${why}`);
  console.log(`Skipped: ${what} suites — ${why}`);
  return { url: null, stop: NOTHING_TO_STOP };
}
