import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { PlanRow, Plans } from '../desk/ports/plans.ts';
import { PLAN_KINDS, type PlannedBriefing, type PlanWhy } from '../domain/briefings/plan.ts';
import { personId, type WorkspaceId, workspaceId } from '../domain/ids.ts';
import { newBriefRow } from './briefs.ts';
import type { Tables } from './schema.ts';

const whySchema: z.ZodType<PlanWhy> = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('morning'), at: z.object({ hour: z.number(), minute: z.number() }) }),
  z.object({
    rule: z.literal('before_window'),
    opensAt: z.number(),
    told: z.enum(['before', 'at_opening', 'evening']),
  }),
]);

function nextOf({ due_at, until, why }: Selectable<Tables['plans']>): PlannedBriefing | null {
  return due_at === null || until === null ? null : { dueAt: due_at, until, why: whySchema.parse(why) };
}

/** Null for a kind that this version does not know. */
function planRow(row: Selectable<Tables['plans']>): PlanRow | null {
  const kind = PLAN_KINDS.find((one) => one === row.kind);
  return kind === undefined
    ? null
    : { person: personId(row.person_id), kind, step: row.step, since: row.since, next: nextOf(row) };
}

const columns = ({ since, next }: Pick<PlanRow, 'since' | 'next'>) => ({
  since,
  due_at: next?.dueAt ?? null,
  until: next?.until ?? null,
  why: next && JSON.stringify(next.why),
});

const inserted = (workspace: WorkspaceId, row: PlanRow): Insertable<Tables['plans']> => ({
  workspace_id: workspace,
  person_id: row.person,
  kind: row.kind,
  step: row.step,
  ...columns(row),
});

/** What people are told regularly, on Postgres. */
export function postgresPlans(db: Kysely<Tables>): Plans {
  /** The row as it was read; nothing is changed once somebody else has. */
  const unchanged = (on: Pick<Kysely<Tables>, 'updateTable'>, workspace: WorkspaceId, was: PlanRow) =>
    on
      .updateTable('plans')
      .where('workspace_id', '=', workspace)
      .where('person_id', '=', was.person)
      .where('kind', '=', was.kind)
      .where('step', '=', was.step)
      .where('due_at', 'is not distinct from', was.next?.dueAt ?? null);

  return {
    started: async () => {
      const { rows } = await sql<{ workspace_id: string; started_at: number }>`
        select workspace_id, (choices->>'startedAt')::bigint as started_at from workspaces
        where jsonb_typeof(choices->'startedAt') = 'number' order by workspace_id`.execute(db);
      return rows.map((row) => ({ workspace: workspaceId(row.workspace_id), at: row.started_at }));
    },
    participants: async (workspace) => {
      const { rows } = await sql<{ id: string }>`
        select distinct id from (
          select owner as id from cases where workspace_id = ${workspace} and owner is not null
            and status not in ('closed', 'withdrawn')
          union all
          select unnest(array[keeper, cover, default_owner]) from stores where workspace_id = ${workspace}
          union all
          select person_id from store_submitters where workspace_id = ${workspace}
          union all
          select cover from absences where workspace_id = ${workspace}
          union all
          select person_id from people where workspace_id = ${workspace} and (is_lead or is_reviewer)
        ) as part where id is not null order by id`.execute(db);
      return rows.map((row) => personId(row.id));
    },
    rows: async (workspace, person) => {
      let all = db.selectFrom('plans').selectAll().where('workspace_id', '=', workspace);
      if (person !== undefined) all = all.where('person_id', '=', person);
      const rows = await all.orderBy('person_id').orderBy('kind').execute();
      return rows.flatMap((row) => planRow(row) ?? []);
    },
    arrange: async (workspace, changes) => {
      const fresh = changes.flatMap(({ was, now }) => (was === null ? [inserted(workspace, now)] : []));
      if (fresh.length > 0)
        await db
          .insertInto('plans')
          .values(fresh)
          .onConflict((c) => c.doNothing())
          .execute();
      for (const { was, now } of changes)
        if (was !== null) await unchanged(db, workspace, was).set(columns(now)).execute();
    },
    fire: (workspace, was, brief, next) =>
      db.transaction().execute(async (tx) => {
        const claimed = await unchanged(tx, workspace, was)
          .set({ ...columns(next), step: was.step + 1 })
          .returning('step')
          .executeTakeFirst();
        if (!claimed) return false;
        await tx
          .insertInto('briefs')
          .values(newBriefRow(workspace, brief))
          .onConflict((c) => c.doNothing())
          .execute();
        return true;
      }),
    due: async (before, limit) => {
      const rows = await db
        .selectFrom('plans')
        .select(['workspace_id', 'person_id', 'due_at'])
        .where('due_at', '<=', before)
        .orderBy('due_at')
        .limit(limit)
        .execute();
      return rows.flatMap(({ workspace_id, person_id, due_at }) =>
        due_at === null
          ? []
          : [{ workspaceId: workspaceId(workspace_id), person: personId(person_id), at: due_at }],
      );
    },
  };
}
