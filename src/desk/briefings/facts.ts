import { type Case, isOpen } from '../../domain/case.ts';
import type { PersonId, WorkspaceId } from '../../domain/ids.ts';
import { localDate, toInstant } from '../../domain/local-time.ts';
import { absenceAt, isAway, type StoreProfile } from '../../domain/team.ts';
import { DAY, type Instant } from '../../domain/time.ts';
import type { DeskDeps } from '../deps.ts';
import type { LoadedCase } from '../ports/cases.ts';
import type { Person } from '../ports/people.ts';
import { coverOf } from './covers.ts';

/** The team as a briefing needs it, read once. */
export interface TeamFacts {
  readonly now: Instant;
  /** Open ones, the ones that are due soonest first. */
  readonly cases: readonly LoadedCase[];
  readonly stores: readonly StoreProfile[];
  readonly people: ReadonlyMap<PersonId, Person>;
}

export async function teamFacts(deps: DeskDeps, workspace: WorkspaceId): Promise<TeamFacts> {
  const [cases, stores, people] = await Promise.all([
    deps.cases.listOpen(workspace, null),
    deps.team.stores(workspace),
    deps.team.people(workspace),
  ]);
  return { now: deps.now(), cases, stores, people: new Map(people.map((person) => [person.id, person])) };
}

const isThere = ({ people, now }: TeamFacts, id: PersonId): boolean => {
  const person = people.get(id);
  // Whom Docket has not met yet is taken to be there.
  return person === undefined || !isAway(person, now);
};

/** Who has to act on a case now: its owner, or while they are away whoever stands in. */
export function actsOn(facts: TeamFacts, c: Case): PersonId | null {
  if (c.owner === null || isThere(facts, c.owner)) return c.owner;
  const owner = facts.people.get(c.owner);
  const cover = coverOf(c, owner ? absenceAt(owner, facts.now) : null, facts.stores);
  return cover !== null && isThere(facts, cover) ? cover : null;
}

/** Who looks into Seller Central for a case: the store's keeper, their cover, else whoever acts on it. */
export function checksFor(facts: TeamFacts, c: Case): PersonId | null {
  const store = facts.stores.find(({ store: { id } }) => id === c.store.id);
  const [found] = [store?.keeper, store?.keeper && store.cover].filter((id) => id && isThere(facts, id));
  return found || actsOn(facts, c);
}

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
