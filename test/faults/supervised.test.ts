import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { buildServer, dataFolder, endOf, startServer } from '../support/server-process.ts';

let slack: LocalSlack;
beforeAll(async () => {
  await buildServer();
  slack = await startLocalSlack();
}, 60_000);
afterAll(() => slack.close());

/** Linux names the children of a process. */
const childOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);

/** Hazard 16: whatever ends the server's process, everything resumes within 15 s. */
test('a server that is killed is back, and stops when asked', { timeout: 90_000 }, async () => {
  const folder = await dataFolder();
  const supervisor = await startServer(slack, folder.path, { entry: 'supervisor.js' });
  const first = childOf(supervisor.pid);
  process.kill(first, 'SIGKILL');
  await slack.eventually(() => slack.connections === 0, 5_000);
  await slack.eventually(() => slack.connections > 0, 15_000);
  expect(childOf(supervisor.pid)).not.toBe(first);
  expect(await supervisor.stop()).toBe(0);
  expect(slack.connections).toBe(0);
  await folder.remove();
});

test('settings that are wrong end it at once, with all of them listed', { timeout: 30_000 }, async () => {
  const { code, output } = await endOf('supervisor.js', { SLACK_BOT_TOKEN: 'xoxp-wrong' });
  expect(code).toBe(78);
  expect(output).toContain('SLACK_BOT_TOKEN must be a bot token');
  expect(output).toContain('SLACK_APP_TOKEN is missing');
  expect(output).toContain('npm run sandbox');
  expect(output).not.toContain('starting again');
});
