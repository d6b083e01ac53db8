import { cleanText, foldWidth, parseCaseId, readLabel, subjectOf } from '../identifiers.ts';
import { recognise } from '../recognise.ts';
import { readDate } from './dates.ts';
import { isPerson } from './people.ts';
import { foldName, marketplaceOf, nearestStore, splitStore, storeNamed } from './places.ts';
import type { Known, TableRow } from './row.ts';
import { type Column, columnOf, foldWord, statusOf } from './words.ts';

/** What a line says, by column, as it was typed; a column that says nothing is not there. */
export type Fields = Readonly<Partial<Record<Column, string>>>;

export interface FieldsRow {
  readonly line: number;
  readonly text: string;
  readonly fields: Fields;
}

const EMPTY = /^(?:|-+|—+|\/|\\|n\/?a|none|null|nil|无|没有|空)$/iu;
const trimmed = (cell: string): string => {
  const text = cleanText(cell).trim();
  return EMPTY.test(text) ? '' : text;
};

/** Sorts the cells of a list into columns: by its heading line, or where there is none, each by what it looks like. */
export function fieldsOf(table: readonly TableRow[], known: Known): FieldsRow[] {
  const rows = table
    .map(({ line, cells }) => ({ line, cells: cells.map(trimmed) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first, ...rest] = rows;
  const headings = first ? headingsOf(first.cells) : null;
  const sort = headings
    ? (cells: readonly string[]) => underHeadings(cells, headings)
    : (cells: readonly string[]) => byLook(cells, known);
  return (headings ? rest : rows).map(({ line, cells }) => ({
    line,
    text: cells.filter(Boolean).join(' · ').replace(/\s+/g, ' '),
    fields: sort(cells),
  }));
}

interface Heading {
  readonly column: Column | null;
  /** Put before each value where the heading says what kind of identifier stands below it. */
  readonly label: string;
}

/** A first line that names columns and holds no value. Amazon's export and a sheet of the team's look alike. */
function headingsOf(cells: readonly string[]): Heading[] | null {
  const named = cells.map((cell) => columnOf(cell));
  const values = cells.some((cell) => /\d{5}/.test(cell) || subjectOf(foldWidth(cell)) !== null);
  const known = named.filter((column) => column !== null).length;
  const filled = cells.filter((cell) => cell !== '').length;
  if (values || known === 0 || (known === 1 && filled > 1 && !named.includes('case_id'))) return null;
  return cells.map((cell, i) => {
    const word = foldWord(cell).replace(/^(?:父|子)(?=asin)/, '');
    const label = readLabel(word);
    const isKind = label?.value === '' && label.kind !== 'case_id';
    return { column: named[i] ?? null, label: isKind ? `${word}:\n` : '' };
  });
}

function underHeadings(cells: readonly string[], headings: readonly Heading[]): Fields {
  const fields: Partial<Record<Column, string>> = {};
  for (const [i, { column, label }] of headings.entries()) {
    const cell = cells[i] ?? '';
    if (column !== null && cell !== '') add(fields, column, `${column === 'identifier' ? label : ''}${cell}`);
  }
  return fields;
}

function add(fields: Partial<Record<Column, string>>, column: Column, text: string): void {
  const before = fields[column];
  const several = column === 'identifier' || column === 'note';
  if (before === undefined) fields[column] = text;
  else if (several) fields[column] = `${before}\n${text}`;
}

/** Without a heading: what only one thing can be is taken first, the rest is the store, a SKU, or a remark. */
function byLook(cells: readonly string[], known: Known): Fields {
  const filled = cells.filter((cell) => cell !== '');
  const [only] = filled;
  if (filled.length === 1 && only !== undefined) return loose(only, known);
  const fields: Partial<Record<Column, string>> = {};
  const left: string[] = [];
  for (const cell of filled) {
    const column = lookOf(cell, known);
    const taken = column !== null && fields[column] !== undefined;
    if (column !== null && (!taken || column === 'identifier')) add(fields, column, cell);
    else left.push(cell);
  }
  for (const cell of left) {
    const isStore = nearestStore(cell, known) !== null || known.stores.length !== 1;
    if (fields.store === undefined && isStore) fields.store = cell;
    else if (/^(?=.*\d)(?=.*\D)\S{4,40}$/.test(foldWidth(cell))) add(fields, 'identifier', cell);
    else add(fields, 'note', cell);
  }
  return fields;
}

function lookOf(cell: string, known: Known): Column | null {
  const folded = foldWidth(cell.normalize('NFKC')).trim();
  if (storeNamed(splitStore(cell, known).name, known)) return 'store';
  if (/^#?\d{10,12}$/.test(folded) || readLabel(folded)?.kind === 'case_id') return 'case_id';
  if (/^<?https?:/i.test(folded) && parseCaseId(folded).kind === 'case_id') return 'case_id';
  if (statusOf(cell) !== null) return 'status';
  if (marketplaceOf(cell) !== null) return 'marketplace';
  if (readDate(cell, known).kind !== 'none') return 'date';
  if (isPerson(cell, known)) return 'owner';
  const words = folded.split(/[\s,;、]+/).filter(Boolean);
  const isNamed = words.every((word) => subjectOf(word) !== null) || readLabel(folded) !== null;
  return isNamed ? 'identifier' : null;
}

/** A line that is one piece of prose: what can be told from it is taken, and the whole is kept as the remark. */
function loose(text: string, known: Known): Fields {
  const { subjects, marketplace } = recognise(text);
  const folded = foldName(text);
  const store = known.stores.find(({ name }) => folded.includes(foldName(name)));
  const caseId = parseCaseId(text);
  const owner = /<@[UW][A-Z0-9]{2,}(?:\|[^>]*)?>|[@＠][^\s@＠,，;；]+/u.exec(text)?.[0];
  const isBare = /^#?\d{10,12}$/.test(folded);
  return {
    ...(store ? { store: store.name } : {}),
    ...(caseId.kind === 'case_id' ? { case_id: caseId.id } : {}),
    ...(subjects.length > 0 ? { identifier: subjects.map(({ value }) => value).join('\n') } : {}),
    ...(marketplace ? { marketplace } : {}),
    ...(owner ? { owner } : {}),
    ...(isBare ? {} : { note: text }),
  };
}
