import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A Redis of a test's own, which it may freeze, kill and starve. */
export interface RedisServer {
  readonly url: string;
  /** SIGSTOP: it takes connections, as the system does it, and answers nothing. */
  freeze(): void;
  thaw(): void;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Again on the same port, with what it kept. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** `redis-server` on the PATH, or null. */
export function redisBinary(): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const file = join(folder, 'redis-server');
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // The next folder.
    }
  }
  return null;
}

/** On a free port of this machine. `settings` are those of redis.conf. */
export async function startRedis(
  binary: string,
  settings: Record<string, string> = {},
): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'docket-redis-'));
  const port = await freePort();
  const own = { port: String(port), bind: '127.0.0.1', dir: folder };
  // As Docket asks for it; no test cuts the power.
  const kept = { appendonly: 'yes', appendfsync: 'no', save: '' };
  const all = { ...own, ...kept, ...settings };
  const args = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
  let server = await launch(binary, args);
  const end = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    await new Promise((resolve) => {
      server.once('exit', resolve);
      server.kill('SIGKILL');
    });
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    kill: end,
    restart: async () => {
      await end();
      server = await launch(binary, args);
    },
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function launch(binary: string, args: readonly string[]): Promise<ChildProcess> {
  const server = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text: string): void => {
      said = (said + text).slice(-4_000);
      if (said.includes('Ready to accept connections')) resolve(server);
    };
    server.stdout.setEncoding('utf8').on('data', hear);
    server.stderr.setEncoding('utf8').on('data', hear);
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`Redis did not start: ${said}`)));
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
    probe.on('error', reject);
  });
}
