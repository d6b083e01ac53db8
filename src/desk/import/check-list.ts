import { claimKeys, WHOLE_STORE } from '../../domain/duplicates.ts';
import { foldName } from '../../domain/import/places.ts';
import { MOST_ROWS, readList } from '../../domain/import/read.ts';
import type { ImportRow, Known, ReadRow } from '../../domain/import/row.ts';
import { localDate } from '../../domain/local-time.ts';
import type { StoreProfile } from '../../domain/team.ts';
import type { DeskDeps } from '../deps.ts';
import type { Request } from '../desk.ts';
import type { Holders } from '../ports/cases.ts';
import type { Person } from '../ports/people.ts';
import type { CaseList, CheckedRow, ListCheck } from './list.ts';
import { readTable } from './table.ts';

/** Reads a list and looks for each of its cases among those that are there. Any full member may. */
export async function checkList(
  deps: DeskDeps,
  { workspace, person }: Omit<Request, 'key'>,
  list: CaseList,
): Promise<ListCheck> {
  if (deps.settings(workspace).caseChannel === null)
    return { kind: 'refused', refusal: { code: 'no_channel' } };
  const [asker, stores, people] = await Promise.all([
    deps.people.find(workspace, person),
    deps.team.stores(workspace),
    deps.team.people(workspace),
  ]);
  if (!asker || asker.isGuest) return { kind: 'refused', refusal: { code: 'guest' } };
  const rows = readList(readTable(list.text), knownOf(asker, stores, people, list, deps.now()));
  if (rows.length > MOST_ROWS) return { kind: 'too_many', count: rows.length, most: MOST_ROWS };
  const wanted = rows.flatMap((row) => (row.kind === 'row' ? [row.row] : []));
  const holders = await deps.cases.holders(
    workspace,
    wanted.flatMap(({ caseId }) => caseId ?? []),
    [...new Set(wanted.flatMap((row) => claimKeys(row)))],
  );
  return { kind: 'checked', rows: compared(rows, stores, holders) };
}

const knownOf = (
  asker: Person,
  stores: readonly StoreProfile[],
  people: readonly Person[],
  { dayFirst, called }: CaseList,
  now: number,
): Known => ({
  stores: stores.map(({ store, marketplaces }) => ({ name: store.name, marketplaces })),
  people,
  today: localDate(now, asker.zone),
  dayFirst,
  called: new Map(called.map(({ name, person }) => [foldName(name), person])),
});

/** Names the case, or the earlier line, that has the same Case ID or the same subject in the same store. */
function compared(
  rows: readonly ReadRow[],
  stores: readonly StoreProfile[],
  { caseIds, claims }: Holders,
): CheckedRow[] {
  const idOf = new Map(stores.map(({ store }) => [foldName(store.name), store.id]));
  const claimed = new Map(claims.map((claim) => [`${claim.store} ${claim.subject}`, claim.number]));
  const earlier = new Map<string, number>();
  return rows.map((read): CheckedRow => {
    if (read.kind !== 'row') return read;
    const { row, line, text } = read;
    const store = foldName(row.storeName);
    const marks = marksOf(row);
    for (const { mark, shown } of marks) {
      const number = mark.startsWith('id ')
        ? caseIds.get(mark.slice(3))
        : claimed.get(`${idOf.get(store)} ${mark}`);
      if (number !== undefined) return { line, text, kind: 'there', of: { number }, shared: shown };
    }
    const keys = marks.map(({ mark, shown }) => ({
      key: mark.startsWith('id ') ? mark : `${store} ${mark}`,
      shown,
    }));
    for (const { key, shown } of keys) {
      const first = earlier.get(key);
      if (first !== undefined) return { line, text, kind: 'there', of: { line: first }, shared: shown };
    }
    for (const { key } of keys) earlier.set(key, line);
    return read;
  });
}

/** Everything that only one open case can have. */
function marksOf(row: ImportRow): { mark: string; shown: string }[] {
  const subjects = claimKeys(row).map((mark) => ({
    mark,
    shown: mark === WHOLE_STORE ? row.storeName : mark.slice(mark.indexOf(':') + 1),
  }));
  return row.caseId === null ? subjects : [{ mark: `id ${row.caseId}`, shown: row.caseId }, ...subjects];
}
