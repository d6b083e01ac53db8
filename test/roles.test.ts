import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { workspaceId } from '../src/domain/ids.ts';
import { type LocalSlack, startLocalSlack } from '../src/sandbox/local-slack/local-slack.ts';
import { FIELD } from '../src/slack/modals/open/draft.ts';
import { queueEngines } from './engines.ts';
import { freePort } from './redis-server.ts';
import { appOn, ask } from './support/app-on.ts';
import { atWork, CASES } from './support/journey.ts';
import { buildServer, dataFolder, startServer } from './support/server-process.ts';

const HERE = workspaceId('T0DOCKET');
const engines = queueEngines.filter(({ database }) => database.name === 'Postgres');

/** A local Slack and a fresh Postgres, with the queue where the engine says. */
async function places({ database, redis }: (typeof engines)[number], number: number) {
  const slack = await startLocalSlack();
  onTestFinished(() => slack.close());
  const fresh = await database.fresh();
  onTestFinished(() => fresh.remove());
  const redisUrl = redis === null ? {} : { redisUrl: new URL(`/${number}`, redis).href };
  return { slack, database: fresh.options, ...redisUrl };
}

const openCase = (slack: LocalSlack) => atWork(slack).open('U0LINA', { [FIELD.identifiers]: 'B0ABC12345' });
const posted = (slack: LocalSlack): number => slack.messages(CASES).length;

describe.each(engines)('a web and a worker over one database, jobs on $name', (engine) => {
  test('the web takes a command and works no job; the worker delivers, without a line from Slack', {
    timeout: 90_000,
  }, async () => {
    const { slack, ...where } = await places(engine, 11);
    const web = await appOn(slack, { role: 'web', ...where });
    expect(await openCase(slack)).toMatchObject({ closed: true });
    expect(await web.cases.listOpen(HERE, null)).toHaveLength(1);
    await web.sweep();
    await expect(slack.eventually(() => posted(slack) > 0, 1_500)).rejects.toThrow('Not within');

    const sockets = slack.connections;
    const worker = await appOn(slack, { role: 'worker', ...where });
    await slack.eventually(() => posted(slack) === 2, 20_000);
    expect(slack.connections).toBe(sockets);
    // A hint of the web reaches the worker by itself.
    await atWork(slack).ready('U0LINA', 1);
    await slack.eventually(() => posted(slack) >= 3, 20_000);
    await worker.stop();
    expect(slack.warnings).toEqual([]);
  });
});

describe.each(engines)('a fresh database, jobs on $name', (engine) => {
  test('is made ready once, however many processes start on it together', { timeout: 90_000 }, async () => {
    const { slack, ...where } = await places(engine, 13);
    const roles = ['web', 'worker', 'worker', 'web'] as const;
    const apps = await Promise.all(roles.map((role) => appOn(slack, { role, ...where })));
    await openCase(slack);
    await slack.eventually(() => posted(slack) === 2, 20_000);
    expect(apps).toHaveLength(4);
  });
});

describe.each(engines.filter(({ redis }) => redis !== null))('as processes, jobs on $name', (engine) => {
  beforeAll(buildServer, 120_000);

  test('a web by HTTP and a worker without any way in from Slack share the work', {
    timeout: 120_000,
  }, async () => {
    const webPort = String(await freePort());
    const slack = await startLocalSlack({ requestUrl: () => `http://127.0.0.1:${webPort}/slack/events` });
    onTestFinished(() => slack.close());
    const fresh = await engine.database.fresh();
    onTestFinished(() => fresh.remove());
    const folder = await dataFolder();
    onTestFinished(() => folder.remove());
    const shared = {
      DATABASE_URL: String(fresh.options.url),
      REDIS_URL: new URL('/12', String(engine.redis)).href,
    };
    const workerPort = String(await freePort());
    const worker = await startServer(slack, folder.path, {
      settings: { ...shared, ROLE: 'worker', PORT: workerPort },
    });
    onTestFinished(() => worker.kill());
    const web = await startServer(slack, folder.path, {
      settings: { ...shared, ROLE: 'web', PORT: webPort, SLACK_SIGNING_SECRET: slack.signingSecret },
    });
    onTestFinished(() => web.kill());
    expect(JSON.parse((await ask(Number(workerPort), '/readyz')).text)).toMatchObject({ role: 'worker' });
    await openCase(slack);
    await slack.eventually(() => posted(slack) === 2, 30_000);
    expect(await web.stop()).toBe(0);
    expect(await worker.stop()).toBe(0);
  });
});
