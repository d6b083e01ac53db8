import type { WebClient } from '@slack/web-api';
import { anchoredClock } from '../../../src/clock.ts';
import { openingCommit } from '../../../src/desk/build-commit.ts';
import { makeDeliver } from '../../../src/desk/deliver/deliver.ts';
import { type DeskDeps, scheduleOf } from '../../../src/desk/deps.ts';
import { fire } from '../../../src/desk/fire.ts';
import type { Wake } from '../../../src/desk/ports/wake.ts';
import { sweep } from '../../../src/desk/sweep.ts';
import { DAY, type Duration, type Instant, MINUTE, SECOND } from '../../../src/domain/time.ts';
import type { QueuePlace } from '../../../src/scheduler/backend.ts';
import { startScheduler } from '../../../src/scheduler/scheduler.ts';
import { slackMessenger } from '../../../src/slack/messenger.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { LI, OPENING } from '../../support/story.ts';
import { benchDeps, errorsOnly, WORKSPACE } from '../bench-deps.ts';
import { percentile } from '../numbers.ts';
import { type Result, type Round, resultOf } from '../result.ts';
import { type Due, openRawQueue } from './raw-queue.ts';

const CONCURRENCY = 8;
const ROUNDS = 3;
const EACH_ROUND = 100;
const EVERY: Duration = 25;
const BETWEEN: Duration = 700;
/** From planning a round to its first due instant; a delayed job must be laid down before. */
const AHEAD: Duration = 4 * SECOND;
/** What is not handed over by then is lost. */
const PATIENCE: Duration = 10 * SECOND;
const MORE_THAN_RAW: Duration = 50;

/**
 * How long after its due instant a nudge is handed to Slack's client: the row, the queue, the desk's decision,
 * its commit, the outbox, the card's redraw and the message. Beside it a delayed job of BullMQ on the same
 * backend, due at the same kind of instants, which does nothing. Many others are pending on both sides.
 */
export async function wakeLag(
  name: string,
  store: Store,
  place: QueuePlace,
  pending: number,
): Promise<Result> {
  const raw = await openRawQueue(place, CONCURRENCY, pending);
  const product = await openProduct(store, place);
  try {
    const start = Date.now() + AHEAD;
    const length = EACH_ROUND * EVERY + BETWEEN;
    const windows = Array.from({ length: 2 * ROUNDS }, (_, window) =>
      Array.from({ length: EACH_ROUND }, (_, i) => start + window * length + i * EVERY),
    );
    const ours = windows.filter((_, window) => window % 2 === 0);
    const theirs = windows.filter((_, window) => window % 2 === 1);
    await product.plan(ours.flat());
    await raw.plan(theirs.flat());
    if (Date.now() > start - SECOND / 2) throw new Error('Planning took too long to measure after it');
    const end = Math.max(...windows.flat());
    const count = ROUNDS * EACH_ROUND;
    await until(() => product.handed.length >= count && raw.handed.length >= count, end + PATIENCE);
    const lags = (handed: readonly Due[], dues: readonly Instant[]): number[] =>
      handed.filter(({ dueAt }) => dues.includes(dueAt)).map(({ at, dueAt }) => at - dueAt);
    const p99 = (handed: readonly Due[], dues: readonly Instant[]): number =>
      percentile(lags(handed, dues), 0.99);
    const rounds: Round[] = ours.map((dues, i) => ({
      ours: p99(product.handed, dues),
      beside: p99(raw.handed, theirs[i] ?? []),
    }));
    const early = lags(product.handed, ours.flat()).filter((lag) => lag < 0).length;
    const mark = {
      key: name,
      unit: 'ms',
      target: `<= raw + ${MORE_THAN_RAW} ms, never early`,
      met: (of: Round) => of.ours <= of.beside + MORE_THAN_RAW && early === 0,
    };
    const p50 = (handed: readonly Due[], dues: readonly Instant[]): number =>
      percentile(lags(handed, dues), 0.5);
    const details = {
      early,
      median: { ours: p50(product.handed, ours.flat()), beside: p50(raw.handed, theirs.flat()) },
      pending: { ours: `${pending} timers in the database`, beside: `${pending} delayed jobs` },
      perSecond: SECOND / EVERY,
    };
    return resultOf(mark, rounds, details);
  } finally {
    await product.stop();
    await raw.stop();
  }
}

/** The product's way from the due row to the client, without Slack. */
async function openProduct(store: Store, place: QueuePlace) {
  const { database } = store;
  const clock = anchoredClock(await database.now());
  const handed: Due[] = [];
  const dueOf = new Map<string, Instant>();
  const client = {
    chat: {
      postMessage: async ({ metadata }: { metadata: { event_payload: { key: string } } }) => {
        const at = Date.now();
        const { key } = metadata.event_payload;
        const dueAt = dueOf.get(key);
        if (dueAt !== undefined) handed.push({ dueAt, at });
        return { ok: true, ts: '2.000001' };
      },
      update: async () => ({ ok: true, ts: '1.000001' }),
    },
  } as unknown as WebClient;
  let wake: Wake = { timers: async () => {}, outbox: async () => {}, people: async () => {} };
  const deps = benchDeps(store, {
    messenger: slackMessenger({ clientFor: () => client, log: errorsOnly }),
    wake: {
      timers: (due) => wake.timers(due),
      outbox: (lanes) => wake.outbox(lanes),
      people: (due) => wake.people(due),
    },
    now: clock.now,
  });
  const deliver = makeDeliver(deps);
  const scheduler = await startScheduler({
    ...place,
    handlers: {
      fire: (timer) => fire(deps, timer.workspaceId, timer.case),
      deliver: (lane) => deliver({ workspaceId: lane.workspaceId, case: lane.case }),
      attend: async () => {},
    },
    sweep: async () => {
      clock.anchor(await database.now());
      return sweep(deps);
    },
    now: clock.now,
    log: errorsOnly,
    concurrency: CONCURRENCY,
  });
  wake = scheduler.wake;
  return {
    handed,
    plan: async (dues: readonly Instant[]) => {
      const numbers = await casesDueAt(store, deps, dues);
      dues.forEach((dueAt, i) => dueOf.set(`${numbers[i]}.deadline.1.${DAY / MINUTE}`, dueAt));
      await scheduler.sweepNow();
    },
    stop: () => scheduler.stop(),
  };
}

let planned = 0;

/**
 * A case for each instant, with a deadline a day later: that is a nudge at that instant. One is registered by
 * the store, the others are its copies. Their cards and openings are posted already.
 */
async function casesDueAt(
  { cases, database: { pool } }: Store,
  deps: DeskDeps,
  dues: readonly Instant[],
): Promise<readonly number[]> {
  const { type: _, ...what } = OPENING;
  const now = deps.now();
  const subjects = [{ kind: 'asin' as const, value: `B0DUE${String((planned += 1)).padStart(5, '0')}` }];
  const deadline = { at: now + 2 * DAY, source: 'notice' as const };
  const schedule = await scheduleOf(deps, { workspace: WORKSPACE, owner: LI.id });
  const { commit } = await cases.commitNew(WORKSPACE, (number) => {
    const event = { ...what, type: 'opened' as const, subjects, deadline, different: null };
    return openingCommit(WORKSPACE, number, event, schedule, { at: now, by: LI.id, receiptKey: null });
  });
  if (commit === null) throw new Error('A case was not written');
  const first = commit.case.number;
  await pool.query(`DELETE FROM outbox WHERE workspace_id = $1 AND case_number = $2`, [WORKSPACE, first]);
  await pool.query(
    `UPDATE cards SET ts = '1.000001', posted = wanted WHERE workspace_id = $1 AND case_number = $2`,
    [WORKSPACE, first],
  );
  const copied = (table: string, changes: string): Promise<unknown> =>
    pool.query(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object('case_number', $2::int + i, ${changes}))).*
       FROM ${table} AS t, unnest($3::bigint[]) WITH ORDINALITY AS due (at, i)
       WHERE t.workspace_id = $1 AND t.case_number = $2`,
      [WORKSPACE, first, dues],
    );
  const state = `jsonb_set(jsonb_set(t.state, '{number}', to_jsonb($2::int + i)), '{deadline,at}', to_jsonb(due.at + ${DAY}))`;
  await copied('cases', `'state', ${state}`);
  await copied('cards', `'posted', t.posted`);
  const shift = `CASE t.kind WHEN 'deadline' THEN due.at + ${DAY} - ${deadline.at} ELSE 0 END`;
  await copied('timers', `'due_at', t.due_at + ${shift}`);
  const last = first + dues.length;
  await pool.query('UPDATE workspaces SET next_case_number = $2 WHERE workspace_id = $1', [
    WORKSPACE,
    last + 1,
  ]);
  return dues.map((_due, i) => first + i + 1);
}

async function until(done: () => boolean, limit: Instant): Promise<void> {
  while (!done()) {
    if (Date.now() > limit) throw new Error('Not everything that was due came');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
