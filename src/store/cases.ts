import { type Kysely, sql, type Transaction } from 'kysely';
import type { Cases, Commit, CommitOutcome } from '../desk/ports/cases.ts';
import { caseNumber, workspaceId } from '../domain/ids.ts';
import { conflictOf } from './conflicts.ts';
import { holders } from './holders.ts';
import { listOpenCases, loadCase } from './read-cases.ts';
import { rivals } from './rivals.ts';
import type { Tables } from './schema.ts';
import { findCases } from './search/find-cases.ts';
import { ensureStore, findStore, listStores } from './stores.ts';
import { Conflict, lockVersion, nextNumber, reconcileTimers, writeCase } from './write-case.ts';

/** The cases on Postgres, in process or on a server: one dialect. */
export function postgresCases(db: Kysely<Tables>, newId: () => string): Cases {
  return {
    load: (workspace, number) => loadCase(db, workspace, number),
    ofThread: async (workspace, { channel, ts }) => {
      const row = await db
        .selectFrom('cards')
        .select('case_number')
        .where('workspace_id', '=', workspace)
        .where('channel', '=', channel)
        .where('ts', '=', ts)
        .executeTakeFirst();
      return row ? caseNumber(row.case_number) : null;
    },
    listOpen: (workspace, owner) => listOpenCases(db, workspace, owner),
    find: (workspace, query) => findCases(db, workspace, query),
    rivals: (workspace, store, subjects, since) => rivals(db, workspace, store, subjects, since),
    caseIdHolder: async (workspace, caseId) => {
      const row = await db
        .selectFrom('cases')
        .select('case_number')
        .where('workspace_id', '=', workspace)
        .where('case_id', '=', caseId)
        .executeTakeFirst();
      return row ? caseNumber(row.case_number) : null;
    },
    holders: (workspace, caseIds, subjects) => holders(db, workspace, caseIds, subjects),

    commitNew: async (workspace, build) => {
      let written: Commit | null = null;
      const outcome = await inOne(db, async (tx) => {
        written = build(await nextNumber(tx, workspace));
        await writeCase(tx, written);
      });
      return { outcome, commit: outcome === 'committed' ? written : null };
    },
    commit: (change) => inOne(db, (tx) => writeCase(tx, change)),
    replan: async (of, timers) => {
      await inOne(db, async (tx) => {
        await lockVersion(tx, of.workspace, of.number, of.version);
        await reconcileTimers(tx, of.workspace, of.number, timers);
      });
    },

    receipt: async (workspace, key) => {
      const row = await db
        .selectFrom('receipts')
        .select('answer')
        .where('workspace_id', '=', workspace)
        .where('key', '=', key)
        .executeTakeFirst();
      return row?.answer ?? null;
    },
    forgetReceipts: async (before) => {
      await db.deleteFrom('receipts').where('at', '<', before).execute();
    },
    keepAnswer: async (workspace, key, answer, at) => {
      await db
        .insertInto('receipts')
        .values({ workspace_id: workspace, key, answer: JSON.stringify(answer), at })
        .onConflict((c) => c.doNothing())
        .execute();
      const kept = await db
        .selectFrom('receipts')
        .select('answer')
        .where('workspace_id', '=', workspace)
        .where('key', '=', key)
        .executeTakeFirst();
      return kept?.answer ?? answer;
    },

    stores: (workspace) => listStores(db, workspace),
    findStore: (workspace, name) => findStore(db, workspace, name),
    ensureStore: (workspace, name, marketplace) => ensureStore(db, newId, workspace, name, marketplace),

    timersDue: async (before, perWorkspace) => {
      const rows = await db
        .selectFrom((from) =>
          from
            .selectFrom('timers')
            .select(['workspace_id', 'case_number', 'key', 'due_at'])
            .select(sql<number>`row_number() over (partition by workspace_id order by due_at)`.as('place'))
            .where('due_at', '<=', before)
            .as('due'),
        )
        .selectAll()
        .where('place', '<=', perWorkspace)
        .orderBy('due_at')
        .execute();
      return rows.map((row) => ({
        workspaceId: workspaceId(row.workspace_id),
        case: caseNumber(row.case_number),
        key: row.key,
        dueAt: row.due_at,
      }));
    },
  };
}

async function inOne(
  db: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<void>,
): Promise<CommitOutcome> {
  try {
    await db.transaction().execute(work);
    return 'committed';
  } catch (error) {
    const outcome = error instanceof Conflict ? error.outcome : conflictOf(error);
    if (outcome) return outcome;
    throw error;
  }
}
