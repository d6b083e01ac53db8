import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Outbox, Work } from '../desk/ports/outbox.ts';
import { caseNumber, workspaceId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Tables } from './schema.ts';

interface Due {
  readonly before: Instant;
  readonly staleBefore: Instant;
}

/** Whoever claimed it is taken for dead. */
const isStale = ({ staleBefore }: Due) => sql`state = 'sending' and claimed_at <= ${staleBefore}`;

/** What may be done now: it waits no longer. */
const isDue = (due: Due) => sql`(
  not_before <= ${due.before} and (state in ('waiting', 'ending') or (${isStale(due)})))`;

/** Asked of one row at a time: without it, Postgres reads all cards of all time to answer for the first row. */
const ONE_BY_ONE = sql`offset 0`;

/** A thread waits for its first message, unless that was refused for good; a person is told all the same. */
const hasWay = (orElse: RawBuilder<unknown>, how = sql``) => sql`(outbox.person is not null or exists (
  select 1 from cards where cards.workspace_id = outbox.workspace_id and cards.case_number = outbox.case_number
    and (cards.ts is not null or cards.state = 'parked' or ${orElse}) ${how}))`;

/** Its place has a message whose fate nobody knows yet, and that comes first. */
const isHeld = sql`exists (
  select 1 from outbox as held where held.workspace_id = outbox.workspace_id
    and held.case_number = outbox.case_number and held.state = 'sending'
    and held.person is not distinct from outbox.person ${ONE_BY_ONE})`;

/** A case that has something to say in its thread has the turn of that; this is for those that have not. */
const hasRow = ({ before }: Due) => sql`exists (
  select 1 from outbox where outbox.workspace_id = cards.workspace_id
    and outbox.case_number = cards.case_number and outbox.person is null
    and outbox.state = 'waiting' and outbox.not_before <= ${before} ${ONE_BY_ONE})`;

/** Where to look for the next case, by what may be done: each finds its own first with the help of an index. */
function waysOf(work: Work, here: RawBuilder<unknown>, due: Due): readonly RawBuilder<unknown>[] {
  const { before } = due;
  const row = (which: RawBuilder<unknown>) => sql`(select case_number, turn from outbox
    where ${here} and not_before <= ${before} and ${which} order by turn, id limit 1)`;
  const card = (which: RawBuilder<unknown>) => sql`(select case_number, not_before as turn from cards
    where ${here} and not_before <= ${before} and ${which} order by not_before limit 1)`;
  const cardIsDue = sql`(cards.state = 'waiting' and cards.not_before <= ${before})`;
  switch (work) {
    case 'post':
      return [
        row(sql`state = 'waiting' and ${hasWay(cardIsDue, ONE_BY_ONE)} and not ${isHeld}`),
        card(sql`ts is null and state = 'waiting' and not ${hasRow(due)}`),
      ];
    case 'look':
      return [
        row(sql`${isStale(due)} and ${hasWay(sql`false`, ONE_BY_ONE)}`),
        card(sql`ts is null and ${isStale(due)}`),
      ];
    case 'update':
      return [
        row(sql`state = 'ending'`),
        card(sql`ts is not null and wanted > posted and (state = 'waiting' or (${isStale(due)}))`),
      ];
    default: {
      const never: never = work;
      return never;
    }
  }
}

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
      const here = sql`workspace_id = ${workspace} and channel = ${channel}
        and case_number <> all(${except}::int[])`;
      const ways = work.flatMap((kind, rank) =>
        waysOf(kind, here, { before: now, staleBefore }).map(
          (way) => sql`(select ${sql.lit(rank)} as rank, way.* from ${way} as way)`,
        ),
      );
      if (ways.length === 0) return null;
      const { rows } = await sql<{ case_number: number }>`
        select case_number from (${sql.join(ways, sql` union all `)}) as found
        order by rank, turn limit 1`.execute(db);
      return rows[0] ? caseNumber(rows[0].case_number) : null;
    },
    lanesDue: async (before, staleBefore, perChannel) => {
      const due = { before, staleBefore };
      const { rows } = await sql<{ workspace_id: string; case_number: number; not_before: number }>`
        select workspace_id, case_number, not_before from (
          select *, row_number() over (partition by workspace_id, channel order by not_before) as place
          from (
            select workspace_id, channel, case_number, min(not_before) as not_before from (
              select workspace_id, channel, case_number, not_before from outbox
                where state in ('waiting', 'sending', 'ending') and ${isDue(due)}
                  and (state = 'ending' or ${hasWay(sql`false`)})
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
