import { hoursOn, isClosed, isOpenDay, nextWithin } from '../domain/calendar.ts';
import type { Case } from '../domain/case.ts';
import type { PersonId } from '../domain/ids.ts';
import { localDate } from '../domain/local-time.ts';
import type { Calendars } from '../domain/office-calendar.ts';
import type { Policy } from '../domain/policy.ts';
import { absenceAt, isAway, type StoreProfile } from '../domain/team.ts';
import type { Instant } from '../domain/time.ts';
import { officeOf } from './deps.ts';
import type { Person } from './ports/people.ts';

/** Who is who at one moment, as plain facts: everything that deciding who acts needs. */
export interface TeamNow {
  readonly now: Instant;
  /** Full members only: guests, and whoever has left, can't act. */
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly leads: readonly Person[];
  readonly stores: readonly StoreProfile[];
  readonly policy: Policy;
  readonly calendars: Calendars;
}

type Of = Pick<Case, 'owner' | 'store'>;

const isHere = ({ now }: Pick<TeamNow, 'now'>, person: Person): boolean => !isAway(person, now);

const isAwake = ({ now, policy }: TeamNow, { zone }: Person): boolean =>
  nextWithin(now, { zone, ...policy.waking }) <= now;

const isReachable = (team: TeamNow, person: Person): boolean => isHere(team, person) && isAwake(team, person);

/** On a holiday of theirs nobody is asked to do what somebody else can do. */
function hasHoliday(team: TeamNow, person: Person): boolean {
  const office = officeOf(team, person);
  const today = localDate(team.now, office.zone);
  return isClosed(office.closed, today) && !isOpenDay(office, today);
}

const canSubmit = (team: TeamNow, person: Person): boolean =>
  isReachable(team, person) && !hasHoliday(team, person);

function isAtWork(team: TeamNow, person: Person): boolean {
  const office = officeOf(team, person);
  const today = localDate(team.now, office.zone);
  const hours = isOpenDay(office, today) ? hoursOn(today, office) : null;
  return hours !== null && hours.opensAt <= team.now && team.now < hours.closesAt;
}

const storeOf = ({ stores }: TeamNow, c: Pick<Case, 'store'>): StoreProfile | null =>
  stores.find(({ store }) => store.id === c.store.id) ?? null;

/** Those of them whom the team has, each once. */
function known({ people }: Pick<TeamNow, 'people'>, ids: readonly (PersonId | null | undefined)[]): Person[] {
  const named = new Set(ids.filter((id) => id !== null && id !== undefined));
  return [...named].flatMap((id) => people.get(id) ?? []);
}

/** A person while they are here, else the first cover who is: whom they named, then the store's. Null: nobody. */
export function hereOrCover(
  team: Pick<TeamNow, 'now' | 'people'>,
  id: PersonId | null,
  store: Pick<StoreProfile, 'cover'> | null,
): Person | null {
  return hereAmong(team, id, store)[0] ?? null;
}

function hereAmong(
  team: Pick<TeamNow, 'now' | 'people'>,
  id: PersonId | null,
  store: Pick<StoreProfile, 'cover'> | null,
): Person[] {
  const person = id === null ? undefined : team.people.get(id);
  const named = person && absenceAt(person, team.now)?.cover;
  return known(team, [id, named, id && store?.cover]).filter((one) => isHere(team, one));
}

/** The same for what is to be done now: on a holiday of theirs a cover who has none comes first. */
function workingOrCover(team: TeamNow, id: PersonId | null, store: StoreProfile | null): Person | null {
  const here = hereAmong(team, id, store);
  return here.find((one) => !hasHoliday(team, one)) ?? here[0] ?? null;
}

/** Away, or on a holiday of their office. */
export const isOff = (team: TeamNow, person: Person): boolean =>
  !isHere(team, person) || hasHoliday(team, person);

/** Somebody, unless they are off. */
export const ifWorking = (team: TeamNow, id: PersonId): readonly Person[] =>
  known(team, [id]).filter((one) => !isOff(team, one));

/** Who acts on a case now: its owner, or while they are away or gone their cover. Null: the leads have it. */
export const actsOn = (team: TeamNow, c: Of): PersonId | null =>
  workingOrCover(team, c.owner, storeOf(team, c))?.id ?? null;

/** The same for what is one person's, such as a review; where nobody stands in, the leads who are here. */
export function orLeads(team: TeamNow, c: Of, id: PersonId | null): readonly Person[] {
  const one = workingOrCover(team, id, storeOf(team, c));
  return one ? [one] : leadsHere(team);
}

/** Who looks into Seller Central for a case: the store's keeper, its cover, else whoever acts on it. */
export function checksFor(team: TeamNow, c: Of): PersonId | null {
  const store = storeOf(team, c);
  return workingOrCover(team, store?.keeper ?? null, store)?.id ?? actsOn(team, c);
}

/**
 * Who submits now: whoever acts on the case if they can sign in, are awake and at no holiday; else somebody who
 * can and is at work, or at least awake; else whoever acts on it all the same.
 */
export function submitsNow(team: TeamNow, c: Of): readonly Person[] {
  const acting = orLeads(team, c, c.owner);
  if (c.owner === null) return acting;
  const submitters = storeOf(team, c)?.submitters ?? [];
  const can = (person: Person): boolean => canSubmit(team, person);
  const able = acting.filter(
    (person) => (submitters.length === 0 || submitters.includes(person.id)) && can(person),
  );
  if (able.length > 0) return able;
  const others = known(team, submitters).filter(can);
  const best = others.find((one) => isAtWork(team, one)) ?? others[0];
  return best ? [best] : acting;
}

/** The leads who are here; all of them where nobody is: somebody must hear it. */
export function leadsHere(team: TeamNow): readonly Person[] {
  const here = team.leads.filter((lead) => isHere(team, lead));
  return here.length > 0 ? here : team.leads;
}

/** The nth lead, counted from 1: those who are here and awake come first. */
export function nthLead(team: TeamNow, nth: number): readonly Person[] {
  const rank = (lead: Person): number => (!isHere(team, lead) ? 2 : isAwake(team, lead) ? 0 : 1);
  const order = team.leads.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  return order.slice(nth - 1, nth);
}

export const awakeLeads = (team: TeamNow): readonly Person[] =>
  team.leads.filter((lead) => isReachable(team, lead));

/** Red: owner, leads and the store's people who are here and awake, but whoever did it; nobody awake: all leads. */
export function alarmed(team: TeamNow, c: Of, by: PersonId | null): readonly Person[] {
  const store = storeOf(team, c);
  const owner = c.owner === null ? [] : orLeads(team, c, c.owner);
  const ofStore = known(team, store ? [store.keeper, store.cover, ...store.submitters] : []);
  const all = [...owner, ...team.leads, ...ofStore].filter(({ id }) => id !== by);
  const awake = all.filter((person) => isReachable(team, person));
  return awake.length > 0 ? awake : team.leads.filter(({ id }) => id !== by);
}
