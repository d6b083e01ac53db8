import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort, redisBinary, startRedis } from './redis-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server on which tests may make databases; null where there is none. */
    postgresUrl: string | null;
    /** A server on which a test file may use the database of its own number; null where there is none. */
    redisUrl: string | null;
    /** Where tests find the binary to start a Redis of their own; null where there is none. */
    redisBinary: string | null;
  }
}

const BINARIES = '/usr/lib/postgresql';
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  max_connections: '200',
  // A test server may forget everything in a power cut.
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

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
  project.provide('redisUrl', redis.url);
  project.provide('redisBinary', redisBinary());
  return async () => {
    await Promise.all([postgres.stop(), redis.stop()]);
  };
}

async function postgresServer(): Promise<Server> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, stop: NOTHING_TO_STOP };
  const bin = newestBinaries();
  if (bin !== null) return startServer(bin);
  return missing('Postgres', `set TEST_DATABASE_URL or install Postgres (${BINARIES})`);
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

function newestBinaries(): string | null {
  if (!existsSync(BINARIES)) return null;
  const versions = readdirSync(BINARIES).filter((name) => existsSync(join(BINARIES, name, 'bin/initdb')));
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? null : join(BINARIES, newest, 'bin');
}

async function startServer(bin: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'docket-postgres-'));
  const data = join(folder, 'data');
  const as = serverUser();
  if (as) chownSync(folder, as.uid, as.gid);
  const options = { cwd: folder, ...as };
  const how = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
  execFileSync(join(bin, 'initdb'), ['-D', data, ...how], { ...options, stdio: 'pipe' });
  const port = await freePort();
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-D', data, '-p', String(port), '-k', folder, ...settings];
  const server = spawn(join(bin, 'postgres'), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  await ready(server);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await new Promise((resolve) => {
        server.once('exit', resolve);
        server.kill('SIGINT');
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Postgres refuses to run as root. */
function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const users = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name, , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }] as const),
  );
  const user = users.get('postgres') ?? users.get('nobody');
  if (!user) throw new Error('Postgres needs a user other than root: neither postgres nor nobody exists');
  return user;
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`Postgres did not start: ${said}`)));
  });
}
