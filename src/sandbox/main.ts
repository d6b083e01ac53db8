import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatProblems, readSandboxConfig } from '../config.ts';
import { createLogger } from '../log.ts';
import { readyDatabases } from './ready-database.ts';
import { startSandbox } from './sandbox.ts';
import { readStartOptions } from './start-options.ts';
import { startProblem } from './start-problem.ts';

/** The page that `vite build` made, beside this file in `dist`. */
const PAGE = fileURLToPath(new URL('./page', import.meta.url));

/** A database with its tables, as the first start left it there for the next ones. */
const READY = fileURLToPath(new URL('./ready', import.meta.url));

/** Where `--keep` leaves the sandbox's data. */
const KEPT = join('data', 'sandbox');

/** More of the traffic between Slack and the product than anybody reads. */
const REMEMBERED = 500;

function fail(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

const asked = readStartOptions(process.argv.slice(2), KEPT);
if (!asked.ok) fail(asked.problem);
const read = readSandboxConfig();
if (!read.ok) fail(formatProblems(read.problems));

const { port, locale } = read.config;
if (asked.scene?.startAt)
  process.stdout.write(
    `Setting up the scene ${asked.scene.name}: http://localhost:${port} shows it when it is there\n`,
  );
const onFailure = (err: unknown): never => fail(startProblem(err, port));
const sandbox = await startSandbox({
  slack: { port, pageDir: PAGE, remember: REMEMBERED },
  locale,
  openInMemory: readyDatabases(READY),
  ...(asked.keep ? { keepIn: KEPT } : {}),
  ...(asked.scene ? { scene: asked.scene } : {}),
  log: createLogger('warn'),
  onFailure,
}).catch(onFailure);
process.stdout.write(`Sandbox ready: http://localhost:${port}\n`);

let ending = false;
const end = (): void => {
  // npm passes on the Ctrl-C that the terminal has already sent: ending twice would cut the first one short.
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(1), 10_000).unref();
  sandbox.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
process.on('SIGHUP', end);
