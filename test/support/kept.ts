import type { Database } from '../../src/store/database.ts';

export interface KeptEvent {
  readonly number: number;
  readonly seq: number;
  readonly by: string | null;
  /** Its type; for a note its text too, for a submission its Case ID. */
  readonly what: string;
  /** The keys of the timers that fired. */
  readonly fired: readonly string[];
}

/** What the database holds of a workspace's cases, behind the ports' back. */
export interface Kept {
  readonly cases: readonly { number: number; owner: string | null }[];
  readonly claims: readonly string[];
  readonly events: readonly KeptEvent[];
  /** The timers that people let fall due: what was put off, and deadlines an hour ahead. */
  readonly due: readonly string[];
  readonly rows: readonly { key: string; state: string; messageKey: string | null }[];
  readonly parked: readonly string[];
  readonly leads: readonly string[];
}

export function keptIn({ pool }: Database) {
  const query = async <T extends object>(sql: string): Promise<T[]> => (await pool.query<T>(sql)).rows;
  const named = (sql: string) => query<{ name: string }>(sql).then((rows) => rows.map(({ name }) => name));
  return {
    /** What is still to be said, drawn or fired. */
    toDo: () =>
      named(`
        SELECT key || ' ' || state AS name FROM outbox WHERE state IN ('waiting', 'sending', 'ending')
        UNION ALL
        SELECT case_number || '.card ' || state FROM cards
          WHERE state <> 'parked' AND (ts IS NULL OR wanted > posted OR state = 'sending')
        UNION ALL
        SELECT case_number || '.' || key || ' due' FROM timers WHERE due_at <= extract(epoch FROM now()) * 1000
        UNION ALL
        SELECT case_number || '.' || key || ' soon' FROM timers
          WHERE due_at <= extract(epoch FROM now()) * 1000 + 30000`),
    all: async (): Promise<Kept> => ({
      cases: await query('SELECT case_number AS number, owner FROM cases ORDER BY case_number'),
      claims: await named("SELECT store_id || ' ' || subject AS name FROM claims"),
      events: (
        await query<Omit<KeptEvent, 'fired'> & { fired: string[] | null }>(`
          SELECT case_number AS number, seq, event->>'by' AS by, event->'keys' AS fired,
            concat_ws(' ', event->>'type', substring(event->>'text' from '^mark-.*'), event#>>'{reference,id}') AS what
          FROM case_events ORDER BY case_number, seq`)
      ).map((row) => ({ ...row, fired: row.fired ?? [] })),
      due: await named(`
        SELECT concat('#', case_number, ' ', CASE event->>'type'
          WHEN 'snoozed' THEN concat('snooze_over.', seq, '.1') ELSE concat('deadline.', seq, '.60') END) AS name
        FROM case_events WHERE event->>'type' = 'snoozed'
          OR (event->>'type' = 'deadline_set' AND (event#>>'{deadline,at}')::bigint - 3600000 > at)`),
      rows: await query('SELECT key, state, message_key AS "messageKey" FROM outbox ORDER BY id'),
      parked: await named(`
        SELECT key || ' ' || reason AS name FROM outbox WHERE state = 'parked'
        UNION ALL SELECT case_number || '.card ' || reason FROM cards WHERE state = 'parked'`),
      leads: await named('SELECT person_id AS name FROM people WHERE is_lead'),
    }),
  };
}
