import { type Kysely, sql } from 'kysely';
import { backfillTerms } from '../search/backfill-terms.ts';

/** What the whole desk needs: what a workspace chose, stores with their people, absences, briefings, search. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await backfillTerms(db);
  await sql.raw('create index cases_terms on cases using gin (terms)').execute(db);
}

const STATEMENTS = [
  "alter table workspaces add column choices jsonb not null default '{}'",
  `alter table people
    add column is_reviewer boolean not null default false,
    add column office text,
    add column habits jsonb,
    add column vacation_until bigint`,
  `alter table stores
    add column keeper text, add column cover text, add column default_owner text,
    add column channel text, add column premium boolean not null default false`,
  `create table store_submitters (
    workspace_id text not null, store_id text not null, person_id text not null,
    primary key (workspace_id, store_id, person_id)
  )`,
  // Dates are days of the person's own calendar, as YYYY-MM-DD, so that they sort as text.
  `create table absences (
    workspace_id text not null, person_id text not null, first_day text not null, last_day text not null,
    cover text,
    primary key (workspace_id, person_id, first_day)
  )`,
  // What a case can be found by: its words and, for Chinese, pairs of characters.
  "alter table cases add column terms text[] not null default '{}'",
  'create index cases_owner on cases (workspace_id, owner) where owner is not null',
  // The next step of what somebody is told regularly. `step` counts on for ever, so a row is never removed:
  // one that rests has no `due_at`. What is due up to `since` was told, or lay before the plan was made.
  `create table plans (
    workspace_id text not null, person_id text not null, kind text not null,
    step integer not null, since bigint not null, due_at bigint, until bigint, why jsonb,
    primary key (workspace_id, person_id, kind)
  )`,
  'create index plans_due on plans (due_at) where due_at is not null',
  // Messages to one person that belong to no single case; what they say is read when they are sent.
  `create table briefs (
    workspace_id text not null, id bigint generated always as identity, person_id text not null,
    key text not null, kind text not null, content jsonb not null, due_at bigint not null, state text not null,
    not_before bigint not null, attempts integer not null, claimed_at bigint, fence integer not null,
    reason text, ts text, sent_at bigint,
    primary key (workspace_id, id), unique (workspace_id, key)
  )`,
  "create index briefs_due on briefs (not_before) where state in ('waiting', 'sending')",
  'create index briefs_person on briefs (workspace_id, person_id, sent_at)',
  // What happened lately, for whoever was away and for the leads' digest.
  'create index case_events_at on case_events (workspace_id, at)',
];
