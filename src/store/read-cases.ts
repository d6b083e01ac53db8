import { type Kysely, sql } from 'kysely';
import type { LoadedCase } from '../desk/ports/cases.ts';
import type { Case } from '../domain/case.ts';
import type { CaseNumber, PersonId, WorkspaceId } from '../domain/ids.ts';
import { readKey } from '../domain/timers/keys.ts';
import { type PlannedTimer } from '../domain/timers/plan.ts';
import type { Why } from '../domain/timers/rules.ts';
import type { Tables } from './schema.ts';

interface Row {
  readonly case_number: number;
  readonly state: Case;
  readonly channel: string | null;
  readonly ts: string | null;
}

const withCard = (db: Kysely<Tables>, workspace: WorkspaceId) =>
  db
    .selectFrom('cases')
    .leftJoin('cards', (join) =>
      join
        .onRef('cards.workspace_id', '=', 'cases.workspace_id')
        .onRef('cards.case_number', '=', 'cases.case_number'),
    )
    .select(['cases.case_number', 'cases.state', 'cards.channel', 'cards.ts'])
    .where('cases.workspace_id', '=', workspace);

export async function loadCase(
  db: Kysely<Tables>,
  workspace: WorkspaceId,
  number: CaseNumber,
): Promise<LoadedCase | null> {
  const row = await withCard(db, workspace).where('cases.case_number', '=', number).executeTakeFirst();
  if (!row) return null;
  const timers = await timersOf(db, workspace, [number]);
  return loaded(row, timers.get(number) ?? []);
}

/** These cases, in the order of their numbers here. */
export async function loadRows(
  db: Kysely<Tables>,
  workspace: WorkspaceId,
  numbers: readonly number[],
): Promise<LoadedCase[]> {
  if (numbers.length === 0) return [];
  const rows = await withCard(db, workspace).where('cases.case_number', 'in', numbers).execute();
  const timers = await timersOf(db, workspace, numbers);
  const byNumber = new Map(rows.map((row) => [row.case_number, row]));
  return numbers.flatMap((number) => {
    const row = byNumber.get(number);
    return row ? [loaded(row, timers.get(number) ?? [])] : [];
  });
}

/** A page of a list shows fewer; the bound keeps one question from reading everything. */
const MOST = 500;

const soonest = sql`(select min(due_at) from timers where timers.workspace_id = cases.workspace_id
  and timers.case_number = cases.case_number)`;

export async function listOpenCases(
  db: Kysely<Tables>,
  workspace: WorkspaceId,
  owner: PersonId | null,
): Promise<LoadedCase[]> {
  let query = withCard(db, workspace).where('cases.status', 'not in', ['closed', 'withdrawn']);
  if (owner !== null) query = query.where('cases.owner', '=', owner);
  const rows = await query
    .orderBy(soonest, (order) => order.asc().nullsLast())
    .orderBy('cases.case_number')
    .limit(MOST)
    .execute();
  const timers = await timersOf(
    db,
    workspace,
    rows.map((row) => row.case_number),
  );
  return rows.map((row) => loaded(row, timers.get(row.case_number) ?? []));
}

const loaded = (row: Row, timers: readonly PlannedTimer[]): LoadedCase => ({
  case: row.state,
  timers,
  thread: row.ts !== null && row.channel !== null ? { channel: row.channel, ts: row.ts } : null,
});

async function timersOf(
  db: Kysely<Tables>,
  workspace: WorkspaceId,
  numbers: readonly number[],
): Promise<Map<number, PlannedTimer[]>> {
  const byCase = new Map<number, PlannedTimer[]>();
  if (numbers.length === 0) return byCase;
  const rows = await db
    .selectFrom('timers')
    .select(['case_number', 'key', 'due_at', 'why'])
    .where('workspace_id', '=', workspace)
    .where('case_number', 'in', numbers)
    .orderBy('due_at')
    .orderBy('key')
    .execute();
  for (const row of rows) {
    const timer = { ...readKey(row.key), key: row.key, dueAt: row.due_at, why: row.why satisfies Why };
    byCase.set(row.case_number, [...(byCase.get(row.case_number) ?? []), timer]);
  }
  return byCase;
}
