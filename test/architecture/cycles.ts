import type { SourceFile } from './source-file.ts';

/** Each import cycle once, as `a.ts → b.ts → a.ts`, beginning with its first file in the alphabet. */
export function cycles(files: readonly SourceFile[]): string[] {
  const targets = new Map(files.map((file) => [file.path, file.imports.map(({ target }) => target)]));
  const found = new Set<string>();
  for (const start of [...targets.keys()].sort((a, b) => a.localeCompare(b))) {
    const way = shortestWayBack(start, targets);
    if (way && way.every((path) => start.localeCompare(path) <= 0)) found.add([...way, start].join(' → '));
  }
  return [...found];
}

/** Breadth first, so that the way shown is the shortest one. */
function shortestWayBack(start: string, targets: ReadonlyMap<string, string[]>): string[] | undefined {
  const queue: string[][] = [[start]];
  const seen = new Set<string>();
  for (const way of queue) {
    for (const target of targets.get(way.at(-1) ?? start) ?? []) {
      if (target === start) return way;
      if (seen.has(target) || !targets.has(target)) continue;
      seen.add(target);
      queue.push([...way, target]);
    }
  }
  return undefined;
}
