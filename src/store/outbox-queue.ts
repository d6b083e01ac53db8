import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Outbox } from '../desk/ports/outbox.ts';
import { caseNumber, workspaceId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Tables } from './schema.ts';

interface Due {
  readonly before: Instant;
  readonly staleBefore: Instant;
}

/** What may be done now: it waits no longer, or whoever claimed it is taken for dead. */
const isDue = ({ before, staleBefore }: Due) => sql`(
  (state in ('waiting', 'ending') and not_before <= ${before})
  or (state = 'sending' and claimed_at <= ${staleBefore}))`;

/** A thread waits for its first message, unless that was refused for good; a person is told all the same. */
const hasWay = sql`(outbox.person is not null or exists (
  select 1 from cards where cards.workspace_id = outbox.workspace_id
    and cards.case_number = outbox.case_number and (cards.ts is not null or cards.state = 'parked')))`;

const wantsCard = sql`(wanted > posted or ts is null) and state <> 'parked'`;

/** Which cases have something to do, and whose turn it is. */
export function outboxQueue(db: Kysely<Tables>): Pick<Outbox, 'channelOf' | 'next' | 'lanesDue'> {
  return {
    channelOf: async (lane) => {
      const row = await db
        .selectFrom('cards')
        .select('channel')
        .where('workspace_id', '=', lane.workspaceId)
        .where('case_number', '=', lane.case)
        .executeTakeFirst();
      return row?.channel ?? null;
    },
    next: async (workspace, channel, work, now, staleBefore, except) => {
      const due = { before: now, staleBefore };
      const here = sql`workspace_id = ${workspace} and channel = ${channel}
        and case_number <> all(${except}::int[]) and ${isDue(due)}`;
      const posts = [
        sql`(select case_number, turn from outbox
          where ${here} and state in ('waiting', 'sending') and ${hasWay} order by turn, id limit 1)`,
        sql`(select case_number, not_before as turn from cards
          where ${here} and ts is null and state <> 'parked' order by not_before limit 1)`,
      ];
      const updates = [
        sql`(select case_number, turn from outbox
          where ${here} and state = 'ending' order by turn, id limit 1)`,
        sql`(select case_number, not_before as turn from cards
          where ${here} and ts is not null and wanted > posted and state <> 'parked'
          order by not_before limit 1)`,
      ];
      const ways = [...(work.includes('post') ? posts : []), ...(work.includes('update') ? updates : [])];
      return first(db, ways);
    },
    lanesDue: async (before, staleBefore, perChannel) => {
      const due = { before, staleBefore };
      const { rows } = await sql<{ workspace_id: string; case_number: number; not_before: number }>`
        select workspace_id, case_number, not_before from (
          select *, row_number() over (partition by workspace_id, channel order by not_before) as place
          from (
            select workspace_id, channel, case_number, min(not_before) as not_before from (
              select workspace_id, channel, case_number, not_before from outbox
                where state in ('waiting', 'sending', 'ending') and ${isDue(due)} and ${hasWay}
              union all
              select workspace_id, channel, case_number, not_before from cards
                where ${wantsCard} and ${isDue(due)}) as found
            group by workspace_id, channel, case_number) as lanes) as placed
        where place <= ${perChannel} order by not_before`.execute(db);
      return rows.map((row) => ({
        workspaceId: workspaceId(row.workspace_id),
        case: caseNumber(row.case_number),
        notBefore: row.not_before,
      }));
    },
  };
}

async function first(db: Kysely<Tables>, ways: readonly RawBuilder<unknown>[]) {
  if (ways.length === 0) return null;
  const { rows } = await sql<{ case_number: number }>`
    select case_number from (${sql.join(ways, sql` union all `)}) as found order by turn limit 1`.execute(db);
  return rows[0] ? caseNumber(rows[0].case_number) : null;
}
