import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { lastTold, onSlack } from '../slack/on-slack.ts';
import { atWork, CASES } from '../support/journey.ts';
import { buildServer, dataFolder, startServer } from '../support/server-process.ts';

const TOM = 'U0TOM';

/** Hazard 16. An unheard rejection, by which socket-mode 3.1 ends a process, fails the run. */
describe('of two sockets', () => {
  /** Works for as long as a socket is missing; every answer must come. */
  async function workUntilBothAreBack(slack: LocalSlack): Promise<number> {
    let done = 0;
    while (slack.connections < 2 || done < 4) {
      done += 1;
      const asked = await slack.command(TOM, CASES, `/case show ${4_000 + done}`);
      expect(asked).toMatchObject({ acked: true });
      await slack.eventually(() => lastTold(slack, TOM).includes(`#${4_000 + done}`));
    }
    return done;
  }

  test.each([
    ['renewed', (slack: LocalSlack) => slack.faults.disconnectSockets('refresh_requested', 1)],
    ['lost', (slack: LocalSlack) => slack.faults.cutSockets(1)],
  ] as const)('one is %s: the other goes on, and nothing that a person does is lost', async (_, spoil) => {
    const { slack } = await onSlack('socket', { sockets: 2 });
    spoil(slack);
    await slack.eventually(() => slack.connections === 1);
    await workUntilBothAreBack(slack);
    // Both take payloads again: each in turn.
    await workUntilBothAreBack(slack);
    expect(slack.slackErrors).toEqual([]);
  });

  test('an event whose socket is lost before its acknowledgement comes by the other, and is done once', async () => {
    const { desk, slack } = await onSlack('socket', { sockets: 2, eventRetryMs: [0, 10, 10] });
    let commit = () => {};
    let tries = 0;
    desk.makeLead = () => {
      tries += 1;
      return new Promise((done) => {
        commit = () => done({ ok: true });
      });
    };
    // Sockets take turns: after this the oldest has the next payload.
    await slack.command(TOM, CASES, '/case help');
    slack.say('U0MARIA', CASES, '<@U0DOCKET> lead <@U0TOM>');
    await slack.eventually(() => tries === 1);
    slack.faults.cutSockets(1);
    const event = slack.deliveries.at(-1);
    await slack.eventually(() => event?.attempts.length === 1);
    expect(event?.attempts[0]?.ack.acked).toBe(false);
    commit();
    await slack.eventually(() => event?.attempts[1]?.ack.acked);
    await slack.eventually(() => slack.ephemerals('U0MARIA').length === 1);
    await slack.eventually(() => slack.connections === 2, 10_000);
    expect(tries).toBe(1);
    expect(slack.ephemerals('U0MARIA')).toHaveLength(1);
  });

  test.each([
    ['refuses a new one', { kind: 'error', code: 'invalid_auth' }],
    ['fails', { kind: 'status', status: 500 }],
  ] as const)(
    'both are lost and Slack %s: the process lives, and both come back by themselves',
    async (_, fault) => {
      const { slack } = await onSlack('socket', { sockets: 2 });
      slack.faults.fail('apps.connections.open', fault, { times: 4 });
      slack.faults.cutSockets();
      await slack.eventually(() => slack.connections === 0);
      await slack.eventually(() => slack.connections === 2, 15_000);
      expect(await workUntilBothAreBack(slack)).toBeGreaterThan(3);
    },
  );

  test('the second may be refused at the start: the first works, and the second comes later', async () => {
    const spoil = ({ faults }: LocalSlack) => {
      const lift = faults.on('apps.connections.open', 'effect', () => {
        lift();
        faults.fail('apps.connections.open', { kind: 'error', code: 'invalid_auth' });
      });
    };
    const { slack } = await onSlack('socket', { sockets: 2, spoil });
    expect(slack.connections).toBe(1);
    expect(await slack.command(TOM, CASES, '/case help')).toMatchObject({ acked: true });
    await slack.eventually(() => slack.connections === 2, 10_000);
    await workUntilBothAreBack(slack);
  });
});

describe('the server, embedded', () => {
  let slack: LocalSlack;
  beforeAll(async () => {
    await buildServer();
    slack = await startLocalSlack();
  }, 60_000);
  afterEach(() => slack.faults.clear());
  afterAll(() => slack.close());

  test('loses both sockets while Slack refuses new ones: all resumes within 15 s, nudges never stop', {
    timeout: 120_000,
  }, async () => {
    const folder = await dataFolder();
    const server = await startServer(slack, folder.path, { entry: 'supervisor.js' });
    await slack.eventually(() => slack.connections === 2, 15_000);
    const team = atWork(slack);
    const number = await team.opened('U0LINA', { [FIELD.identifiers]: 'B0ABC12345' });
    slack.faults.fail('apps.connections.open', { kind: 'error', code: 'invalid_auth' }, { times: 2 });
    slack.faults.fail('apps.connections.open', { kind: 'status', status: 500 }, { times: 2 });
    slack.faults.cutSockets();
    await slack.eventually(() => slack.connections === 0);
    await slack.eventually(() => slack.connections === 2, 15_000);
    await team.press('U0LINA', number, ACTIONS.ready);
    await slack.eventually(() => JSON.stringify(team.card(number).blocks).includes(ACTIONS.submitted));
    expect(server.output()).not.toContain('starting again');
    expect(await server.stop()).toBe(0);
    expect(slack.connections).toBe(0);
    await folder.remove();
  });
});
