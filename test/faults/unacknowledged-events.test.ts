import { beforeAll, describe, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { lastTold, onSlack } from '../slack/on-slack.ts';
import { atWork, CASES } from '../support/journey.ts';
import { buildServer, dataFolder, type ServerProcess, startServer } from '../support/server-process.ts';

const MARIA = 'U0MARIA';
const nameALead = (slack: LocalSlack) => slack.say(MARIA, CASES, '<@U0DOCKET> lead <@U0TOM>');
const attemptsOf = (slack: LocalSlack) => slack.deliveries.at(-1)?.attempts ?? [];

/** Slack waits less than it does, and comes again sooner. */
const hasty = { ackMs: 1_000, eventRetryMs: [0, 10, 10] };

/** Hazard 2: whatever comes between the receipt of an event and its commit, it comes again. */
describe.each([
  { way: 'two sockets', kind: 'socket', sockets: 2, fault: 'operation_timeout' },
  { way: 'HTTP', kind: 'http', sockets: 1, fault: 'http_500' },
] as const)('over $way', ({ kind, sockets, fault }) => {
  const start = () => onSlack(kind, { ...hasty, sockets });

  test('an event is acknowledged when its work is done, and not before', async () => {
    const { desk, slack } = await start();
    let commit = () => {};
    const asked = new Promise<void>((resolve) => {
      desk.makeLead = () => {
        resolve();
        return new Promise((done) => {
          commit = () => done({ ok: true });
        });
      };
    });
    nameALead(slack);
    await asked;
    // A command goes all the way and back meanwhile.
    expect(await slack.command('U0TOM', CASES, '/case help')).toMatchObject({ acked: true });
    const [mention] = slack.deliveries;
    expect(mention?.attempts).toEqual([]);
    commit();
    await slack.eventually(() => mention?.attempts.length === 1);
    expect(mention?.attempts).toMatchObject([{ ack: { acked: true } }]);
  });

  test('an event that meets a broken desk comes again, and nobody need know', async () => {
    const { desk, slack, errors } = await start();
    let tries = 0;
    desk.makeLead = async () => {
      tries += 1;
      if (tries === 1) throw new Error('database down');
      return { ok: true };
    };
    nameALead(slack);
    await slack.eventually(() => lastTold(slack, MARIA).includes('<@U0TOM> is a lead now'));
    await slack.eventually(() => attemptsOf(slack).length === 2);
    expect(attemptsOf(slack)).toMatchObject([
      { ack: { acked: false, error: fault } },
      { ack: { acked: true }, retry: { attempt: 1 } },
    ]);
    expect(slack.ephemerals(MARIA)).toHaveLength(1);
    expect(errors).toMatchObject([{ fields: { retry: 0 } }]);
  });

  test('a person is told when Slack will not come again, and only then', async () => {
    const { desk, slack, errors } = await start();
    const toldAtTry: number[] = [];
    desk.makeLead = async () => {
      toldAtTry.push(slack.ephemerals(MARIA).length);
      throw new Error('database down');
    };
    nameALead(slack);
    await slack.eventually(() => attemptsOf(slack).length === 4, 10_000);
    expect(attemptsOf(slack).map(({ ack }) => ack.acked)).toEqual([false, false, false, false]);
    expect(toldAtTry).toEqual([0, 0, 0, 0]);
    expect(slack.ephemerals(MARIA)).toHaveLength(1);
    expect(errors.map(({ fields }) => fields['retry'])).toEqual([0, 1, 2, 3]);
    const reference = String(errors.at(-1)?.fields['reference']);
    expect(lastTold(slack, MARIA)).toContain(reference);
  });

  test('an event that comes during a stop is left to the next process', async () => {
    const {
      desk,
      slack,
      app,
      start: again,
    } = await onSlack(kind, {
      ackMs: 1_000,
      eventRetryMs: [500, 500, 500],
      sockets,
    });
    let commit = () => {};
    const busy = new Promise<void>((resolve) => {
      desk.loadStores = () => {
        resolve();
        return new Promise((done) => {
          commit = done;
        });
      };
    });
    await slack.command('U0TOM', CASES, '/case open');
    await busy;
    const stopped = app.stop();
    nameALead(slack);
    const event = slack.deliveries.at(-1);
    await slack.eventually(() => event?.attempts.length === 1);
    expect(event?.attempts[0]?.ack.acked).toBe(false);
    expect(slack.ephemerals(MARIA)).toEqual([]);
    commit();
    await stopped;
    const next = await again();
    await slack.eventually(() => lastTold(slack, MARIA).includes('<@U0TOM> is a lead now'));
    expect(slack.ephemerals(MARIA)).toHaveLength(1);
    await next.stop();
  });
});

describe('a process that is killed', () => {
  beforeAll(buildServer, 60_000);

  test('after the receipt of a form and before the commit: Slack says so, and sent again it is one case', {
    timeout: 180_000,
  }, async () => {
    const slack = await startLocalSlack();
    const folder = await dataFolder();
    const team = atWork(slack);
    let server: ServerProcess = await startServer(slack, folder.path);
    try {
      await team.openForm('U0LINA', 'B0ABC12345 US lost the buy box');
      await slack.fill('U0LINA', { [FIELD.newStore]: 'Store A' });
      await server.stop();
      // A new process knows nobody: it asks who sent the form, which is after its receipt and before any commit.
      server = await startServer(slack, folder.path);
      const killed = new Promise<void>((resolve, reject) => {
        const lift = slack.faults.on('users.info', 'arrival', () => {
          lift();
          server.kill().then(resolve, reject);
        });
      });
      const lost = await slack.submit('U0LINA');
      await killed;
      expect(lost).toMatchObject({ acked: false, closed: false });
      expect(lost.error).toContain('trouble connecting');
      expect(slack.messages(CASES)).toEqual([]);

      server = await startServer(slack, folder.path);
      expect(await slack.submit('U0LINA')).toMatchObject({ acked: true, closed: true });
      await team.shows(1, 'B0ABC12345');
      await slack.command('U0TOM', CASES, '/case show 2');
      await team.hears('U0TOM', 'There is no case #2 here');
      expect(slack.messages(CASES).filter((m) => m.threadTs === undefined)).toHaveLength(1);
      expect(await server.stop()).toBe(0);
    } finally {
      await server.kill();
      await slack.close();
      await folder.remove();
    }
  });
});
