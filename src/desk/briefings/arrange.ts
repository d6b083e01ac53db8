import { nextPlan, PLAN_KINDS, type PlanKind, type PlannedBriefing } from '../../domain/briefings/plan.ts';
import type { PersonId, WorkspaceId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { DeskDeps } from '../deps.ts';
import type { Person } from '../ports/people.ts';
import type { PlanRow, Plans } from '../ports/plans.ts';
import { circumstancesOf } from './circumstances.ts';
import { tellCovers } from './covers.ts';

/** Brings everybody's plan in line with their habits, zone, calendar and absences, where a team has started. */
export async function arrangeAll(deps: DeskDeps): Promise<void> {
  for (const { workspace, at } of await deps.plans.started()) {
    if (at > deps.now()) continue;
    // One team's trouble must not keep the others from theirs.
    await arrangeWorkspace(deps, workspace).catch((err: unknown) =>
      deps.log.error({ err, workspace }, 'The briefings of a workspace could not be planned'),
    );
  }
}

async function arrangeWorkspace(deps: DeskDeps, workspace: WorkspaceId): Promise<void> {
  const [ids, rows] = await Promise.all([deps.plans.participants(workspace), deps.plans.rows(workspace)]);
  const known = new Map((await deps.team.people(workspace)).map((person) => [person.id, person]));
  // Whoever is on a holiday status or unknown is asked of Slack: nobody else would notice that it is over. All at
  // once, because the sweep waits for it, and for longer than its limit if Slack hangs for one after the other.
  const asked = await Promise.all(
    ids.map(async (id) => {
      const remembered = known.get(id) ?? null;
      if (remembered?.vacation === null) return remembered;
      return deps.people.find(workspace, id).catch(() => remembered);
    }),
  );
  const people = asked.flatMap((person) => (person === null || person.isGuest ? [] : [person]));
  await arrange(deps, workspace, people, rows);
  const taking = new Set<PersonId>(people.map(({ id }) => id));
  const gone = rows.filter((row) => row.next !== null && !taking.has(row.person));
  await deps.plans.arrange(
    workspace,
    gone.map((was) => ({ was, now: { ...was, next: null } })),
  );
  await tellCovers(deps, workspace, people);
}

/** Makes and moves the rows of some people; the rows are theirs, as they were read. */
export async function arrange(
  deps: Pick<DeskDeps, 'calendars' | 'policy' | 'plans' | 'now'>,
  workspace: WorkspaceId,
  people: readonly Person[],
  rows: readonly PlanRow[],
): Promise<boolean> {
  const now = deps.now();
  const all = new Map(rows.map((row) => [`${row.person}/${row.kind}`, row]));
  const changes = people.flatMap((person) => {
    const plan = (kind: PlanKind, after: Instant) => nextPlan(kind, after, circumstancesOf(deps, person));
    return PLAN_KINDS.flatMap((kind): Changes => {
      const was = all.get(`${person.id}/${kind}`) ?? null;
      if (was === null) {
        const made = { person: person.id, kind, step: 1, since: now, next: plan(kind, now) };
        return [{ was, now: made }];
      }
      if (isSame(was.next, plan(kind, was.since))) return [];
      // What a change puts into the past is not told late.
      const since = Math.max(was.since, now);
      return [{ was, now: { ...was, since, next: plan(kind, since) } }];
    });
  });
  const real = changes.filter(({ was, now: row }) => was === null || was.next !== null || row.next !== null);
  await deps.plans.arrange(workspace, real);
  return real.length > 0;
}

type Changes = Parameters<Plans['arrange']>[1];

const isSame = (a: PlannedBriefing | null, b: PlannedBriefing | null): boolean =>
  a?.dueAt === b?.dueAt && a?.until === b?.until;
