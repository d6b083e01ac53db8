import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatProblems, readSandboxConfig } from '../config.ts';
import { createLogger } from '../log.ts';
import { startProduct } from './product.ts';

/** The page that `vite build` made, beside this file in `dist`. */
const PAGE = fileURLToPath(new URL('./page', import.meta.url));

/** Where `--keep` leaves the sandbox's data. */
const KEPT = join('data', 'sandbox');

const read = readSandboxConfig();
if (!read.ok) {
  process.stderr.write(`${formatProblems(read.problems)}\n`);
  process.exit(1);
}

const keep = process.argv.includes('--keep');
const product = await startProduct({
  slack: { port: read.config.port, pageDir: PAGE },
  database: keep ? { dataDir: KEPT } : {},
  log: createLogger('warn'),
}).catch((err: unknown) => {
  process.stderr.write(`The sandbox could not start: ${err instanceof Error ? err.message : String(err)}\n`);
  process.exit(1);
});
process.stdout.write(`Sandbox ready: http://localhost:${read.config.port}\n`);

const end = (): void => {
  setTimeout(() => process.exit(1), 10_000).unref();
  product.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
