import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import type { Result } from './result.ts';

const FILE = 'bench-results.json';

/** A table for people, and `bench-results.json` for whoever compares runs. */
export function report(results: readonly Result[], took: number): void {
  const machine = {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    node: process.version,
    load: loadavg().map((value) => Math.round(value * 100) / 100),
  };
  writeFileSync(
    FILE,
    `${JSON.stringify(
      results.map((result) => ({ ...result, machine })),
      null,
      2,
    )}\n`,
  );
  const lines = results.flatMap((result) => [
    result,
    ...(result.parts ?? []).map((part) => ({ ...part, key: `  ${part.key}` })),
  ]);
  const rows = lines.map((result) => [
    result.key,
    `${short(result.ours)} ${result.unit}`,
    short(result.beside),
    `${short(result.ratio)}x`,
    `${short(result.spread[0])}–${short(result.spread[1])}`,
    result.target,
    result.met ? 'met' : 'missed',
  ]);
  const head = ['key', 'ours', 'beside', 'ratio', 'spread', 'to reach', ''];
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? title).length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  console.log(
    [
      `${machine.cores} cores (${machine.cpu}), node ${machine.node}, load ${machine.load.join(' ')}; Postgres with`,
      `fsync and synchronous_commit off, Redis with appendfsync no; median of alternating rounds; ${Math.round(took / 1_000)} s`,
      '',
      line(head),
      ...rows.map(line),
      '',
      `Written to ${FILE}`,
    ].join('\n'),
  );
}

const short = (value: number): string => {
  if (!Number.isFinite(value)) return '?';
  if (value >= 1_000) return Math.round(value).toLocaleString('en');
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2);
};
