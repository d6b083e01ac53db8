import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './redis-server.ts';

/** A Postgres of a test's own, which it may freeze, kill and start late. */
export interface PostgresServer {
  readonly url: string;
  /** SIGSTOP to all of it: it takes connections, as the system does it, and answers nothing. */
  freeze(): void;
  thaw(): void;
  /** SIGKILL to all of it. */
  kill(): Promise<void>;
  /** Again on the same port, with what it kept. */
  restart(): Promise<void>;
  stop(): Promise<void>;
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

/** The folder of the newest Postgres that is installed, or null. */
export function postgresBinaries(): string | null {
  if (!existsSync(BINARIES)) return null;
  const versions = readdirSync(BINARIES).filter((name) => existsSync(join(BINARIES, name, 'bin/initdb')));
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? null : join(BINARIES, newest, 'bin');
}

/** On a free port of this machine. */
export async function startPostgres(bin: string): Promise<PostgresServer> {
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
  const launch = async (): Promise<ChildProcess> => {
    const child = spawn(join(bin, 'postgres'), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    await ready(child);
    return child;
  };
  let server = await launch();
  /** The server first: nobody is left who could start another process. */
  const signal = (name: NodeJS.Signals): readonly number[] => {
    const { pid } = server;
    if (pid === undefined || server.exitCode !== null || server.signalCode !== null) return [];
    const all = [pid, ...childrenOf(pid)];
    for (const one of all) send(one, name);
    return all;
  };
  const kill = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    const all = signal('SIGKILL');
    if (all.length === 0) return;
    await ended;
    // A next server refuses to start while one of these holds the shared memory.
    while (all.some(isRunning)) await pause(20);
  };
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    freeze: () => void signal('SIGSTOP'),
    thaw: () => void signal('SIGCONT'),
    kill,
    restart: async () => {
      await kill();
      server = await launch();
    },
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Linux names the children of a process; each of Postgres's connections is one. */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

function send(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has just ended by itself.
  }
}

/** What has ended stays in the list as a zombie where nobody asks for it. */
function isRunning(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
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
