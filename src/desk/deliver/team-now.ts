import { hoursOn, isClosed, isOpenDay, nextWithin } from '../../domain/calendar.ts';
import type { Case } from '../../domain/case.ts';
import type { PersonId } from '../../domain/ids.ts';
import { localDate } from '../../domain/local-time.ts';
import { absenceAt, isAway } from '../../domain/team.ts';
import { type DeskDeps, officeOf } from '../deps.ts';
import { profileOf } from '../known-profiles.ts';
import type { Person } from '../ports/people.ts';

/** Who of the team is there, awake and at work at this moment, and who stands in for whom. */

export const isHere = ({ now }: Pick<DeskDeps, 'now'>, person: Person): boolean => !isAway(person, now());

export const isAwake = ({ now, policy }: Pick<DeskDeps, 'now' | 'policy'>, { zone }: Person): boolean =>
  nextWithin(now(), { zone, ...policy.waking }) <= now();

const isReachable = (deps: DeskDeps, person: Person): boolean =>
  isHere(deps, person) && isAwake(deps, person);

/** On a holiday of theirs nobody is asked to do what somebody else can do. */
function hasHoliday(deps: DeskDeps, person: Person): boolean {
  const office = officeOf(deps, person);
  const today = localDate(deps.now(), office.zone);
  return isClosed(office.closed, today) && !isOpenDay(office, today);
}

function isAtWork(deps: DeskDeps, person: Person): boolean {
  const office = officeOf(deps, person);
  const today = localDate(deps.now(), office.zone);
  const hours = isOpenDay(office, today) ? hoursOn(today, office) : null;
  const now = deps.now();
  return hours !== null && hours.opensAt <= now && now < hours.closesAt;
}

/** The leads as Slack knows them now: one may have gone on holiday, or to another zone. */
async function leadsOf({ people }: DeskDeps, { workspace }: Case): Promise<readonly Person[]> {
  const leads = await people.leads(workspace);
  return Promise.all(
    leads.map(async (lead) => (await people.find(workspace, lead.id).catch(() => null)) ?? lead),
  );
}

/** The leads who are there; all of them where nobody is: somebody must hear it. */
export async function leadsHere(deps: DeskDeps, c: Case): Promise<readonly Person[]> {
  const leads = await leadsOf(deps, c);
  const here = leads.filter((lead) => isHere(deps, lead));
  return here.length > 0 ? here : leads;
}

/** The nth lead, counted from 1: those who are there and awake come first. */
export async function nthLead(deps: DeskDeps, c: Case, nth: number): Promise<readonly Person[]> {
  const leads = await leadsOf(deps, c);
  const rank = (lead: Person): number => (!isHere(deps, lead) ? 2 : isAwake(deps, lead) ? 0 : 1);
  const order = leads.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  return order.slice(nth - 1, nth);
}

export const awakeLeads = async (deps: DeskDeps, c: Case): Promise<readonly Person[]> =>
  (await leadsOf(deps, c)).filter((lead) => isReachable(deps, lead));

/** The people of the case's store, each once: keeper, cover, whoever can sign in. */
async function storePeople(deps: DeskDeps, c: Case): Promise<Person[]> {
  const profile = await profileOf(deps, c.workspace, c.store.id);
  if (!profile) return [];
  return known(deps, c, [profile.keeper, profile.cover, ...profile.submitters]);
}

async function known(deps: DeskDeps, c: Case, ids: readonly (PersonId | null)[]): Promise<Person[]> {
  const named = [...new Set(ids.filter((id) => id !== null))];
  const people = await Promise.all(named.map((id) => deps.people.find(c.workspace, id)));
  return people.flatMap((person) => (person && !person.isGuest ? [person] : []));
}

/**
 * A person, or whoever stands in while they are away: the cover whom they named, the store's, else the leads.
 * Whoever left the team can't act: the leads are told instead.
 */
export async function orStandIn(deps: DeskDeps, c: Case, id: PersonId): Promise<readonly Person[]> {
  const person = await deps.people.find(c.workspace, id);
  if (!person || person.isGuest) return leadsHere(deps, c);
  if (isHere(deps, person)) return [person];
  const profile = await profileOf(deps, c.workspace, c.store.id);
  const covers = await known(deps, c, [absenceAt(person, deps.now())?.cover ?? null, profile?.cover ?? null]);
  const cover = covers.find((one) => one.id !== person.id && isHere(deps, one));
  return cover ? [cover] : leadsHere(deps, c);
}

/**
 * Who submits now: the owner if they can sign in, are awake and at no holiday; else somebody who can and is at
 * work, or at least awake; else the owner all the same.
 */
export async function submitterOf(deps: DeskDeps, c: Case): Promise<readonly Person[]> {
  if (c.owner === null) return leadsHere(deps, c);
  const profile = await profileOf(deps, c.workspace, c.store.id);
  const submitters = profile?.submitters ?? [];
  const can = (person: Person): boolean => isReachable(deps, person) && !hasHoliday(deps, person);
  const owner = await deps.people.find(c.workspace, c.owner);
  const maySignIn = submitters.length === 0 || submitters.includes(c.owner);
  if (owner && !owner.isGuest && maySignIn && can(owner)) return [owner];
  const others = (await known(deps, c, submitters)).filter((one) => one.id !== c.owner && can(one));
  const best = others.find((one) => isAtWork(deps, one)) ?? others[0];
  return best ? [best] : orStandIn(deps, c, c.owner);
}

/** Red: owner, leads and the store's people who are there and awake, but whoever did it; nobody awake: all leads. */
export async function alarmed(deps: DeskDeps, c: Case, by: PersonId | null): Promise<readonly Person[]> {
  const leads = await leadsOf(deps, c);
  const owner = c.owner === null ? [] : await orStandIn(deps, c, c.owner);
  const all = [...owner, ...leads, ...(await storePeople(deps, c))].filter(({ id }) => id !== by);
  const awake = all.filter((person) => isReachable(deps, person));
  return awake.length > 0 ? awake : leads.filter(({ id }) => id !== by);
}
