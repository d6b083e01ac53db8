import { beforeAll, describe, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { ACTIONS } from '../../src/slack/action-ids.ts';
import { FIELD } from '../../src/slack/modals/open/draft.ts';
import { atWork, CASES } from '../support/journey.ts';
import { buildServer, dataFolder, type ServerProcess, startServer } from '../support/server-process.ts';

beforeAll(buildServer, 60_000);

const keys = (slack: LocalSlack): string[] =>
  slack
    .messages(CASES)
    .map((m) => JSON.stringify(slack.metadata(CASES, m.ts)))
    .sort();

/** Hazards 2 and 8: the process dies at the worst moment of a post; which one says `nth`. */
describe.concurrent.each([
  { name: 'the card', nth: 1 },
  { name: 'the first note in its thread', nth: 2 },
])('killed while posting $name', ({ nth }) => {
  test.each([
    { when: 'after the commit and before the post', accepted: false },
    { when: 'after the post and before the mark', accepted: true },
  ])('$when: after a restart each message stands there once', { timeout: 120_000 }, async ({ accepted }) => {
    const slack = await startLocalSlack();
    const folder = await dataFolder();
    let server: ServerProcess = await startServer(slack, folder.path);
    try {
      const dead = new Promise<void>((resolve, reject) => {
        let posts = 0;
        const stop = slack.faults.on('chat.postMessage', accepted ? 'effect' : 'arrival', async () => {
          posts += 1;
          if (posts !== nth) return;
          stop();
          if (!accepted) slack.faults.fail('chat.postMessage', { kind: 'reset' }, { times: 1 });
          await server.kill().then(resolve, reject);
        });
      });
      await atWork(slack).open('U0LINA', { [FIELD.identifiers]: 'B0ABC12345' });
      await dead;
      expect(slack.messages(CASES)).toHaveLength(accepted ? nth : nth - 1);

      server = await startServer(slack, folder.path);
      await slack.eventually(() => slack.messages(CASES).length >= 2, 60_000);
      // The next step goes into the same thread, behind what was in doubt.
      await atWork(slack).answer('U0LINA', 1, ACTIONS.note, { text: 'Still here' });
      await slack.eventually(() => JSON.stringify(slack.messages(CASES)).includes('Still here'), 60_000);
      expect(slack.messages(CASES)).toHaveLength(3);
      expect(new Set(keys(slack)).size).toBe(3);
      expect(await server.stop()).toBe(0);
    } finally {
      await server.kill();
      await slack.close();
      await folder.remove();
    }
  });
});

describe.concurrent('told to stop (SIGTERM)', () => {
  test.each([
    { when: 'while the card is on its way', nth: 1 },
    { when: 'while the first note is on its way', nth: 2 },
    { when: 'after both are marked', nth: Infinity },
  ])(
    '$when: it ends with 0, and after a restart each message stands there once',
    { timeout: 120_000 },
    async ({ nth }) => {
      const slack = await startLocalSlack();
      const folder = await dataFolder();
      let server: ServerProcess = await startServer(slack, folder.path);
      try {
        let posts = 0;
        let ended: Promise<number | null> | undefined;
        slack.faults.on('chat.postMessage', 'effect', () => {
          posts += 1;
          if (posts === nth) ended = server.stop();
        });
        await atWork(slack).open('U0LINA', { [FIELD.identifiers]: 'B0ABC12345' });
        await slack.eventually(
          () => (nth === Infinity ? slack.messages(CASES).length === 2 : ended !== undefined),
          60_000,
        );
        expect(await (ended ?? server.stop())).toBe(0);

        server = await startServer(slack, folder.path);
        await slack.eventually(() => slack.messages(CASES).length >= 2, 60_000);
        await atWork(slack).answer('U0LINA', 1, ACTIONS.note, { text: 'Still here' });
        await slack.eventually(() => JSON.stringify(slack.messages(CASES)).includes('Still here'), 60_000);
        expect(slack.messages(CASES)).toHaveLength(3);
        expect(new Set(keys(slack)).size).toBe(3);
      } finally {
        await server.kill();
        await slack.close();
        await folder.remove();
      }
    },
  );
});
