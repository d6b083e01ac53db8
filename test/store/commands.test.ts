import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { atWork, CASES, words } from '../support/journey.ts';
import { buildServer, dataFolder, startServer } from '../support/server-process.ts';

const BUILT = join(
  import.meta.dirname,
  '../../test-output',
  `server-${process.env['VITEST_POOL_ID'] ?? '0'}`,
);
let slack: LocalSlack;
let folder: Awaited<ReturnType<typeof dataFolder>>;
beforeAll(async () => {
  await buildServer();
  slack = await startLocalSlack();
  folder = await dataFolder();
}, 120_000);
afterAll(async () => {
  await slack.close();
  await folder.remove();
});

/** `npm run backup` or `npm run restore`, where Docket was started. */
async function run(command: 'backup.js' | 'restore.js', args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(BUILT, command), ...args], {
    cwd: folder.path,
    env: { PATH: process.env['PATH'], DATA_DIR: join(folder.path, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

const notices = (): number => slack.messages(CASES).filter((m) => m.threadTs !== undefined).length;

test('a running Docket is backed up, and put back to what it was, under its supervisor', {
  timeout: 240_000,
}, async () => {
  const file = join(folder.path, 'elsewhere.tar.gz');
  let supervisor = await startServer(slack, folder.path, { entry: 'supervisor.js' });
  const team = atWork(slack);
  await team.open('U0LINA', { [FIELD.identifiers]: 'B0ABC12345' });
  await slack.eventually(() => notices() === 1, 60_000);

  expect(await run('backup.js', [file])).toMatchObject({ code: 0, said: expect.stringContaining(file) });
  expect(statSync(file).size).toBeGreaterThan(1_000_000);
  expect(readdirSync(join(folder.path, 'data/snapshots'))).toEqual([]);
  await team.open('U0LINA', { [FIELD.identifiers]: 'B0ABC99999' });
  await slack.eventually(() => notices() === 2, 60_000);

  const restored = await run('restore.js', [file]);
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('holds 1 case') });
  expect(restored.said).toContain('Docket has restarted with it');
  // The restarted one tells Slack what it knows: its card is written again, and nothing is said twice.
  await slack.eventually(() => slack.connections > 0, 60_000);
  await team.open('U0LINA', { [FIELD.identifiers]: 'B0ABC99999' });
  await slack.eventually(() => notices() === 3, 60_000);
  expect(slack.messages(CASES).map(words).join()).toContain('#1002 ');
  expect(await supervisor.stop()).toBe(0);

  // And while it is stopped.
  const kept = await run('backup.js', []);
  expect(kept.said).toMatch(/The backup is .*snapshots.docket-.*-asked\.tar\.gz/);
  const back = await run('restore.js', [file]);
  expect(back.said).toContain('It is in place');
  expect(existsSync(join(folder.path, 'data/docket.lock'))).toBe(false);
  supervisor = await startServer(slack, folder.path, { entry: 'supervisor.js' });
  expect(await supervisor.stop()).toBe(0);
});

test.each([
  ['backup.js', 'pg_dump'],
  ['restore.js', 'pg_restore'],
] as const)(
  '%s leaves a Postgres server to its own tools',
  async (command, tool) => {
    const env = { DATABASE_URL: 'postgres://docket@127.0.0.1/docket' };
    const ended = await run(command, ['file'], env);
    expect(ended).toMatchObject({ code: 78, said: expect.stringContaining(tool) });
  },
  60_000,
);

test('a file that is none is refused before anything happens', { timeout: 60_000 }, async () => {
  const ended = await run('restore.js', [join(folder.path, 'none')]);
  expect(ended).toMatchObject({ code: 1, said: expect.stringContaining("can't be read") });
});
