import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { changeCommit, fold, openingCommit } from '../../src/desk/build-commit.ts';
import type { Case } from '../../src/domain/case.ts';
import type { CaseEvent, Opened } from '../../src/domain/events.ts';
import type { Subject } from '../../src/domain/identifiers.ts';
import { type CaseNumber, personId, type WorkspaceId, workspaceId } from '../../src/domain/ids.ts';
import type { Database } from '../../src/store/database.ts';
import { type Store, storeOn } from '../../src/store/open-store.ts';
import type { Engine, FreshDatabase } from '../engines.ts';
import { at, OPENING, SCHEDULE } from '../support/story.ts';

export const NOON = at('2026-11-25T12:00Z');
export const LI = personId('LI');

export const asin = (value: string): Subject => ({ kind: 'asin', value });

interface Opening {
  readonly workspace?: WorkspaceId;
  readonly about?: readonly Subject[];
  readonly different?: Opened['different'];
  readonly storeId?: Opened['store']['id'];
  readonly problem?: string;
  readonly key?: string;
  readonly at?: number;
}

/** Two stores on one database, as two processes have them, and a fresh workspace for each test. */
export function storeBench(engine: Engine) {
  let fresh: FreshDatabase;
  const databases: Database[] = [];
  const stores: Store[] = [];
  let workspace = workspaceId('T0');

  beforeAll(async () => {
    fresh = await engine.fresh();
    const one = await fresh.open();
    // PGlite belongs to one process: there the two share their pool.
    const other = engine.name === 'PGlite' ? one : await fresh.open();
    databases.push(...new Set([one, other]));
    for (const database of [one, other]) stores.push(await storeOn(database, randomUUID));
  }, 60_000);
  beforeEach(() => {
    workspace = workspaceId(`T${randomUUID()}`);
  });
  afterAll(async () => {
    for (const database of databases) await database.close();
    await fresh.remove();
  });

  /** Turn and turn about: what happens at once happens in two processes. */
  let turn = 0;
  const either = (): Store => {
    const store = stores[(turn += 1) % stores.length];
    if (!store) throw new Error('The stores are there once the suite runs');
    return store;
  };

  const how = (when: number, receiptKey: string | null) => ({ at: when, by: LI, receiptKey });

  async function open(what: Opening = {}) {
    const { type: _, different: __, ...opening } = OPENING;
    const { cases } = either();
    return cases.commitNew(what.workspace ?? workspace, (number) => {
      const event: Opened = {
        ...opening,
        type: 'opened',
        different: what.different ?? null,
        subjects: what.about ?? OPENING.subjects,
        problem: what.problem ?? OPENING.problem,
        store: { ...OPENING.store, id: what.storeId ?? OPENING.store.id },
      };
      const happening = how(what.at ?? NOON, what.key ?? randomUUID());
      return openingCommit(what.workspace ?? workspace, number, event, SCHEDULE, happening);
    });
  }

  return {
    either,
    open,
    workspace: () => workspace,
    /** Opens a case that nothing stands in the way of. */
    opened: async (what: Opening = {}): Promise<Case> => {
      const { outcome, commit } = await open(what);
      if (commit === null) throw new Error(`Not opened: ${outcome}`);
      return commit.case;
    },
    /** Commits events on a case as it was loaded. */
    change: (before: Case, events: readonly CaseEvent[], when = NOON + 1, key: string = randomUUID()) => {
      const happened = how(when, key);
      const commit = changeCommit(
        before,
        fold(before, events, SCHEDULE.policy, happened),
        [],
        SCHEDULE,
        happened,
      );
      return either().cases.commit(commit);
    },
    load: async (number: CaseNumber) => {
      const found = await either().cases.load(workspace, number);
      if (!found) throw new Error(`There is no case #${number}`);
      return found;
    },
    /** What a table holds of the workspace, counted behind the ports' back. */
    count: async (table: 'case_events' | 'outbox' | 'timers' | 'claims' | 'receipts' | 'cases') => {
      const sql = `SELECT count(*)::int AS n FROM ${table} WHERE workspace_id = $1`;
      const { rows } = await either().database.pool.query<{ n: number }>(sql, [workspace]);
      return rows[0]?.n ?? 0;
    },
  };
}
