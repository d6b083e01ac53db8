import type { Instant } from '../../domain/time.ts';
import { LEASE } from '../deliver/timing.ts';
import type { DeskDeps } from '../deps.ts';
import { HORIZON, type PeopleWake } from '../ports/wake.ts';
import { arrangeAll } from './arrange.ts';

/** People that one sweep wakes; whoever is beyond comes with the next. */
const PEOPLE = 2_000;

/** Whose plan or message is due before an instant; messages held since before `staleBefore` too. */
export async function peopleDue(
  { plans, briefs }: Pick<DeskDeps, 'plans' | 'briefs'>,
  before: Instant,
  staleBefore: Instant,
  limit = PEOPLE,
): Promise<readonly PeopleWake[]> {
  return [...(await plans.due(before, limit)), ...(await briefs.due(before, staleBefore, limit))];
}

/** Plans everybody's briefings anew and says who is to be woken. */
export async function sweepPeople(deps: DeskDeps): Promise<readonly PeopleWake[]> {
  await arrangeAll(deps);
  const now = deps.now();
  return peopleDue(deps, now + HORIZON, now - LEASE);
}
