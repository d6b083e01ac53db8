import { noticeOfTimer } from '../../../src/domain/notices.ts';
import { DEFAULT_POLICY } from '../../../src/domain/policy.ts';
import { HOUR } from '../../../src/domain/time.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { LI, Story } from '../../support/story.ts';
import { WORKSPACE } from '../bench-deps.ts';

const CHANNELS = 1_000;
const OWNERS = 50;

/** Due notices, each of a case of its own: nudges of cases that nobody worked on, in many channels. */
export async function backlog(
  store: Store,
  cases: number,
): Promise<{ refill(round: number): Promise<void> }> {
  const {
    cases: repository,
    database: { pool },
  } = store;
  const story = new Story(Date.now() - 6 * 24 * HOUR);
  const [stale] = story.timers();
  if (!stale) throw new Error('A case that waits for its owner has a timer');
  story.fire(stale.dueAt);
  const notice = noticeOfTimer(story.case, stale, Date.now(), DEFAULT_POLICY);
  await repository.commitNew(WORKSPACE, (number) => ({
    expected: null,
    case: { ...story.case, workspace: WORKSPACE, number, owner: LI.id },
    events: story.history,
    timers: [],
    claims: [],
    notices: [{ ...notice, case: number }],
    urgent: false,
    receiptKey: null,
    at: Date.now(),
  }));
  const owner = `'U' || lpad((n % ${OWNERS})::text, 4, '0')`;
  const copied = (table: string, changes: string, values: unknown[]): Promise<unknown> =>
    pool.query(
      `INSERT INTO ${table} OVERRIDING USER VALUE
       SELECT (jsonb_populate_record(t, jsonb_build_object('case_number', n, ${changes}))).*
       FROM generate_series(2, $1::int) AS n, ${table} AS t WHERE t.case_number = 1`,
      values,
    );
  await pool.query("UPDATE cards SET ts = '1.000001', posted = wanted");
  const state = `t.state || jsonb_build_object('number', n, 'owner', ${owner})`;
  await copied('cases', `'owner', ${owner}, 'state', ${state}`, [cases]);
  await copied('cards', `'channel', 'C' || lpad((n % ${CHANNELS})::text, 6, '0')`, [cases]);
  await pool.query("UPDATE outbox SET state = 'sent', message_key = key");
  await pool.query('UPDATE workspaces SET next_case_number = $1', [cases + 1]);
  await pool.query('ANALYZE');
  return {
    /** As many again as there are cases; what is left of the round before is taken away. */
    refill: async (round) => {
      await pool.query('DELETE FROM outbox WHERE case_number > 1');
      const key = `n || '.backlog.' || ${round}`;
      const now = `(extract(epoch from clock_timestamp()) * 1000)::bigint`;
      const fresh = `'state', 'waiting', 'message_key', null, 'fence', 0, 'attempts', 0`;
      const times = `'created_at', ${now}, 'due_at', ${now}, 'not_before', ${now}`;
      const told = `t.notice || jsonb_build_object('key', ${key}, 'case', n)`;
      const queue = `'channel', 'C' || lpad((n % ${CHANNELS})::text, 6, '0'), 'teller', ${owner}, 'turn', ${now}`;
      await copied('outbox', `'key', ${key}, 'notice', ${told}, ${fresh}, ${times}, ${queue}`, [cases]);
      // As autovacuum does within a minute: a plan for an empty table reads the whole of a full one.
      await pool.query('VACUUM ANALYZE outbox');
    },
  };
}
