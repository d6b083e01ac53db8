import { parse } from 'csv-parse/sync';
import type { TableRow } from '../../domain/import/row.ts';

/** What may stand between two cells; a list uses one of them, in its half-width or full-width form. */
const SEPARATORS: readonly (readonly [string, ...string[]])[] = [
  ['\t'],
  ['|', '｜'],
  [';', '；'],
  [',', '，'],
];

/** The lines of a text as cells: csv with quotes and line breaks in them, or a paste from a sheet or a chat. */
export function readTable(text: string): TableRow[] {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n');
  const delimiter = [...separatorOf(clean)];
  try {
    return cellsOf(clean, delimiter, '"');
  } catch {
    // A quote that is opened and never closed, as in 24" screens: then quotes are only signs.
    return cellsOf(clean, delimiter, null);
  }
}

/** The one that most lines have, and of those the one that stands there most often. */
function separatorOf(text: string): readonly string[] {
  const lines = text
    .replace(/"[^"]*"|<[^<>\n]*>/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const score = (signs: readonly string[]): number =>
    lines.filter((line) => signs.some((sign) => line.includes(sign))).length;
  const scored = SEPARATORS.map((signs) => ({ signs, lines: score(signs) }));
  // A comma may stand inside any cell, so another sign wins where most lines have it.
  const strong = scored.find((one) => one.lines * 2 > lines.length);
  const [best] = scored.toSorted((a, b) => b.lines - a.lines);
  return (strong ?? (best && best.lines > 0 ? best : null))?.signs ?? ['\t'];
}

function cellsOf(text: string, delimiter: string[], quote: string | null): TableRow[] {
  const rows: TableRow[] = [];
  parse(text, {
    delimiter,
    quote,
    recordDelimiter: '\n',
    relaxColumnCount: true,
    relaxQuotes: quote !== null,
    skipEmptyLines: true,
    onRecord: (cells: string[], { lines }) => {
      const breaks = cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
      rows.push({ line: Math.max(1, lines - breaks), cells });
      return null;
    },
  });
  return rows;
}
