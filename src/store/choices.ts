import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { WorkspaceChoices } from '../desk/ports/team.ts';
import { channelId, personId, type WorkspaceId, workspaceId } from '../domain/ids.ts';
import { LOCALES } from '../domain/locale.ts';
import type { Tables } from './schema.ts';

const onceSent = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('sending'), to: z.string(), since: z.number(), fence: z.number() }),
    z.object({ kind: z.literal('sent'), to: z.string(), ts: z.string() }),
    z.object({ kind: z.literal('refused'), to: z.string() }),
  ])
  .nullable()
  .default(null)
  .catch(null);
const step = z.enum(['done', 'skipped']);

/**
 * Keys always in this order, so that two readings of the same choices are the same text. What this version can't
 * read counts as not chosen: one workspace's row must not stop the sweep of all.
 */
const choicesSchema = z.object({
  caseChannel: z.string().transform(channelId).nullable().default(null).catch(null),
  locale: z.enum(LOCALES).nullable().default(null).catch(null),
  zone: z.string().nullable().default(null).catch(null),
  installer: z.string().transform(personId).nullable().default(null).catch(null),
  startedAt: z.number().nullable().default(null).catch(null),
  steps: z
    .object({
      channel: step.exactOptional(),
      stores: step.exactOptional(),
      people: step.exactOptional(),
      import: step.exactOptional(),
    })
    .default({})
    .catch({}),
  greeting: onceSent,
  started: onceSent,
});

const parse = (raw: unknown): WorkspaceChoices => choicesSchema.parse(raw ?? {});
const write = (choices: WorkspaceChoices): string => JSON.stringify(parse(choices));

export async function readChoices(db: Kysely<Tables>, workspace: WorkspaceId): Promise<WorkspaceChoices> {
  const row = await db
    .selectFrom('workspaces')
    .select('choices')
    .where('workspace_id', '=', workspace)
    .executeTakeFirst();
  return parse(row?.choices);
}

export async function everyChoice(db: Kysely<Tables>): Promise<ReadonlyMap<WorkspaceId, WorkspaceChoices>> {
  const rows = await db.selectFrom('workspaces').select(['workspace_id', 'choices']).execute();
  return new Map(rows.map((row) => [workspaceId(row.workspace_id), parse(row.choices)]));
}

/** Compared under the row's lock: of two that were shown the same, one writes. */
export function writeChoices(
  db: Kysely<Tables>,
  workspace: WorkspaceId,
  choices: WorkspaceChoices,
  shown: WorkspaceChoices | undefined,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('workspaces')
      .values({ workspace_id: workspace })
      .onConflict((c) => c.doNothing())
      .execute();
    const { choices: stands } = await tx
      .selectFrom('workspaces')
      .select('choices')
      .where('workspace_id', '=', workspace)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (shown !== undefined && write(parse(stands)) !== write(shown)) return false;
    await tx
      .updateTable('workspaces')
      .set({ choices: write(choices) })
      .where('workspace_id', '=', workspace)
      .execute();
    return true;
  });
}
