import { type Case, isOpen } from '../../domain/case.ts';
import type { WorkspaceId } from '../../domain/ids.ts';
import { localDate, toInstant } from '../../domain/local-time.ts';
import { isRed } from '../../domain/red.ts';
import type { StoreProfile } from '../../domain/team.ts';
import { DAY, type Instant } from '../../domain/time.ts';
import { windowOf } from '../../domain/window-advice.ts';
import type { DeskDeps } from '../deps.ts';
import type { LoadedCase } from '../ports/cases.ts';
import type { Person } from '../ports/people.ts';
import { found, peopleOfStore } from '../team-now.ts';
import type { TeamNow } from '../who-acts.ts';

/** The team as a briefing needs it, read once. */
export interface TeamFacts extends TeamNow {
  /** Open ones, the ones that are due soonest first. */
  readonly cases: readonly LoadedCase[];
}

export async function teamFacts(deps: DeskDeps, workspace: WorkspaceId): Promise<TeamFacts> {
  const [open, stores, met] = await Promise.all([
    deps.cases.listOpen(workspace, null),
    deps.team.stores(workspace),
    deps.team.people(workspace),
  ]);
  const cases = sound(deps, open);
  const known = new Set(met.map(({ id }) => id));
  // Somebody may be named whom Docket has not met yet; guests are not among those whom it remembers here.
  const named = [
    ...cases.flatMap(({ case: c }) => c.owner ?? []),
    ...stores.flatMap(peopleOfStore),
    ...met.flatMap(({ absences }) => absences.flatMap(({ cover }) => cover ?? [])),
  ].filter((id) => !known.has(id));
  const others = (await found(deps, workspace, named)).filter(({ isGuest }) => !isGuest);
  return { ...teamOf(deps, [...met, ...others], stores), cases };
}

/** One case whose state can't be read must not keep the whole team from its briefings: it is left out and reported. */
export const sound = (deps: Pick<DeskDeps, 'policy' | 'now' | 'log'>, cases: readonly LoadedCase[]) =>
  cases.filter(({ case: c }) => {
    try {
      isRed(c, deps.policy, deps.now());
      windowOf(c);
      return c.store.id !== undefined;
    } catch (err) {
      deps.log.error({ err, case: c.number }, 'A case can’t be read; the briefings go on without it');
      return false;
    }
  });

/** The team at this moment, from what was read of it. */
export const teamOf = (
  { now, policy, calendars }: Pick<DeskDeps, 'now' | 'policy' | 'calendars'>,
  people: readonly Person[],
  stores: readonly StoreProfile[],
): TeamNow => ({
  now: now(),
  people: new Map(people.map((person) => [person.id, person])),
  leads: people.filter(({ isLead }) => isLead),
  stores,
  policy,
  calendars,
});

/** The first instant of somebody's day. */
export const startOfDay = (at: Instant, zone: string): Instant =>
  toInstant(localDate(at, zone), { hour: 0, minute: 0 }, zone);

/** So near that a day's plan has to know of it. */
const NEAR_DEADLINE = 3 * DAY;

export const isPressed = (c: Case, now: Instant): boolean =>
  isOpen(c) && c.deadline !== null && !c.deadline.met && c.deadline.at - now < NEAR_DEADLINE;

/** Docket has reminded of it, and nobody acted. */
export const isStale = ({ timers }: LoadedCase): boolean =>
  timers.some(({ kind, step }) => kind.startsWith('stale_') && step >= 2);
