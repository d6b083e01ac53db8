import { randomUUID } from 'node:crypto';
import { buildApp } from '../../../src/app.ts';
import { anchoredClock } from '../../../src/clock.ts';
import { errorsOnly, SETTINGS } from '../bench-deps.ts';
import { givenOptions, onAsked, tell } from './processes.ts';

/** The whole product as it is installed for a bigger team: Postgres, Redis, signed HTTP. */
const options = givenOptions<{ databaseUrl: string; redisUrl: string; apiUrl: string; secret: string }>();

const app = await buildApp({
  slack: {
    botToken: 'xoxb-bench',
    apiUrl: options.apiUrl,
    transport: { kind: 'http', signingSecret: options.secret },
  },
  port: 0,
  database: { url: options.databaseUrl },
  redisUrl: options.redisUrl,
  settings: SETTINGS,
  clock: anchoredClock,
  newId: randomUUID,
  log: errorsOnly,
});
onAsked(async () => app.sweep());
tell({ url: `http://127.0.0.1:${app.port}/slack/events` });
