import { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchEmbedded } from '../../src/lost-database.ts';
import { type LocalSlack, startLocalSlack } from '../../src/sandbox/local-slack/local-slack.ts';
import { appOn } from '../support/app-on.ts';

let slack: LocalSlack;
beforeEach(async () => {
  slack = await startLocalSlack();
});
afterEach(() => slack.close());

/** Hazard 13 for the embedded database: nothing in its process brings it back. */
test('a database that died inside the process ends it, after two sweeps and once', {
  timeout: 60_000,
}, async () => {
  const create = vi.spyOn(PGlite, 'create');
  const onFatal = vi.fn<(err: unknown) => void>();
  const app = await appOn(slack, { onFatal });
  await app.sweep();
  await app.sweep();
  expect(onFatal).not.toHaveBeenCalled();

  const db = await create.mock.results[0]?.value;
  if (!(db instanceof PGlite)) throw new Error('The product opened no PGlite');
  await db.close();
  await app.sweep();
  expect(onFatal).not.toHaveBeenCalled();
  await app.sweep();
  expect(onFatal).toHaveBeenCalledOnce();
  expect(String(onFatal.mock.calls[0]?.[0])).toContain('closed');
  await app.sweep();
  expect(onFatal).toHaveBeenCalledOnce();
});

test('one hiccup ends nothing, and neither do two with a success in between', async () => {
  const lost = vi.fn<(err: unknown) => void>();
  const answers = [false, true, false, true];
  const ask = watchEmbedded(async () => {
    if (answers.shift() === false) throw new Error('busy');
  }, lost);
  await expect(ask()).rejects.toThrow('busy');
  await ask();
  await expect(ask()).rejects.toThrow('busy');
  await ask();
  expect(lost).not.toHaveBeenCalled();
});

test('a database that never answers is one that died', async () => {
  vi.useFakeTimers();
  try {
    const lost = vi.fn<(err: unknown) => void>();
    const ask = watchEmbedded(() => new Promise(() => {}), lost);
    for (let sweep = 0; sweep < 2; sweep += 1) {
      const fault = ask().catch(String);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await fault).toContain('took longer');
    }
    expect(lost).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});
