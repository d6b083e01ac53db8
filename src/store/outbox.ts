import { type Kysely, type Selectable, sql } from 'kysely';
import type { Lane, Outbox, OutboxRow, SendState, StandingRow } from '../desk/ports/outbox.ts';
import { personId } from '../domain/ids.ts';
import { outboxQueue } from './outbox-queue.ts';
import type { Tables } from './schema.ts';

interface StateColumns {
  readonly state: string;
  readonly not_before: number;
  readonly attempts: number;
  readonly claimed_at: number | null;
  readonly fence: number;
  readonly reason: string | null;
}

export function sendState(row: StateColumns): SendState {
  if (row.state === 'sending') return { kind: 'sending', since: row.claimed_at ?? 0, fence: row.fence };
  if (row.state === 'parked') return { kind: 'parked', reason: row.reason ?? '' };
  return { kind: 'waiting', notBefore: row.not_before, attempts: row.attempts };
}

const outboxRow = (row: Selectable<Tables['outbox']>): OutboxRow => ({
  id: row.id,
  notice: row.notice,
  state: sendState(row),
  messageKey: row.message_key,
  createdAt: row.created_at,
  dueAt: row.due_at,
  attempts: row.attempts,
  direct: row.person === null ? null : { person: personId(row.person), code: row.reason ?? '' },
});

const standingRow = (row: Selectable<Tables['outbox']>): StandingRow => ({
  id: row.id,
  notice: row.notice,
  ts: row.ts ?? '',
  ending: row.state === 'ending' ? { notBefore: row.not_before } : null,
});

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
        .where('state', 'in', ['waiting', 'sending', 'standing', 'ending'])
        .orderBy('id')
        .execute();
      const isStanding = ({ state }: (typeof pending)[number]) => state === 'standing' || state === 'ending';
      return {
        card: cardRow ? { ...cardRow, state: sendState(cardRow) } : null,
        rows: pending.filter((row) => !isStanding(row)).map(outboxRow),
        standing: pending.filter(isStanding).map(standingRow),
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
    cardGone: async (lane, ts) => {
      await db
        .updateTable('cards')
        .set({ state: 'waiting', ts: null, posted: 0, attempts: 0, claimed_at: null, fence: sql`fence + 1` })
        .where('workspace_id', '=', lane.workspaceId)
        .where('case_number', '=', lane.case)
        .where('ts', '=', ts)
        .execute();
    },

    claimRows: async (lane, ids, messageKey, at) => {
      // Locked in one order, so that two who claim the same never wait for each other in turn.
      const { rows } = await sql<{ fence: number }>`
        with found as (
          select id, fence from outbox where workspace_id = ${lane.workspaceId} and id = any(${ids}::bigint[])
            and state = 'waiting' order by id for update)
        update outbox set state = 'sending', claimed_at = ${at}, message_key = ${messageKey},
            attempts = attempts + 1, fence = (select max(fence) + 1 from found)
          where workspace_id = ${lane.workspaceId} and id in (select id from found)
            and (select count(*) from found) = ${ids.length}
          returning fence`.execute(db);
      return rows[0]?.fence ?? null;
    },
    rowsSent: async (lane, ids, fence, ts, counted, at, asks) => {
      const marked = held(lane, ids, fence)
        .set({ state: asks ? 'standing' : 'sent', ts, sent_at: at, claimed_at: null })
        .returning('message_key');
      await sql`with marked as (${marked})
        insert into mentions (workspace_id, person_id, at, message_key)
          select ${lane.workspaceId}, person, ${at}, message_key
          from (select message_key from marked limit 1) as message, unnest(${counted}::text[]) as person
          where message_key is not null
        on conflict do nothing`.execute(db);
    },
    rowsLater: async (lane, ids, fence, notBefore) => {
      const back = { state: 'waiting', not_before: notBefore, claimed_at: null } as const;
      await held(lane, ids, fence).set(back).execute();
    },
    rowsParked: async (lane, ids, fence, reason) => {
      await held(lane, ids, fence).set({ state: 'parked', reason, claimed_at: null }).execute();
    },
    rowsAside: (lane, ids, fence, person, code, at) =>
      db.transaction().execute(async (tx) => {
        const parked = await tx
          .updateTable('outbox')
          .set({ state: 'parked', reason: code, claimed_at: null })
          .where('workspace_id', '=', lane.workspaceId)
          .where('id', 'in', ids)
          .where((e) =>
            fence === null
              ? e('state', '=', 'waiting')
              : e.and([e('state', '=', 'sending'), e('fence', '=', fence)]),
          )
          .returningAll()
          .execute();
        if (parked.length === 0 || person === null) return;
        await tx
          .insertInto('outbox')
          .values(
            parked.map((row) => {
              const key = `${row.notice.key}~${person}`;
              return {
                workspace_id: row.workspace_id,
                case_number: row.case_number,
                key,
                notice: JSON.stringify({ ...row.notice, key }),
                created_at: at,
                due_at: row.due_at,
                state: 'waiting' as const,
                not_before: at,
                attempts: 0,
                fence: 0,
                reason: code,
                channel: row.channel,
                person,
                teller: row.teller,
                turn: row.turn,
              };
            }),
          )
          .onConflict((c) => c.doNothing())
          .execute();
      }),
    defer: async (lane, ids, notBefore) => {
      const until = { not_before: notBefore, due_at: notBefore };
      await rows(lane, ids).where('state', '=', 'waiting').set(until).execute();
    },
    putOff: async (lane, ids, until) => {
      const notBefore = { not_before: sql<number>`greatest(not_before, ${until})` };
      const pending = db
        .updateTable('outbox')
        .set(notBefore)
        .where('workspace_id', '=', lane.workspaceId)
        .where('case_number', '=', lane.case)
        .where('state', 'in', ['waiting', 'sending', 'ending']);
      if (ids !== null) return void (await pending.where('id', 'in', ids).execute());
      await pending.execute();
      await db
        .updateTable('cards')
        .set(notBefore)
        .where('workspace_id', '=', lane.workspaceId)
        .where('case_number', '=', lane.case)
        .execute();
    },
    obsolete: async (lane, ids) => {
      await rows(lane, ids).where('state', '=', 'waiting').set({ state: 'obsolete' }).execute();
    },

    ending: async (lane, ids, notBefore) => {
      await rows(lane, ids)
        .where('state', 'in', ['standing', 'ending'])
        .set({ state: 'ending', not_before: notBefore })
        .execute();
    },
    ended: async (lane, ids) => {
      await rows(lane, ids).where('state', '=', 'ending').set({ state: 'sent' }).execute();
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
    ...outboxQueue(db),
  };
}
