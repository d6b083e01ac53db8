import { randomUUID } from 'node:crypto';
import { type App, buildApp } from '../../src/app.ts';
import { anchoredClock } from '../../src/clock.ts';
import { channelId } from '../../src/domain/ids.ts';
import type { LocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import type { DatabaseOptions } from '../../src/store/database.ts';
import { silent } from './desk.ts';

/** The product as one process of several, or as one that was started again: on a Slack that is there already. */
export const appOn = (slack: LocalSlack, database: DatabaseOptions, sockets = 1): Promise<App> =>
  buildApp({
    slack: {
      botToken: slack.botToken,
      apiUrl: slack.apiUrl,
      transport: { kind: 'socket', appToken: slack.appToken, sockets },
    },
    database,
    settings: { caseChannel: channelId('C0CASES'), zone: 'Asia/Shanghai', locale: 'en' },
    clock: anchoredClock,
    newId: randomUUID,
    log: silent,
  });
