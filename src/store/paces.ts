import { type Kysely, sql } from 'kysely';
import type { Allowance, Paces } from '../desk/ports/paces.ts';
import type { WorkspaceId } from '../domain/ids.ts';
import type { Duration, Instant } from '../domain/time.ts';
import type { Tables } from './schema.ts';

/** How far the row may run ahead of the clock: that is the burst. */
const ahead = ({ every, burst }: Allowance): Duration => every * (burst - 1);

type Taken = { readonly until: null; readonly freeAt: Instant } | { readonly until: Instant };

/**
 * One row for each allowance (the generic cell rate algorithm): `free_at` moves on by `every` with each call and
 * may run ahead of the clock by the burst. One statement decides, so processes need not speak to each other.
 */
export function postgresPaces(db: Kysely<Tables>): Paces {
  /** Null where nothing that has no rate of its own is paused; nothing need be written for it. */
  const pausedUntil = async (workspace: WorkspaceId, of: readonly Allowance[], now: Instant) => {
    const row = await db
      .selectFrom('paces')
      .select((e) => e.fn.max('free_at').as('free_at'))
      .where('workspace_id', '=', workspace)
      .where(
        'name',
        'in',
        of.map(({ name }) => name),
      )
      .executeTakeFirst();
    return row?.free_at && row.free_at > now ? row.free_at : null;
  };
  const takeOne = async (workspace: WorkspaceId, allowance: Allowance, now: Instant): Promise<Taken> => {
    const { name, every } = allowance;
    const taken = await db
      .insertInto('paces')
      .values({ workspace_id: workspace, name, free_at: now + every })
      .onConflict((c) =>
        c
          .columns(['workspace_id', 'name'])
          .doUpdateSet({ free_at: sql`greatest(paces.free_at, ${now}) + ${every}` })
          .where('paces.free_at', '<=', now + ahead(allowance)),
      )
      .returning('free_at')
      .executeTakeFirst();
    if (taken) return { until: null, freeAt: taken.free_at };
    const row = await db
      .selectFrom('paces')
      .select('free_at')
      .where('workspace_id', '=', workspace)
      .where('name', '=', name)
      .executeTakeFirst();
    return { until: Math.max(now + 1, (row?.free_at ?? now) - ahead(allowance)) };
  };
  /** Only if nothing happened since: whoever paused it meanwhile must not be undone. One call less does no harm. */
  const giveBack = async (workspace: WorkspaceId, { name, every }: Allowance, freeAt: Instant) => {
    await db
      .updateTable('paces')
      .set({ free_at: sql`free_at - ${every}` })
      .where('workspace_id', '=', workspace)
      .where('name', '=', name)
      .where('free_at', '=', freeAt)
      .execute();
  };

  return {
    take: async (workspace, of, now) => {
      if (of.every(({ every }) => every === 0)) return pausedUntil(workspace, of, now);
      const taken: [Allowance, Instant][] = [];
      for (const allowance of of) {
        const one = await takeOne(workspace, allowance, now);
        if (one.until === null) {
          taken.push([allowance, one.freeAt]);
          continue;
        }
        for (const [other, freeAt] of taken) await giveBack(workspace, other, freeAt);
        return one.until;
      }
      return null;
    },
    pause: async (workspace, allowance, until) => {
      const free_at = until + ahead(allowance);
      await db
        .insertInto('paces')
        .values({ workspace_id: workspace, name: allowance.name, free_at })
        .onConflict((c) =>
          c
            .columns(['workspace_id', 'name'])
            .doUpdateSet({ free_at: sql`greatest(paces.free_at, ${free_at})` }),
        )
        .execute();
    },
  };
}
