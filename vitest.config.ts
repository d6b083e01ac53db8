import { existsSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';

// Starts a Postgres where one is installed, so that the contract suites run on it too.
const globalSetup = ['test/global-setup.ts'].filter((file) => existsSync(new URL(file, import.meta.url)));

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/browser/**'],
    setupFiles: ['test/setup.ts'],
    globalSetup,
    // Processes rather than threads: tests start servers, send signals and load PGlite's WASM. Three at once,
    // however many cores there are, so that a run takes the same memory everywhere: many wait more than they work.
    pool: 'forks',
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
  },
});
