import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { type App, type AppOptions, buildApp } from './app.ts';
import { anchoredClock } from './clock.ts';
import { type Config, formatProblems, readConfig } from './config.ts';
import type { Log } from './desk/ports/log.ts';
import { channelId, personId } from './domain/ids.ts';
import { EXIT } from './exit-codes.ts';
import { createLogger } from './log.ts';
import { StartProblem } from './slack/start-check.ts';

/** A hard limit: whatever hangs, the process ends, and what was not done is found by the next start. */
const STOP_WITHIN = 15_000;

/** One goes on while Slack renews the other. */
const SOCKETS = 2;

async function main(): Promise<void> {
  // What the environment says already counts more than the file.
  if (existsSync('.env')) loadEnvFile('.env');
  const read = readConfig();
  if (!read.ok) {
    process.stderr.write(`${formatProblems(read.problems)}\n`);
    process.exitCode = EXIT.settings;
    return;
  }
  await run(read.config);
}

async function run(config: Config): Promise<void> {
  const log = createLogger(config.logLevel);
  const { role, slack, database, queue, defaults } = config;
  const end = (err: unknown, what: string): never => {
    log.error({ err }, `${what}; ending, so that a supervisor starts afresh`);
    process.exit(EXIT.fault);
  };
  process.on('unhandledRejection', (err) => end(err, 'A fault that nobody handled'));
  const running: { app?: App } = {};
  const stop = endOnce(running, log);
  process.on('SIGTERM', (signal) => stop(signal, EXIT.stopped));
  process.on('SIGINT', (signal) => stop(signal, EXIT.stopped));
  const app = await buildApp({
    role,
    slack: { botToken: slack.botToken, apiUrl: slack.apiUrl, transport: lineOf(slack) },
    ...(config.port === undefined ? {} : { port: config.port }),
    database: database.engine === 'postgres' ? { url: database.url } : { dataDir: database.dataDir },
    ...(queue.place === 'redis' ? { redisUrl: queue.url } : {}),
    settings: {
      caseChannel: config.caseChannel === undefined ? null : channelId(config.caseChannel),
      zone: defaults.timeZone,
      locale: defaults.locale,
    },
    ...(config.installer === undefined ? {} : { installer: personId(config.installer) }),
    clock: anchoredClock,
    newId: randomUUID,
    log,
    onFatal: (err) => end(err, 'The embedded database has died'),
    ...(database.engine === 'embedded' ? { snapshotsKept: database.snapshotsKept } : {}),
    restart: () => stop('restart', EXIT.restart),
  });
  running.app = app;
  const { transport } = slack;
  const port = app.port;
  log.info({ role, engine: database.engine, queue: queue.place, transport, port }, 'Docket runs');
}

function lineOf(slack: Config['slack']): AppOptions['slack']['transport'] {
  switch (slack.transport) {
    case 'socket':
      return { kind: 'socket', appToken: slack.appToken, sockets: SOCKETS };
    case 'http':
      return { kind: 'http', signingSecret: slack.signingSecret };
    case 'none':
      return { kind: 'none' };
    default: {
      const never: never = slack;
      return never;
    }
  }
}

/** Finishes what is under way. Asked during the start, there is nothing to finish: the next start goes on. */
function endOnce(running: { readonly app?: App }, log: Log): (why: string, code: number) => void {
  let stopping = false;
  return (why, code) => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, 'Stopping');
    if (!running.app) process.exit(code);
    setTimeout(() => process.exit(EXIT.fault), STOP_WITHIN).unref();
    running.app.stop().then(
      () => process.exit(code),
      (err: unknown) => {
        log.error({ err }, 'Stopping failed');
        process.exit(EXIT.fault);
      },
    );
  };
}

await main().catch((err: unknown) => {
  const why = err instanceof Error ? err.message : String(err);
  process.stderr.write(err instanceof StartProblem ? `${why}\n` : `Docket could not start: ${why}\n`);
  process.exit(EXIT.fault);
});
