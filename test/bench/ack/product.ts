import { randomUUID } from 'node:crypto';
import { buildApp } from '../../../src/app.ts';
import { anchoredClock } from '../../../src/clock.ts';
import { UNLIMITED } from '../../../src/desk/deliver/pacing.ts';
import { errorsOnly, SETTINGS } from '../bench-deps.ts';
import { givenOptions, onAsked, tell } from './processes.ts';

/**
 * The product as it is installed for a bigger team: Postgres, Redis, signed HTTP, a web and a worker. The worker
 * drains as fast as it can, for this Slack sets no limits.
 */
const options = givenOptions<{
  role: 'web' | 'worker';
  databaseUrl: string;
  redisUrl: string;
  apiUrl: string;
  secret: string;
}>();

const app = await buildApp({
  role: options.role,
  slack: {
    botToken: 'xoxb-bench',
    apiUrl: options.apiUrl,
    transport: options.role === 'web' ? { kind: 'http', signingSecret: options.secret } : { kind: 'none' },
  },
  port: 0,
  database: { url: options.databaseUrl },
  redisUrl: options.redisUrl,
  settings: SETTINGS,
  clock: anchoredClock,
  newId: randomUUID,
  rates: UNLIMITED,
  log: errorsOnly,
});
onAsked(async () => app.sweep());
tell({ url: `http://127.0.0.1:${app.port}/slack/events` });
