import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';

/** Hazard 14. `KILLS=100 npx vitest run test/faults/embedded-data.test.ts` kills as often as the hazard says. */
const KILLS = Number(process.env['KILLS'] ?? '6');

// Under the project, so that the bundle finds its packages.
const bundle = join(import.meta.dirname, '../../test-output', `embedded-data-${process.pid}`);
beforeAll(async () => {
  const input = { child: join(import.meta.dirname, 'embedded-child.ts') };
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: true, outDir: bundle, rollupOptions: { input } },
  });
}, 60_000);
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'docket-embedded-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const lineSchema = z.union([
  z.object({ found: z.array(z.number()) }),
  z.object({ acknowledged: z.number() }),
  z.object({ failed: z.string() }),
  z.object({ closing: z.string() }),
]);

/** A process that opens cases until it is killed or can't, and what it said. */
function life(round: number, ...nodeOptions: string[]) {
  const prefix = round.toString(36).toUpperCase().padStart(3, '0');
  const script = join(bundle, 'child.js');
  const child = spawn(process.execPath, [...nodeOptions, script, dataDir, prefix], { stdio: 'pipe' });
  let said = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const lines = () =>
    said
      .split('\n')
      // What was cut off in the middle was not said.
      .slice(0, -1)
      .map((line) => lineSchema.parse(JSON.parse(line)));
  return {
    ended,
    complaint: () => complaint,
    kill: () => child.kill('SIGKILL'),
    found: () => lines().flatMap((line) => ('found' in line ? [line.found] : []))[0] ?? null,
    acknowledged: () => lines().flatMap((line) => ('acknowledged' in line ? [line.acknowledged] : [])),
    failures: () => lines().flatMap((line) => ('failed' in line ? [line.failed] : [])),
  };
}

async function until(true_: () => boolean, what: () => string): Promise<void> {
  for (let waited = 0; !true_(); waited += 20) {
    if (waited > 60_000) throw new Error(`Waited in vain: ${what()}`);
    await pause(20);
  }
}

/** What the next process finds. */
async function foundNext(round: number): Promise<number[]> {
  const next = life(round);
  await until(() => next.found() !== null, next.complaint);
  next.kill();
  await next.ended;
  return next.found() ?? [];
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);

test('killed again and again, it keeps every case that it acknowledged, numbers without a gap', {
  timeout: 60_000 + KILLS * 20_000,
}, async () => {
  const acknowledged = new Set<number>();
  const verify = (found: readonly number[] | null): void => {
    if (found === null) return;
    expect(found).toEqual(upTo(found.length));
    expect([...acknowledged].filter((number) => !found.includes(number))).toEqual([]);
  };
  // The first start makes the database: it is not killed here.
  await foundNext(0);
  for (let round = 1; round <= KILLS; round += 1) {
    const one = life(round);
    // Every fourth somewhere in its start, when it reads the log of the one before; the others at work.
    if (round % 4 !== 0) await until(() => one.acknowledged().length > round % 7, one.complaint);
    await pause((round * 37) % (round % 4 === 0 ? 1_000 : 100));
    one.kill();
    await one.ended;
    expect(one.complaint()).toBe('');
    verify(one.found());
    for (const number of one.acknowledged()) acknowledged.add(number);
  }
  verify(await foundNext(KILLS + 1));
  expect(acknowledged.size).toBeGreaterThan(KILLS);
});

test('killed at any moment of its first start, the next start works', { timeout: 120_000 }, async () => {
  for (const [round, stage] of ['pgdata.new-', 'pgdata'].entries()) {
    const first = life(round);
    await until(() => readdirSync(dataDir).some((name) => name.startsWith(stage)), first.complaint);
    first.kill();
    await first.ended;
  }
  expect(await foundNext(3)).toEqual([]);
});

/** Preloaded: files may grow by so many bytes, then the disk is full. It stands in for a mount, which needs root. */
const smallDisk = (bytes: number): string => `
  const fs = require('node:fs');
  const write = fs.writeSync;
  let left = ${bytes};
  fs.writeSync = (fd, data, offset, length, position) => {
    if (fd > 2) {
      const { size } = fs.fstatSync(fd);
      left -= Math.max(0, (position ?? size) + (length ?? data.length) - size);
      if (left < 0) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28, syscall: 'write' });
    }
    return write(fd, data, offset, length, position);
  };`;

test('on a full disk it refuses, loses nothing that it acknowledged, and goes on once there is room', {
  timeout: 120_000,
}, async () => {
  await foundNext(0);
  const preload = join(dataDir, 'small-disk.cjs');
  writeFileSync(preload, smallDisk(1_000_000));
  const full = life(1, '--require', preload);
  await full.ended;
  const acknowledged = full.acknowledged();
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(full.failures()[0]).toContain('No space left on device');
  const found = await foundNext(2);
  expect(found).toEqual(upTo(found.length));
  expect(found).toEqual(expect.arrayContaining(acknowledged));
});
