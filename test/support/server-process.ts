import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Readiness } from '../../src/readiness.ts';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Each worker of vitest builds its own: they run side by side. */
const BUILT = join(ROOT, 'test-output', `server-${process.env.VITEST_POOL_ID ?? '0'}`);

/** Builds the server once for a test file: real signals need a real process. */
export async function buildServer(): Promise<void> {
  const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
  await promisify(execFile)(tsc, ['-p', join(ROOT, 'tsconfig.build.json'), '--outDir', BUILT]);
}

export interface ServerProcess {
  /** Kills without a word, as a power cut or the kernel would. */
  kill(): Promise<void>;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
  readonly output: () => string;
  readonly pid: number;
}

/** A folder for one test's embedded database; removed by the test. */
export const dataFolder = async (): Promise<{ path: string; remove(): Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'docket-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};

export interface ServerOptions {
  readonly entry?: 'main.js' | 'supervisor.js';
  /** On top of what any server needs; with a signing secret, or as a worker, it has no app token of its own. */
  readonly settings?: Settings;
}

type Settings = Readonly<{
  [name in
    | 'ROLE'
    | 'PORT'
    | 'DATABASE_URL'
    | 'REDIS_URL'
    | 'SLACK_APP_TOKEN'
    | 'SLACK_SIGNING_SECRET'
    | 'SLACK_API_URL'
    | 'LOG_LEVEL']?: string;
}>;

/**
 * `npm start` against a local Slack; resolves once it runs: by `/readyz` where it has a PORT, and once Slack
 * has its socket where it opens one.
 */
export async function startServer(
  slack: LocalSlack,
  dataDir: string,
  { entry = 'main.js', settings = {} }: ServerOptions = {},
): Promise<ServerProcess> {
  const bySocket = settings.SLACK_SIGNING_SECRET === undefined && settings.ROLE !== 'worker';
  const child = spawn(process.execPath, [join(BUILT, entry)], {
    cwd: dataDir,
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: slack.botToken,
      ...(bySocket ? { SLACK_APP_TOKEN: slack.appToken } : {}),
      SLACK_API_URL: slack.apiUrl,
      CASE_CHANNEL: 'C0CASES',
      DATA_DIR: join(dataDir, 'data'),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const hear = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = exitOf(child);
  await Promise.race([
    slack.eventually(async () => {
      if (!output.includes('Docket runs') || (bySocket && slack.connections === 0)) return false;
      return settings.PORT === undefined || (await isReady(settings.PORT));
    }, 60_000),
    ended.then((code) => {
      throw new Error(`The server ended with ${code}: ${output}`);
    }),
  ]);
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
    output: () => output,
    pid: child.pid ?? 0,
  };
}

/** Runs it to its end, with nothing but these settings. */
export async function endOf(
  entry: 'main.js' | 'supervisor.js',
  settings: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join(BUILT, entry)], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const hear = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return { code: await exitOf(child), output };
}

/** What `/readyz` says; null where nobody answers. */
export async function readyz(port: string): Promise<Readiness | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
    return (await answer.json()) as Readiness;
  } catch {
    return null;
  }
}

const isReady = async (port: string): Promise<boolean> => (await readyz(port))?.ready === true;

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)));
