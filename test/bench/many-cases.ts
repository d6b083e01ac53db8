import type { Commit } from '../../src/desk/ports/cases.ts';
import { claimsOf } from '../../src/domain/duplicates.ts';
import { DAY, HOUR, type Instant } from '../../src/domain/time.ts';
import type { Store } from '../../src/store/open-store.ts';
import { LI, Story } from '../support/story.ts';
import { WORKSPACE } from './bench-deps.ts';

/** Lives that a case may have led; copied until there are as many cases as are wanted. */
const LIVES = 120;

/** How many cases and timers there are, and how many of these on average for a case. */
export interface Population {
  readonly cases: number;
  readonly timers: number;
}

/**
 * Fills the database with open cases of the last week: some are being prepared, some wait for a window, most
 * wait for Amazon; every fifth has a deadline. Each has the timers that the product plans for such a life,
 * shifted by up to an hour so that copies don't fall due at once.
 */
export async function manyCases(store: Store, count: number, now: Instant): Promise<Population> {
  const { pool } = store.database;
  for (let life = 0; life < LIVES; life += 1) await write(store, lived(life, now));
  await pool.query("UPDATE cards SET ts = '1.000001', posted = wanted");
  const copies = `generate_series($1::int, $2::int) AS n`;
  const copied = (table: string, changes: string): string =>
    `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object('case_number', n, ${changes}))).*
     FROM ${copies} JOIN ${table} AS t ON t.case_number = 1 + n % ${LIVES}`;
  await pool.query(
    copied('cases', `'case_id', t.case_id || n, 'state', jsonb_set(t.state, '{number}', to_jsonb(n))`),
    [LIVES + 1, count],
  );
  await pool.query(copied('cards', `'posted', t.posted`), [LIVES + 1, count]);
  const jitter = `(n::bigint * 7919000) % ${HOUR}`;
  await pool.query(copied('timers', `'due_at', t.due_at + ${jitter}`), [LIVES + 1, count]);
  await pool.query('UPDATE workspaces SET next_case_number = $1', [count + 1]);
  await pool.query('ANALYZE cases, cards, timers');
  const { rows } = await pool.query<{ cases: number; timers: number }>(
    `SELECT (SELECT count(*) FROM cases)::int AS cases, (SELECT count(*) FROM timers)::int AS timers`,
  );
  return rows[0] ?? { cases: 0, timers: 0 };
}

async function write({ cases }: Store, story: Story): Promise<void> {
  const { outcome } = await cases.commitNew(WORKSPACE, (number): Commit => {
    const c = { ...story.case, workspace: WORKSPACE, number };
    return {
      expected: null,
      case: c,
      events: story.history,
      timers: story.timers(),
      claims: claimsOf(c),
      notices: [],
      urgent: false,
      receiptKey: null,
      at: c.opened.at,
    };
  });
  if (outcome !== 'committed') throw new Error(`A case was not written: ${outcome}`);
}

function lived(life: number, now: Instant): Story {
  const opened = now - 6 * HOUR - (life / LIVES) * 6 * DAY;
  const story = new Story(opened, {
    subjects: [{ kind: 'asin', value: `B0LIFE${String(life).padStart(4, '0')}` }],
    deadline: life % 5 === 0 ? { at: now + (1 + (life % 7)) * DAY, source: 'notice' } : null,
  });
  const step = (hours: number): Instant => opened + hours * HOUR;
  if (life % 10 >= 3) story.do(step(1), LI, { type: 'make_ready' });
  if (life % 10 >= 4)
    story.do(step(2), LI, {
      type: 'submit',
      reference: { kind: 'case_id', id: `1${String(life).padStart(9, '0')}` },
    });
  if (life % 10 === 8)
    story.do(step(4), LI, {
      type: 'record_reply',
      meaning: 'needs_us',
      text: 'Please send the invoice.',
      promisedAt: null,
      deadlineAt: null,
    });
  if (life % 10 === 9) story.do(step(5), LI, { type: 'solve' });
  if (story.refusal) throw new Error(`No such life: ${story.refusal.code}`);
  for (let [next] = story.timers(); next && next.dueAt <= now; [next] = story.timers())
    story.fire(next.dueAt);
  return story;
}
