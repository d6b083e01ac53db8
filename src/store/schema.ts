import type { ColumnType, Generated } from 'kysely';
import type { Answer } from '../desk/answer.ts';
import type { Case } from '../domain/case.ts';
import type { Stamped } from '../domain/events.ts';
import type { Notice } from '../domain/notices.ts';
import type { Why } from '../domain/timers/rules.ts';

/** JSON is written as text, because each driver serialises objects its own way, and read parsed. */
type Json<T> = ColumnType<T, string, string>;

/** The same, for a column with a default. */
type Defaulted = ColumnType<unknown, string | undefined, string>;

/** The tables as kysely sees them. Instants are milliseconds in bigint columns, read as numbers. */
export interface Tables {
  workspaces: { workspace_id: string; next_case_number: Generated<number>; choices: Defaulted };
  people: {
    workspace_id: string;
    person_id: string;
    name: string;
    zone: string;
    locale: string;
    is_guest: boolean;
    is_lead: Generated<boolean>;
    is_reviewer: Generated<boolean>;
    office: string | null;
    habits: Defaulted;
    /** Null: no holiday status; the far end of time: one without an end. */
    vacation_until: number | null;
  };
  stores: {
    workspace_id: string;
    store_id: string;
    name: string;
    folded_name: string;
    keeper: string | null;
    cover: string | null;
    default_owner: string | null;
    channel: string | null;
    premium: Generated<boolean>;
  };
  store_submitters: { workspace_id: string; store_id: string; person_id: string };
  absences: {
    workspace_id: string;
    person_id: string;
    /** `YYYY-MM-DD` */
    first_day: string;
    last_day: string;
    cover: string | null;
  };
  store_marketplaces: { workspace_id: string; store_id: string; marketplace: string };
  cases: {
    workspace_id: string;
    case_number: number;
    version: number;
    state: Json<Case>;
    status: string;
    owner: string | null;
    store_id: string;
    case_id: string | null;
    closed_at: number | null;
    terms: Generated<string[]>;
  };
  case_subjects: { workspace_id: string; case_number: number; store_id: string; subject: string };
  claims: {
    workspace_id: string;
    case_number: number;
    store_id: string;
    subject: string;
    exclusive: boolean;
  };
  case_events: {
    workspace_id: string;
    case_number: number;
    seq: number;
    at: number;
    schema_version: number;
    event: Json<Stamped>;
  };
  timers: {
    workspace_id: string;
    case_number: number;
    key: string;
    kind: string;
    anchor: number;
    step: number;
    due_at: number;
    why: Json<Why>;
  };
  cards: {
    workspace_id: string;
    case_number: number;
    channel: string;
    ts: string | null;
    wanted: number;
    posted: number;
    state: SendStateName;
    not_before: number;
    attempts: number;
    claimed_at: number | null;
    fence: number;
    reason: string | null;
  };
  outbox: {
    workspace_id: string;
    id: Generated<number>;
    case_number: number;
    key: string;
    notice: Json<Notice>;
    created_at: number;
    due_at: number;
    state: SendStateName | 'standing' | 'ending' | 'sent' | 'obsolete';
    not_before: number;
    attempts: number;
    claimed_at: number | null;
    fence: number;
    message_key: string | null;
    reason: string | null;
    ts: string | null;
    sent_at: number | null;
    /** Where the case's messages go: whose pace counts, and whose queue the row stands in. */
    channel: string;
    /** Set for a direct message: whom it is for. */
    person: string | null;
    /** Whose notices queue up behind each other; empty where nobody owns the case. */
    teller: Generated<string>;
    /** Who has the lowest is next in the channel. */
    turn: Generated<number>;
  };
  plans: {
    workspace_id: string;
    person_id: string;
    kind: string;
    step: number;
    since: number;
    due_at: number | null;
    until: number | null;
    why: ColumnType<unknown, string | null, string | null>;
  };
  briefs: {
    workspace_id: string;
    id: Generated<number>;
    person_id: string;
    key: string;
    kind: string;
    content: Json<unknown>;
    due_at: number;
    state: SendStateName | 'sent' | 'obsolete';
    not_before: number;
    attempts: number;
    claimed_at: number | null;
    fence: number;
    reason: string | null;
    ts: string | null;
    sent_at: number | null;
  };
  paces: { workspace_id: string; name: string; free_at: number };
  mentions: { workspace_id: string; person_id: string; at: number; message_key: string };
  receipts: { workspace_id: string; key: string; answer: Json<Answer>; at: number };
}

export type SendStateName = 'waiting' | 'sending' | 'parked';
