import { sql, type Transaction } from 'kysely';
import type { Commit, CommitOutcome } from '../desk/ports/cases.ts';
import { type Case, isOpen } from '../domain/case.ts';
import { type Claim, claimKeys } from '../domain/duplicates.ts';
import { EVENT_SCHEMA } from '../domain/events.ts';
import { type CaseNumber, caseNumber, type WorkspaceId } from '../domain/ids.ts';
import { DAY, type Instant, SECOND } from '../domain/time.ts';
import type { PlannedTimer } from '../domain/timers/plan.ts';
import type { Tables } from './schema.ts';

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
  const c = change.case;
  const key = { workspace_id: c.workspace, case_number: c.number };
  // First, so that two deliveries of one request meet here and not on the version.
  if (change.receiptKey !== null) {
    const answer = JSON.stringify({ ok: true, number: c.number });
    await tx
      .insertInto('receipts')
      .values({ workspace_id: c.workspace, key: change.receiptKey, answer, at: change.at })
      .execute();
  }
  const row = {
    version: c.version,
    state: JSON.stringify(c),
    status: c.phase.status,
    owner: c.owner,
    store_id: c.store.id,
    case_id: c.reference?.kind === 'case_id' && c.phase.status !== 'withdrawn' ? c.reference.id : null,
    closed_at: isOpen(c) ? null : c.phase.since.at,
  };
  if (change.expected === null)
    await tx
      .insertInto('cases')
      .values({ ...key, ...row })
      .execute();
  else {
    const updated = await tx
      .updateTable('cases')
      .set(row)
      .where('workspace_id', '=', c.workspace)
      .where('case_number', '=', c.number)
      .where('version', '=', change.expected)
      .executeTakeFirst();
    if (updated.numUpdatedRows === 0n) throw new Conflict('version');
  }
  await writeEvents(tx, change);
  await writeClaims(tx, change);
  await reconcileTimers(tx, c.workspace, c.number, change.timers);
  await writeOutbox(tx, change);
}

async function writeEvents(tx: Transaction<Tables>, { case: c, events }: Commit): Promise<void> {
  if (events.length === 0) return;
  await tx
    .insertInto('case_events')
    .values(
      events.map((event) => ({
        workspace_id: c.workspace,
        case_number: c.number,
        seq: event.seq,
        at: event.at,
        schema_version: EVENT_SCHEMA,
        event: JSON.stringify(event),
      })),
    )
    .execute();
}

async function writeClaims(tx: Transaction<Tables>, { case: c, claims, expected }: Commit): Promise<void> {
  if (claims === null) return;
  const key = { workspace_id: c.workspace, case_number: c.number };
  if (expected !== null)
    await tx
      .deleteFrom('claims')
      .where('workspace_id', '=', c.workspace)
      .where('case_number', '=', c.number)
      .execute();
  if (claims.length > 0)
    await tx
      .insertInto('claims')
      .values(
        claims.map((claim) => ({
          ...key,
          store_id: claim.store,
          subject: claim.subject,
          exclusive: claim.exclusive || isFree(c, claim),
        })),
      )
      .execute();
  const about = claimKeys(c);
  if (about.length > 0)
    await tx
      .insertInto('case_subjects')
      .values(about.map((subject) => ({ ...key, store_id: c.store.id, subject })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** A case that is different from some may be the first to hold another subject. */
const isFree = (c: Case, { store, subject }: Claim) => sql<boolean>`not exists (
  select 1 from claims as other
  where other.workspace_id = ${c.workspace} and other.store_id = ${store}
    and other.subject = ${subject} and other.case_number <> ${c.number})`;

/** Rows are made, moved and removed until they match the plan; what has not changed is left alone. */
export async function reconcileTimers(
  tx: Transaction<Tables>,
  workspace: WorkspaceId,
  number: CaseNumber,
  timers: readonly PlannedTimer[],
): Promise<void> {
  let gone = tx.deleteFrom('timers').where('workspace_id', '=', workspace).where('case_number', '=', number);
  if (timers.length > 0)
    gone = gone.where(
      'key',
      'not in',
      timers.map((t) => t.key),
    );
  await gone.execute();
  if (timers.length === 0) return;
  await tx
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
    )
    .execute();
}

async function writeOutbox(tx: Transaction<Tables>, { case: c, notices, at, urgent }: Commit): Promise<void> {
  const key = { workspace_id: c.workspace, case_number: c.number };
  const fresh = { state: 'waiting' as const, not_before: at, attempts: 0, fence: 0 };
  const queue = { channel: c.channel, teller: c.owner ?? '' };
  await tx
    .insertInto('cards')
    .values({ ...key, ...fresh, channel: c.channel, wanted: c.version, posted: 0 })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'case_number']).doUpdateSet({
        wanted: c.version,
        // What Slack refused may go by now (the bot was invited again), and a new card is another text.
        state: sql`case cards.state when 'parked' then 'waiting' else cards.state end`,
      }),
    )
    .execute();
  if (notices.length === 0) return;
  await tx
    .insertInto('outbox')
    .values(
      notices.map((notice) => ({
        ...key,
        ...fresh,
        key: notice.key,
        notice: JSON.stringify(notice),
        created_at: at,
        due_at: at,
        ...queue,
        turn: urgent ? at - DAY : turnOf(c.workspace, queue, at),
      })),
    )
    .execute();
}

/** Behind the same person's other notices of the channel, as if each took a second; red ones come first. */
const turnOf = (
  workspace: WorkspaceId,
  { channel, teller }: { channel: string; teller: string },
  at: Instant,
) =>
  sql<number>`greatest(${at}::bigint, (
    select max(turn) + ${SECOND}::bigint from outbox as waiting
    where waiting.workspace_id = ${workspace} and waiting.channel = ${channel}
      and waiting.teller = ${teller} and waiting.state = 'waiting'))`;
