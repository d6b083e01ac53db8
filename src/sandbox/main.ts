import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatProblems, readSandboxConfig } from '../config.ts';
import { createLogger } from '../log.ts';
import { startProduct } from './product.ts';
import { startProblem, USAGE } from './start-problem.ts';

/** The page that `vite build` made, beside this file in `dist`. */
const PAGE = fileURLToPath(new URL('./page', import.meta.url));

/** Where `--keep` leaves the sandbox's data. */
const KEPT = join('data', 'sandbox');

const given = process.argv.slice(2);
if (given.some((argument) => argument !== '--keep')) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(1);
}
const read = readSandboxConfig();
if (!read.ok) {
  process.stderr.write(`${formatProblems(read.problems)}\n`);
  process.exit(1);
}

const { port, locale } = read.config;
const product = await startProduct({
  slack: { port, pageDir: PAGE },
  locale,
  ...(given.includes('--keep') ? { keepIn: KEPT } : {}),
  log: createLogger('warn'),
}).catch((err: unknown) => {
  process.stderr.write(`${startProblem(err, port)}\n`);
  process.exit(1);
});
process.stdout.write(`Sandbox ready: http://localhost:${port}\n`);

let ending = false;
const end = (): void => {
  // npm passes on the Ctrl-C that the terminal has already sent: ending twice would cut the first one short.
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(1), 10_000).unref();
  product.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
process.on('SIGHUP', end);
