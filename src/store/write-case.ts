import { type OperationNodeSource, sql, type Transaction } from 'kysely';
import type { Commit, CommitOutcome } from '../desk/ports/cases.ts';
import { type Case, isOpen } from '../domain/case.ts';
import { type Claim, claimKeys } from '../domain/duplicates.ts';
import { EVENT_SCHEMA } from '../domain/events.ts';
import { type CaseNumber, caseNumber, type WorkspaceId } from '../domain/ids.ts';
import { DAY, type Duration, type Instant, SECOND } from '../domain/time.ts';
import type { PlannedTimer } from '../domain/timers/plan.ts';
import type { Tables } from './schema.ts';
import { firstTerms, moreTerms } from './search/write-terms.ts';

/** Undoes the transaction and says why; never leaves the store. */
export class Conflict extends Error {
  readonly outcome: CommitOutcome;
  constructor(outcome: CommitOutcome) {
    super(outcome);
    this.outcome = outcome;
  }
}

/** Counts inside the transaction: an opening that fails gives its number back. */
export async function nextNumber(tx: Transaction<Tables>, workspace: WorkspaceId): Promise<CaseNumber> {
  const row = await tx
    .insertInto('workspaces')
    .values({ workspace_id: workspace, next_case_number: 2 })
    .onConflict((c) =>
      c.column('workspace_id').doUpdateSet({ next_case_number: sql`workspaces.next_case_number + 1` }),
    )
    .returning('next_case_number')
    .executeTakeFirstOrThrow();
  return caseNumber(row.next_case_number - 1);
}

export async function lockVersion(
  tx: Transaction<Tables>,
  workspace: WorkspaceId,
  number: CaseNumber,
  version: number,
): Promise<void> {
  const row = await tx
    .selectFrom('cases')
    .select('version')
    .where('workspace_id', '=', workspace)
    .where('case_number', '=', number)
    .forUpdate()
    .executeTakeFirst();
  if (row?.version !== version) throw new Conflict('version');
}

export async function writeCase(tx: Transaction<Tables>, change: Commit): Promise<void> {
  const { case: c, expected } = change;
  if (expected === null)
    return together(tx, [...receiptOf(tx, change), newCase(tx, change), ...consequences(tx, change)]);
  // First, so that two deliveries of one request meet here and not on the version.
  await together(tx, receiptOf(tx, change));
  const updated = await tx
    .updateTable('cases')
    .set({ ...rowOf(c), ...moreTerms(change.events) })
    .where('workspace_id', '=', c.workspace)
    .where('case_number', '=', c.number)
    .where('version', '=', expected)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) throw new Conflict('version');
  // Apart, because a statement does not see what it deletes itself.
  if (change.claims !== null)
    await tx
      .deleteFrom('claims')
      .where('workspace_id', '=', c.workspace)
      .where('case_number', '=', c.number)
      .execute();
  await together(tx, [goneTimers(tx, c.workspace, c.number, change.timers), ...consequences(tx, change)]);
}

/** Statements that touch different rows, as one: each would cost a round trip while the numbers are locked. */
async function together(tx: Transaction<Tables>, statements: readonly Statement[]): Promise<void> {
  if (statements.length === 0) return;
  const parts = statements.map((statement, i) => sql`${sql.ref(`s${i}`)} as (${statement})`);
  await sql`with ${sql.join(parts)} select`.execute(tx);
}

type Statement = OperationNodeSource;

const receiptOf = (tx: Transaction<Tables>, { receiptKey, case: c, at }: Commit): Statement[] =>
  receiptKey === null
    ? []
    : [
        tx.insertInto('receipts').values({
          workspace_id: c.workspace,
          key: receiptKey,
          answer: JSON.stringify({ ok: true, number: c.number }),
          at,
        }),
      ];

const rowOf = (c: Case) => ({
  version: c.version,
  state: JSON.stringify(c),
  status: c.phase.status,
  owner: c.owner,
  store_id: c.store.id,
  case_id: c.reference?.kind === 'case_id' && c.phase.status !== 'withdrawn' ? c.reference.id : null,
  closed_at: isOpen(c) ? null : c.phase.since.at,
});

const newCase = (tx: Transaction<Tables>, { case: c, events }: Commit): Statement =>
  tx.insertInto('cases').values({
    workspace_id: c.workspace,
    case_number: c.number,
    ...rowOf(c),
    ...firstTerms(events),
  });

const consequences = (tx: Transaction<Tables>, change: Commit): Statement[] => [
  ...eventsOf(tx, change),
  ...claimsOf(tx, change),
  ...plannedTimers(tx, change.case.workspace, change.case.number, change.timers),
  ...postsOf(tx, change),
];

function eventsOf(tx: Transaction<Tables>, { case: c, events }: Commit): Statement[] {
  if (events.length === 0) return [];
  return [
    tx.insertInto('case_events').values(
      events.map((event) => ({
        workspace_id: c.workspace,
        case_number: c.number,
        seq: event.seq,
        at: event.at,
        schema_version: EVENT_SCHEMA,
        event: JSON.stringify(event),
      })),
    ),
  ];
}

function claimsOf(tx: Transaction<Tables>, { case: c, claims }: Commit): Statement[] {
  if (claims === null) return [];
  const key = { workspace_id: c.workspace, case_number: c.number };
  const held = claims.map((claim) => ({
    ...key,
    store_id: claim.store,
    subject: claim.subject,
    exclusive: claim.exclusive || isFree(c, claim),
  }));
  const about = claimKeys(c).map((subject) => ({ ...key, store_id: c.store.id, subject }));
  return [
    ...(held.length > 0 ? [tx.insertInto('claims').values(held)] : []),
    ...(about.length > 0
      ? [
          tx
            .insertInto('case_subjects')
            .values(about)
            .onConflict((conflict) => conflict.doNothing()),
        ]
      : []),
  ];
}

/** A case that is different from some may be the first to hold another subject. */
const isFree = (c: Case, { store, subject }: Claim) => sql<boolean>`not exists (
  select 1 from claims as other
  where other.workspace_id = ${c.workspace} and other.store_id = ${store}
    and other.subject = ${subject} and other.case_number <> ${c.number})`;

/** Rows are made, moved and removed until they match the plan; what has not changed is left alone. */
export const reconcileTimers = (
  tx: Transaction<Tables>,
  workspace: WorkspaceId,
  number: CaseNumber,
  timers: readonly PlannedTimer[],
): Promise<void> =>
  together(tx, [goneTimers(tx, workspace, number, timers), ...plannedTimers(tx, workspace, number, timers)]);

function goneTimers(
  tx: Transaction<Tables>,
  workspace: WorkspaceId,
  number: CaseNumber,
  timers: readonly PlannedTimer[],
): Statement {
  const all = tx.deleteFrom('timers').where('workspace_id', '=', workspace).where('case_number', '=', number);
  const kept = timers.map((t) => t.key);
  return kept.length > 0 ? all.where('key', 'not in', kept) : all;
}

function plannedTimers(
  tx: Transaction<Tables>,
  workspace: WorkspaceId,
  number: CaseNumber,
  timers: readonly PlannedTimer[],
): Statement[] {
  if (timers.length === 0) return [];
  return [
    tx
      .insertInto('timers')
      .values(
        timers.map((t) => ({
          workspace_id: workspace,
          case_number: number,
          key: t.key,
          kind: t.kind,
          anchor: t.anchor,
          step: t.step,
          due_at: t.dueAt,
          why: JSON.stringify(t.why),
        })),
      )
      .onConflict((c) =>
        c
          .columns(['workspace_id', 'case_number', 'key'])
          .doUpdateSet({ due_at: sql`excluded.due_at`, why: sql`excluded.why` }),
      ),
  ];
}

function postsOf(tx: Transaction<Tables>, { case: c, notices, at, urgent }: Commit): Statement[] {
  const key = { workspace_id: c.workspace, case_number: c.number };
  const fresh = { state: 'waiting' as const, not_before: at, attempts: 0, fence: 0 };
  const card = tx
    .insertInto('cards')
    .values({ ...key, ...fresh, channel: c.channel, wanted: c.version, posted: 0 })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'case_number']).doUpdateSet({
        wanted: c.version,
        // What Slack refused may go by now (the bot was invited again), and a new card is another text.
        state: sql`case cards.state when 'parked' then 'waiting' else cards.state end`,
      }),
    );
  if (notices.length === 0) return [card];
  const queue = { channel: c.channel, teller: c.owner ?? '' };
  const rows = notices.map((notice) => ({
    ...key,
    ...queue,
    ...fresh,
    key: notice.key,
    notice: JSON.stringify(notice),
    created_at: at,
    due_at: at,
    turn: urgent ? at - RED_FIRST : turnOf(c.workspace, queue, at),
  }));
  return [card, tx.insertInto('outbox').values(rows)];
}

/** Below zero, before all that waits, however long that is: only what is red has such a turn. */
const RED_FIRST: Duration = 36_500 * DAY;

/**
 * Behind the same person's other notices of the channel, as if each took a second. Counted from whose turn it
 * is now: a channel that is hours behind lets a person's first notice in front all the same.
 */
const turnOf = (
  workspace: WorkspaceId,
  { channel, teller }: { channel: string; teller: string },
  at: Instant,
) =>
  sql<number>`greatest(
    least(${at}::bigint, (
      select min(turn) from outbox as first
      where first.workspace_id = ${workspace} and first.channel = ${channel}
        and first.state = 'waiting' and first.turn >= 0)),
    (select max(turn) + ${SECOND}::bigint from outbox as waiting
      where waiting.workspace_id = ${workspace} and waiting.channel = ${channel}
        and waiting.teller = ${teller} and waiting.state = 'waiting'))`;
