import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server on which tests may make databases; null where there is none. */
    postgresUrl: string | null;
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

/** One Postgres for the whole run: `TEST_DATABASE_URL`, or Debian's binaries on a free port. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return provide(project, given, async () => {});
  const bin = newestBinaries();
  if (bin === null) {
    const missing = `no server found; set TEST_DATABASE_URL or install Postgres (${BINARIES})`;
    if (process.env['REQUIRE_SERVERS'] === '1') throw new Error(`Postgres suites can't run: ${missing}`);
    console.log(`Skipped: Postgres suites — ${missing}`);
    return provide(project, null, async () => {});
  }
  const { url, stop } = await startServer(bin);
  return provide(project, url, stop);
}

function provide(project: TestProject, url: string | null, stop: () => Promise<void>): () => Promise<void> {
  project.provide('postgresUrl', url);
  return stop;
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
    probe.on('error', reject);
  });
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
