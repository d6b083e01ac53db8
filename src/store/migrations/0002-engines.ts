import { type Kysely, sql } from 'kysely';

/**
 * What several processes need to share one Slack: its paces, whose turn it is, messages to a person where the
 * channel refuses them, and nudges that stand in a thread until they are no longer due.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table paces (
    workspace_id text not null, name text not null, free_at bigint not null,
    primary key (workspace_id, name)
  )`,
  // `teller` is the person whose notices queue up behind each other; `turn` says who is next in a channel.
  `alter table outbox
    add column channel text, add column person text,
    add column teller text not null default '', add column turn bigint not null default 0`,
  `update outbox set channel = cards.channel, turn = outbox.not_before from cards
    where cards.workspace_id = outbox.workspace_id and cards.case_number = outbox.case_number`,
  'alter table outbox alter column channel set not null',
  'drop index outbox_due',
  'drop index outbox_lane',
  "create index outbox_due on outbox (not_before) where state in ('waiting', 'sending', 'ending')",
  `create index outbox_lane on outbox (workspace_id, case_number, id)
    where state in ('waiting', 'sending', 'standing', 'ending')`,
  // By state, because each state's next one is asked for apart, however many there are of the others.
  `create index outbox_next on outbox (workspace_id, channel, state, turn, id)
    where state in ('waiting', 'sending', 'ending')`,
  "create index outbox_teller on outbox (workspace_id, channel, teller, turn) where state = 'waiting'",
  'create index cards_new on cards (workspace_id, channel, not_before) where ts is null',
  `create index cards_changed on cards (workspace_id, channel, not_before)
    where ts is not null and wanted > posted`,
  // A thread names its case: there nobody need say a number.
  'create index cards_thread on cards (workspace_id, channel, ts) where ts is not null',
];
