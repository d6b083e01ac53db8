import { type Kysely, sql } from 'kysely';

/**
 * Everything that one case needs. `workspace_id` leads every key, so that a question can't be asked across
 * workspaces by leaving something out.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table workspaces (
    workspace_id text primary key,
    next_case_number integer not null default 1
  )`,
  `create table people (
    workspace_id text not null, person_id text not null,
    name text not null, zone text not null, locale text not null,
    is_guest boolean not null, is_lead boolean not null default false,
    primary key (workspace_id, person_id)
  )`,
  `create table stores (
    workspace_id text not null, store_id text not null, name text not null, folded_name text not null,
    primary key (workspace_id, store_id), unique (workspace_id, folded_name)
  )`,
  `create table store_marketplaces (
    workspace_id text not null, store_id text not null, marketplace text not null,
    primary key (workspace_id, store_id, marketplace)
  )`,
  `create table cases (
    workspace_id text not null, case_number integer not null, version integer not null,
    state jsonb not null, status text not null, owner text, store_id text not null,
    case_id text, closed_at bigint,
    primary key (workspace_id, case_number)
  )`,
  // A Case ID names one case of the workspace; a withdrawn case gives it back.
  'create unique index cases_case_id on cases (workspace_id, case_id) where case_id is not null',
  'create index cases_status on cases (workspace_id, status)',
  // What a case was ever about; it stays when the case closes, so that it can be found and reopened.
  `create table case_subjects (
    workspace_id text not null, case_number integer not null, store_id text not null, subject text not null,
    primary key (workspace_id, store_id, subject, case_number)
  )`,
  // What open cases hold. The partial unique index is what refuses a duplicate, whoever comes at once.
  `create table claims (
    workspace_id text not null, case_number integer not null, store_id text not null, subject text not null,
    exclusive boolean not null,
    primary key (workspace_id, store_id, subject, case_number)
  )`,
  'create unique index claims_exclusive on claims (workspace_id, store_id, subject) where exclusive',
  'create index claims_case on claims (workspace_id, case_number)',
  `create table case_events (
    workspace_id text not null, case_number integer not null, seq integer not null,
    at bigint not null, schema_version integer not null, event jsonb not null,
    primary key (workspace_id, case_number, seq)
  )`,
  `create table timers (
    workspace_id text not null, case_number integer not null, key text not null,
    kind text not null, anchor integer not null, step integer not null,
    due_at bigint not null, why jsonb not null,
    primary key (workspace_id, case_number, key)
  )`,
  // The sweep asks across workspaces on purpose: it is the process's own question, not a person's.
  'create index timers_due on timers (due_at)',
  `create table cards (
    workspace_id text not null, case_number integer not null, channel text not null, ts text,
    wanted integer not null, posted integer not null, state text not null,
    not_before bigint not null, attempts integer not null, claimed_at bigint, fence integer not null,
    reason text,
    primary key (workspace_id, case_number)
  )`,
  "create index cards_due on cards (not_before) where (wanted > posted or ts is null) and state <> 'parked'",
  `create table outbox (
    workspace_id text not null, id bigint generated always as identity, case_number integer not null,
    key text not null, notice jsonb not null, created_at bigint not null, due_at bigint not null,
    state text not null, not_before bigint not null, attempts integer not null,
    claimed_at bigint, fence integer not null, message_key text, reason text,
    ts text, sent_at bigint,
    primary key (workspace_id, id), unique (workspace_id, key)
  )`,
  "create index outbox_due on outbox (not_before) where state in ('waiting', 'sending')",
  "create index outbox_lane on outbox (workspace_id, case_number, id) where state in ('waiting', 'sending')",
  `create table mentions (
    workspace_id text not null, person_id text not null, at bigint not null, message_key text not null,
    primary key (workspace_id, person_id, message_key)
  )`,
  `create table receipts (
    workspace_id text not null, key text not null, answer jsonb not null, at bigint not null,
    primary key (workspace_id, key)
  )`,
  'create index receipts_at on receipts (at)',
];
