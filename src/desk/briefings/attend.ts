import { nextPlan } from '../../domain/briefings/plan.ts';
import type { PersonId, WorkspaceId } from '../../domain/ids.ts';
import type { DeskDeps } from '../deps.ts';
import type { Person } from '../ports/people.ts';
import type { PlanRow } from '../ports/plans.ts';
import { arrange } from './arrange.ts';
import { circumstancesOf } from './circumstances.ts';
import { deliverBriefs } from './deliver-briefs.ts';

/** More steps than any outage leaves behind; each is one row, and only the last of them is sent. */
const STEPS = 500;

/**
 * What is due of somebody's plan becomes a message, and what waits for them is sent. The wake-up is only a
 * hint: a twin, a stale or an early one does nothing.
 */
export async function attend(deps: DeskDeps, workspace: WorkspaceId, id: PersonId): Promise<void> {
  const person = await deps.people.find(workspace, id);
  if (person && !person.isGuest) await fireDue(deps, workspace, person);
  await deliverBriefs(deps, workspace, id, person);
}

async function fireDue(deps: DeskDeps, workspace: WorkspaceId, person: Person): Promise<void> {
  for (let steps = 0; steps < STEPS; steps += 1) {
    const rows = await deps.plans.rows(workspace, person.id);
    const due = rows.filter(({ next }) => next !== null && next.dueAt <= deps.now());
    if (due.length === 0) return;
    // They may have gone on holiday, or to another zone, since it was planned.
    if (await arrange(deps, workspace, [person], rows)) continue;
    for (const row of due) await fireStep(deps, workspace, person, row);
  }
}

async function fireStep(deps: DeskDeps, workspace: WorkspaceId, person: Person, row: PlanRow): Promise<void> {
  const { kind, step, next } = row;
  if (next === null) return;
  const brief = {
    person: person.id,
    key: `brief.${person.id}.${kind}.${step}`,
    kind,
    content: { cases: [], checks: [], away: null },
    dueAt: next.dueAt,
  };
  const following = nextPlan(kind, next.until, circumstancesOf(deps, person));
  await deps.plans.fire(workspace, row, brief, { since: next.until, next: following });
}
