import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { BriefContent, BriefKind, BriefRow, Briefs, NewBrief } from '../desk/ports/briefs.ts';
import { PLAN_KINDS } from '../domain/briefings/plan.ts';
import { caseNumber, personId, type WorkspaceId, workspaceId } from '../domain/ids.ts';
import { sendState } from './outbox.ts';
import type { Tables } from './schema.ts';

const KINDS: readonly BriefKind[] = [...PLAN_KINDS, 'cover'];

const numbers = z.array(z.number().int().transform(caseNumber)).default([]);
const contentSchema = z.object({
  cases: numbers,
  checks: numbers,
  away: z.string().transform(personId).nullable().default(null),
});
const contentOf = (raw: unknown): BriefContent => contentSchema.parse(raw ?? {});

type Row = Selectable<Tables['briefs']>;

/** Null for a kind that this version does not know. */
function briefOf(row: Row): NewBrief | null {
  const kind = KINDS.find((one) => one === row.kind);
  if (kind === undefined) return null;
  return {
    person: personId(row.person_id),
    key: row.key,
    kind,
    content: contentOf(row.content),
    dueAt: row.due_at,
  };
}

export const newBriefRow = (workspace: WorkspaceId, brief: NewBrief): Insertable<Tables['briefs']> => ({
  workspace_id: workspace,
  person_id: brief.person,
  key: brief.key,
  kind: brief.kind,
  content: JSON.stringify(brief.content),
  due_at: brief.dueAt,
  state: 'waiting',
  not_before: brief.dueAt,
  attempts: 0,
  fence: 0,
});

/** The direct messages on Postgres; a late mark of an older claim does nothing. */
export function postgresBriefs(db: Kysely<Tables>): Briefs {
  const one = (workspace: WorkspaceId, id: number) =>
    db.updateTable('briefs').where('workspace_id', '=', workspace).where('id', '=', id);
  const held = (workspace: WorkspaceId, id: number, fence: number) =>
    one(workspace, id).where('state', '=', 'sending').where('fence', '=', fence);

  return {
    add: async (workspace, briefs) => {
      if (briefs.length === 0) return;
      await db
        .insertInto('briefs')
        .values(briefs.map((brief) => newBriefRow(workspace, brief)))
        .onConflict((c) => c.doNothing())
        .execute();
    },
    pending: async (workspace, person) => {
      const rows = await db
        .selectFrom('briefs')
        .selectAll()
        .where('workspace_id', '=', workspace)
        .where('person_id', '=', person)
        .where('state', 'in', ['waiting', 'sending'])
        .orderBy('id')
        .execute();
      return rows.flatMap((row): BriefRow[] => {
        const brief = briefOf(row);
        return brief ? [{ ...brief, id: row.id, state: sendState(row), attempts: row.attempts }] : [];
      });
    },
    claim: async (workspace, id, content, at) => {
      const row = await one(workspace, id)
        .where('state', '=', 'waiting')
        .set({
          state: 'sending',
          claimed_at: at,
          fence: sql`fence + 1`,
          attempts: sql`attempts + 1`,
          content: JSON.stringify(content),
        })
        .returning('fence')
        .executeTakeFirst();
      return row?.fence ?? null;
    },
    sent: async (workspace, id, fence, ts, at) => {
      const done = { state: 'sent', ts, sent_at: at, claimed_at: null } as const;
      await held(workspace, id, fence).set(done).execute();
    },
    later: async (workspace, id, fence, notBefore) => {
      const back = { state: 'waiting', not_before: notBefore, claimed_at: null } as const;
      await held(workspace, id, fence).set(back).execute();
    },
    parked: async (workspace, id, fence, reason) => {
      await held(workspace, id, fence).set({ state: 'parked', reason, claimed_at: null }).execute();
    },
    putOff: async (workspace, id, until) => {
      await one(workspace, id)
        .where('state', 'in', ['waiting', 'sending'])
        .set({ not_before: sql<number>`greatest(not_before, ${until})` })
        .execute();
    },
    obsolete: async (workspace, ids) => {
      if (ids.length === 0) return;
      await db
        .updateTable('briefs')
        .where('workspace_id', '=', workspace)
        .where('id', 'in', ids)
        .where('state', '=', 'waiting')
        .set({ state: 'obsolete' })
        .execute();
    },
    latest: async (workspace, person, kind) => {
      const row = await db
        .selectFrom('briefs')
        .selectAll()
        .where('workspace_id', '=', workspace)
        .where('person_id', '=', person)
        .where('kind', '=', kind)
        .where('state', '=', 'sent')
        .orderBy('sent_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      const brief = row && briefOf(row);
      if (!row || !brief || row.ts === null || row.sent_at === null) return null;
      return { ...brief, ts: row.ts, sentAt: row.sent_at };
    },
    told: async (workspace, person, number, since) => {
      const row = await db
        .selectFrom('briefs')
        .select('id')
        .where('workspace_id', '=', workspace)
        .where('person_id', '=', person)
        .where('state', '=', 'sent')
        .where('sent_at', '>=', since)
        .where(sql<boolean>`content->'cases' @> ${JSON.stringify([number])}::jsonb`)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    due: async (before, staleBefore, limit) => {
      const rows = await db
        .selectFrom('briefs')
        .select((b) => ['workspace_id', 'person_id', b.fn.min('not_before').as('at')])
        .where('not_before', '<=', before)
        .where((b) =>
          b.or([
            b('state', '=', 'waiting'),
            b.and([b('state', '=', 'sending'), b('claimed_at', '<=', staleBefore)]),
          ]),
        )
        .groupBy(['workspace_id', 'person_id'])
        .orderBy('at')
        .limit(limit)
        .execute();
      return rows.map(({ workspace_id, person_id, at }) => ({
        workspaceId: workspaceId(workspace_id),
        person: personId(person_id),
        at,
      }));
    },
  };
}
