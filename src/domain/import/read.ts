import { CATEGORIES, CATEGORY_KEYS, type CategoryKey } from '../categories.ts';
import { parseCaseId, parseIdentifiers, type Subject } from '../identifiers.ts';
import type { LocalDate } from '../local-time.ts';
import type { MarketplaceCode } from '../marketplaces.ts';
import { recognise } from '../recognise.ts';
import { type Fields, fieldsOf } from './columns.ts';
import { readDate } from './dates.ts';
import { readOwner } from './people.ts';
import { marketplaceOf, nearestStore, splitStore, storeNamed } from './places.ts';
import type { ImportRow, ImportStatus, Known, ReadRow, Remark, RowProblem, TableRow } from './row.ts';
import { statusOf } from './words.ts';

/** At most so many cases in one list: more is a mistake, or several lists. */
export const MOST_ROWS = 500;

/** Reads a list of live cases. Never throws; what is wrong with a line is said of that line. */
export const readList = (table: readonly TableRow[], known: Known): ReadRow[] =>
  fieldsOf(table, known).map(({ line, text, fields }) => ({ line, text, ...readFields(fields, known) }));

type Reading = ReadRow extends infer R ? (R extends unknown ? Omit<R, 'line' | 'text'> : never) : never;

/** What reading one cell after the other comes to. */
interface Findings {
  readonly problems: RowProblem[];
  readonly remarks: Remark[];
}

function readFields(fields: Fields, known: Known): Reading {
  const found: Findings = { problems: [], remarks: [] };
  const status = readStatus(fields.status, found);
  if (status === 'closed') return { kind: 'over' };
  const category = readCategory(fields.category, found);
  const caseId = readCaseId(fields.case_id, found);
  const subjects = readSubjects(fields.identifier, category, caseId, found);
  const place = readPlace(fields, known, found);
  const date = readDay(fields, status, known, found);
  const [first, ...others] = found.problems;
  if (first) return { kind: 'bad', problems: [first, ...others] };
  // Without a store or a subject there was a problem above.
  if (place === null || subjects.length === 0) return { kind: 'bad', problems: [{ code: 'no_subject' }] };
  const unread = found.remarks.flatMap((remark) =>
    remark.code === 'status_unknown' || remark.code === 'category_unknown' ? [remark.text] : [],
  );
  const note = [fields.note ?? '', ...unread].filter(Boolean).join('\n');
  const row: ImportRow = {
    ...place,
    ...readOwner(fields.owner ?? '', known),
    category,
    subjects,
    caseId,
    date,
    status,
    note,
  };
  return { kind: 'row', row, remarks: found.remarks };
}

function readStatus(said: string | undefined, { remarks }: Findings): ImportStatus | 'closed' {
  if (said === undefined) return 'awaiting_amazon';
  const status = statusOf(said);
  switch (status) {
    case null:
      remarks.push({ code: 'status_unknown', text: said });
      return 'awaiting_amazon';
    case 'closed':
    case 'withdrawn':
      return 'closed';
    case 'in_review':
      remarks.push({ code: 'no_reviewer' });
      return 'preparing';
    case 'preparing':
    case 'ready':
    case 'awaiting_amazon':
    case 'action_needed':
    case 'resolved':
      return status;
    default: {
      const never: never = status;
      return never;
    }
  }
}

function readCategory(said: string | undefined, { remarks }: Findings): CategoryKey {
  if (said === undefined) return 'other';
  const key = CATEGORY_KEYS.find(
    (one) =>
      one ===
      said
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_'),
  );
  const category = key ?? recognise(said).category;
  if (category === null) remarks.push({ code: 'category_unknown', text: said });
  return category ?? 'other';
}

function readCaseId(said: string | undefined, { problems }: Findings): string | null {
  if (said === undefined) return null;
  const read = parseCaseId(said);
  if (read.kind === 'case_id') return read.id;
  // Excel shows long numbers so, and saves what it shows.
  const isShortened = /^\s*\d(?:[.,]\d+)?E\+\d+\s*$/i.test(said);
  problems.push({
    code: 'case_id',
    text: said,
    reason: isShortened ? 'shortened_by_excel' : read.reason,
  });
  return null;
}

function readSubjects(
  said: string | undefined,
  category: CategoryKey,
  caseId: string | null,
  { problems }: Findings,
): Subject[] {
  const read = parseIdentifiers(said ?? '', CATEGORIES[category].identifiers);
  const named = read.subjects.filter(({ kind, value }) => kind !== 'case_id' || value !== caseId);
  for (const { text, reason } of read.problems)
    if (!(reason === 'ambiguous_case_id' && text === caseId))
      problems.push({ code: 'identifier', text, isNumber: reason === 'ambiguous_case_id' });
  if (named.length > 0) return named;
  if (caseId !== null) return [{ kind: 'case_id', value: caseId }];
  if (problems.length === 0) problems.push({ code: 'no_subject' });
  return [];
}

function readPlace(
  fields: Fields,
  known: Known,
  { problems, remarks }: Findings,
): { storeName: string; marketplace: MarketplaceCode } | null {
  const said = fields.marketplace === undefined ? null : marketplaceOf(fields.marketplace);
  if (fields.marketplace !== undefined && said === null)
    problems.push({ code: 'marketplace_unknown', text: fields.marketplace });
  const [only] = known.stores;
  const typed = fields.store ?? (known.stores.length === 1 ? only?.name : undefined);
  if (typed === undefined) {
    problems.push({ code: 'store_missing' });
    return null;
  }
  const { name, marketplace: behind } = splitStore(typed, known);
  const store = storeNamed(name, known);
  const [sells, ...more] = store?.marketplaces ?? [];
  const marketplace = said ?? behind ?? (more.length === 0 ? (sells ?? null) : null);
  const nearest = store ? null : nearestStore(name, known);
  if (!store && (nearest !== null || marketplace === null))
    problems.push({ code: 'store_unknown', text: name, nearest });
  else if (marketplace === null)
    problems.push({ code: 'marketplace_missing', store: name, among: store?.marketplaces ?? [] });
  else {
    if (!store) remarks.push({ code: 'store_new', store: name });
    return { storeName: name, marketplace };
  }
  return null;
}

function readDay(
  fields: Fields,
  status: ImportStatus,
  known: Known,
  { problems, remarks }: Findings,
): LocalDate | null {
  const said = fields.date ?? fields.replied;
  if (said === undefined) {
    if (status === 'awaiting_amazon') remarks.push({ code: 'date_missing' });
    return null;
  }
  const read = readDate(said, known);
  if (read.kind === 'none') problems.push({ code: 'date_unknown', text: said });
  if (read.kind === 'future') problems.push({ code: 'date_future', date: read.date, or: read.or });
  if (read.kind !== 'date') return null;
  if (read.or !== null) remarks.push({ code: 'date_ambiguous', date: read.date, or: read.or });
  return read.date;
}
