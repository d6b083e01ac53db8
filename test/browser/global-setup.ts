import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { readyPglite } from '../ready-pglite.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the run's one browser listens. */
    browser: string;
  }
}

/** Debian's Chromium, told not to look for anything beyond this machine: one for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await chromium.launchServer({
    executablePath: '/usr/bin/chromium',
    host: '127.0.0.1',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  project.provide('browser', browser.wsEndpoint());
  project.provide('readyPglite', await readyPglite());
  return () => browser.close();
}
