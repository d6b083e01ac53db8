import { nextWithin } from '../../domain/calendar.ts';
import type { Case } from '../../domain/case.ts';
import type { PersonId } from '../../domain/ids.ts';
import { localDate, toInstant } from '../../domain/local-time.ts';
import { isRed, type Notice, type Recipient, stillAsks } from '../../domain/notices.ts';
import type { Instant } from '../../domain/time.ts';
import type { DeskDeps } from '../deps.ts';
import type { Person } from '../ports/people.ts';

/** Whom a notice mentions if it is sent now, or until when it waits because everybody sleeps. */
export type Resolved =
  | { readonly kind: 'now'; readonly mention: readonly PersonId[] }
  | { readonly kind: 'wait'; readonly until: Instant };

/** Finds the people behind the roles just before sending: owners change, and so do the hours of the day. */
export async function resolveRecipients(deps: DeskDeps, notice: Notice, c: Case): Promise<Resolved> {
  const people = await peopleBehind(deps, stillAsks(notice, c) ? notice.mention : [], c);
  const now = deps.now();
  if (notice.breaksQuiet) return { kind: 'now', mention: people.map((p) => p.id) };
  const wakes = people.map((person) => ({
    person,
    at: nextWithin(now, { zone: person.zone, ...deps.policy.waking }),
  }));
  const awake = wakes.filter((w) => w.at <= now).map((w) => w.person);
  if (wakes.length > 0 && awake.length === 0)
    return { kind: 'wait', until: Math.min(...wakes.map((w) => w.at)) };
  const mention: PersonId[] = [];
  for (const person of awake) if (await mayMention(deps, person, c)) mention.push(person.id);
  return { kind: 'now', mention };
}

/** The people behind roles, each once, in that order. */
export async function peopleBehind(deps: DeskDeps, roles: readonly Recipient[], c: Case): Promise<Person[]> {
  const found = new Map<string, Person>();
  for (const role of roles) {
    const some = await peopleOf(deps, role, c);
    for (const person of some) found.set(person.id, person);
  }
  return [...found.values()];
}

/** A message to one person waits only while they sleep. */
export async function whenAwake(deps: DeskDeps, notice: Notice, c: Case, id: PersonId): Promise<Resolved> {
  const person = await deps.people.find(c.workspace, id);
  const now = deps.now();
  const until =
    person && !notice.breaksQuiet ? nextWithin(now, { zone: person.zone, ...deps.policy.waking }) : now;
  return until > now ? { kind: 'wait', until } : { kind: 'now', mention: [] };
}

async function peopleOf(deps: DeskDeps, role: Recipient, c: Case): Promise<readonly Person[]> {
  const id = role.role === 'person' ? role.person : role.role === 'owner' ? c.owner : null;
  if (id === null) return deps.people.leads(c.workspace);
  const person = await deps.people.find(c.workspace, id);
  // Whoever left the team can't act: the leads are told instead.
  return person && !person.isGuest ? [person] : deps.people.leads(c.workspace);
}

/** At most so many mentions in one of a person's days; what is red mentions all the same, and is not counted. */
async function mayMention(deps: DeskDeps, person: Person, c: Case): Promise<boolean> {
  const now = deps.now();
  if (isRed(c, deps.policy, now)) return true;
  const midnight = toInstant(localDate(now, person.zone), { hour: 0, minute: 0 }, person.zone);
  const had = await deps.outbox.mentionsSince(c.workspace, person.id, midnight);
  return had < deps.policy.mentionsPerDay;
}
