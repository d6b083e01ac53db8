import { type Kysely, sql } from 'kysely';
import type { Lane, Outbox, OutboxRow, SendState } from '../desk/ports/outbox.ts';
import { caseNumber, workspaceId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Tables } from './schema.ts';

interface StateColumns {
  readonly state: string;
  readonly not_before: number;
  readonly attempts: number;
  readonly claimed_at: number | null;
  readonly fence: number;
  readonly reason: string | null;
}

function sendState(row: StateColumns): SendState {
  if (row.state === 'sending') return { kind: 'sending', since: row.claimed_at ?? 0, fence: row.fence };
  if (row.state === 'parked') return { kind: 'parked', reason: row.reason ?? '' };
  return { kind: 'waiting', notBefore: row.not_before, attempts: row.attempts };
}

/** Claims and marks carry a fence, so that a process that comes back from the dead changes nothing. */
export function postgresOutbox(db: Kysely<Tables>): Outbox {
  const card = (lane: Lane, fence: number) =>
    db
      .updateTable('cards')
      .where('workspace_id', '=', lane.workspaceId)
      .where('case_number', '=', lane.case)
      .where('fence', '=', fence)
      .where('state', '=', 'sending');
  const rows = (lane: Lane, ids: readonly number[]) =>
    db.updateTable('outbox').where('workspace_id', '=', lane.workspaceId).where('id', 'in', ids);
  const held = (lane: Lane, ids: readonly number[], fence: number) =>
    rows(lane, ids).where('fence', '=', fence).where('state', '=', 'sending');

  return {
    lane: async (lane) => {
      const cardRow = await db
        .selectFrom('cards')
        .selectAll()
        .where('workspace_id', '=', lane.workspaceId)
        .where('case_number', '=', lane.case)
        .executeTakeFirst();
      const pending = await db
        .selectFrom('outbox')
        .selectAll()
        .where('workspace_id', '=', lane.workspaceId)
        .where('case_number', '=', lane.case)
        .where('state', 'in', ['waiting', 'sending'])
        .orderBy('id')
        .execute();
      return {
        card: cardRow ? { ...cardRow, state: sendState(cardRow) } : null,
        rows: pending.map(
          (row): OutboxRow => ({
            id: row.id,
            notice: row.notice,
            state: sendState(row),
            messageKey: row.message_key,
            createdAt: row.created_at,
            dueAt: row.due_at,
            attempts: row.attempts,
          }),
        ),
      };
    },

    claimCard: async (lane, fence, at) => {
      const row = await db
        .updateTable('cards')
        .set({ state: 'sending', claimed_at: at, fence: sql`fence + 1`, attempts: sql`attempts + 1` })
        .where('workspace_id', '=', lane.workspaceId)
        .where('case_number', '=', lane.case)
        .where('fence', '=', fence)
        .where('state', '<>', 'parked')
        .returning('fence')
        .executeTakeFirst();
      return row?.fence ?? null;
    },
    cardSent: async (lane, fence, ts, version) => {
      const done = { state: 'waiting', ts, posted: version, attempts: 0, claimed_at: null } as const;
      await card(lane, fence).set(done).execute();
    },
    cardLater: async (lane, fence, notBefore) => {
      await card(lane, fence).set({ state: 'waiting', not_before: notBefore, claimed_at: null }).execute();
    },
    cardParked: async (lane, fence, reason) => {
      await card(lane, fence).set({ state: 'parked', reason, claimed_at: null }).execute();
    },

    claimRows: (lane, ids, messageKey, at) =>
      db.transaction().execute(async (tx) => {
        const found = await tx
          .selectFrom('outbox')
          .select(['id', 'fence'])
          .where('workspace_id', '=', lane.workspaceId)
          .where('id', 'in', ids)
          .where('state', '=', 'waiting')
          .orderBy('id')
          .forUpdate()
          .execute();
        if (found.length < ids.length) return null;
        const fence = Math.max(...found.map((row) => row.fence)) + 1;
        await tx
          .updateTable('outbox')
          .set({
            state: 'sending',
            claimed_at: at,
            fence,
            message_key: messageKey,
            attempts: sql`attempts + 1`,
          })
          .where('workspace_id', '=', lane.workspaceId)
          .where('id', 'in', ids)
          .execute();
        return fence;
      }),
    rowsSent: (lane, ids, fence, ts, counted, at) =>
      db.transaction().execute(async (tx) => {
        const marked = await tx
          .updateTable('outbox')
          .set({ state: 'sent', ts, sent_at: at, claimed_at: null })
          .where('workspace_id', '=', lane.workspaceId)
          .where('id', 'in', ids)
          .where('fence', '=', fence)
          .where('state', '=', 'sending')
          .returning('message_key')
          .execute();
        const messageKey = marked[0]?.message_key;
        if (!messageKey || counted.length === 0) return;
        await tx
          .insertInto('mentions')
          .values(
            counted.map((person) => ({
              workspace_id: lane.workspaceId,
              person_id: person,
              at,
              message_key: messageKey,
            })),
          )
          .onConflict((c) => c.doNothing())
          .execute();
      }),
    rowsLater: async (lane, ids, fence, notBefore) => {
      const back = { state: 'waiting', not_before: notBefore, claimed_at: null } as const;
      await held(lane, ids, fence).set(back).execute();
    },
    rowsParked: async (lane, ids, fence, reason) => {
      await held(lane, ids, fence).set({ state: 'parked', reason, claimed_at: null }).execute();
    },
    defer: async (lane, ids, notBefore) => {
      const until = { not_before: notBefore, due_at: notBefore };
      await rows(lane, ids).where('state', '=', 'waiting').set(until).execute();
    },
    obsolete: async (lane, ids) => {
      await rows(lane, ids).where('state', '=', 'waiting').set({ state: 'obsolete' }).execute();
    },

    mentionsSince: async (workspace, person, since) => {
      const row = await db
        .selectFrom('mentions')
        .select((e) => e.fn.countAll<number>().as('count'))
        .where('workspace_id', '=', workspace)
        .where('person_id', '=', person)
        .where('at', '>=', since)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
    lanesDue: async (before, staleBefore, limit) => {
      const due = (claimed: string) => sql<boolean>`
        ((state = 'waiting' and not_before <= ${before})
          or (state = 'sending' and ${sql.ref(claimed)} <= ${staleBefore}))`;
      const found = await db
        .selectFrom('outbox')
        .select(['workspace_id', 'case_number', 'not_before'])
        .where('state', 'in', ['waiting', 'sending'])
        .where(due('claimed_at'))
        // A thread without its first message waits for that; there is nothing to wake it for.
        .where((e) =>
          e.not(
            e.exists(
              e
                .selectFrom('cards')
                .select('cards.case_number')
                .whereRef('cards.workspace_id', '=', 'outbox.workspace_id')
                .whereRef('cards.case_number', '=', 'outbox.case_number')
                .where('cards.state', '=', 'parked')
                .where('cards.ts', 'is', null),
            ),
          ),
        )
        .unionAll(
          db
            .selectFrom('cards')
            .select(['workspace_id', 'case_number', 'not_before'])
            .where((e) => e.or([e('wanted', '>', e.ref('posted')), e('ts', 'is', null)]))
            .where('state', '<>', 'parked')
            .where(due('claimed_at')),
        )
        .orderBy('not_before')
        .limit(limit)
        .execute();
      return soonestPerLane(found);
    },
  };
}

function soonestPerLane(
  rows: readonly { workspace_id: string; case_number: number; not_before: number }[],
): (Lane & { notBefore: Instant })[] {
  const lanes = new Map<string, Lane & { notBefore: Instant }>();
  for (const row of rows) {
    const name = `${row.workspace_id}/${row.case_number}`;
    if (lanes.has(name)) continue;
    lanes.set(name, {
      workspaceId: workspaceId(row.workspace_id),
      case: caseNumber(row.case_number),
      notBefore: row.not_before,
    });
  }
  return [...lanes.values()];
}
